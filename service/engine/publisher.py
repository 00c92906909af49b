"""publisher: the store's present state becomes a checkpoint, which query processes read."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Protocol

from graph.errors import StoreError

_INTEREST = 5.0  # seconds for which a query shows that there are readers


class Source(Protocol):
    """What is published: a store that has a revision and can be copied as it is."""

    @property
    def revision(self) -> int:
        """How many writes have been finished."""
        ...

    @property
    def path(self) -> Path | None:
        """Where the store is; None in memory."""
        ...

    def graph_revision(self, iri: str) -> int:
        """How many writes had been finished when a named graph was last written."""
        ...

    @property
    def takes_writes(self) -> bool:
        """Whether it may still change."""
        ...

    def checkpoint(self, directory: Path) -> None:
        """Copy the store to a directory that is not there yet."""
        ...


@dataclass(slots=True, eq=False)
class Checkpoint:
    """The store as it was after a revision; `users` queries read it."""

    path: Path
    revision: int
    users: int = 0
    name: str = field(init=False)

    def __post_init__(self) -> None:
        self.name = str(self.path)


class Publisher:
    """Publishes what the store holds, so that no query misses a write that has been acknowledged.

    While queries come, a write is published before it is acknowledged, and no query waits. When none has come
    for a while, the next one waits instead: a hundred writes that nobody reads cost no checkpoint. `prepare`
    makes a checkpoint ready before the first query reads it.
    """

    def __init__(self, store: Source, prepare: Callable[[Checkpoint], Awaitable[None]]) -> None:
        self._store = store
        self._prepare = prepare
        self._directory: Path | None = None
        self._count = 0
        self._current: Checkpoint | None = None
        self._publication: asyncio.Task[None] | None = None
        self._removals: set[asyncio.Future[None]] = set()
        self._asked = -_INTEREST
        self._writers = self._acknowledged = 0

    @property
    def revision(self) -> int:
        """The revision that a query asked now sees, at least."""
        acknowledged = self._acknowledged if self._writers else self._store.revision
        return acknowledged if self._current is None else max(acknowledged, self._current.revision)

    @property
    def state(self) -> int:
        """A number that grows whenever the store changes, or what is published of it."""
        return self._store.revision + self.revision

    def graph_revision(self, iri: str) -> int:
        """The revision of the last write to a named graph."""
        return self._store.graph_revision(iri)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[None]:
        """Publish what is written within before it ends: until then no query has to see it."""
        if not self._writers:
            self._acknowledged = self._store.revision
        self._writers += 1
        try:
            yield
            written = self._store.revision
            if monotonic() - self._asked < _INTEREST:
                with suppress(StoreError):  # the write is done; the next query tries anew, and tells
                    await self._at_least(written)
            self._acknowledged = max(self._acknowledged, written)
        finally:
            self._writers -= 1

    def current(self) -> Checkpoint | None:
        """Give the checkpoint of every write that has been acknowledged; None where it must be made first."""
        self._asked = monotonic()
        current = self._current
        return current if current is not None and current.revision >= self.revision else None

    async def hold(self, *, revision: int = 0) -> Checkpoint:
        """Give a checkpoint of every write that has been acknowledged, and of those up to a revision.

        `release` gives it back.
        """
        self._asked = monotonic()
        current = await self._at_least(max(revision, self.revision))
        current.users += 1
        return current

    async def _at_least(self, revision: int) -> Checkpoint:
        while self._current is None or self._current.revision < revision:
            # All that wait share one publication, which one of them that leaves must not stop
            if self._publication is None or self._publication.done():
                self._publication = asyncio.create_task(self._publish())
            await asyncio.shield(self._publication)
        return self._current

    def release(self, checkpoint: Checkpoint) -> None:
        """Give a checkpoint back; one that is replaced and no longer read is removed."""
        checkpoint.users -= 1
        self._remove_unused(checkpoint)

    async def close(self) -> None:
        """Remove what was published, and what is just being published."""
        if self._publication is not None:
            await asyncio.wait([self._publication])
        if self._removals:
            await asyncio.wait(self._removals)
        if self._directory is not None:
            await asyncio.to_thread(_remove, self._directory)

    async def _publish(self) -> None:
        published = await asyncio.to_thread(self._copy)
        published.users += 1  # lest it be removed before it is the current one
        await self._prepare(published)
        replaced, self._current = self._current, published
        self.release(published)
        if replaced is not None:
            self._remove_unused(replaced)

    def _copy(self) -> Checkpoint:
        if self._directory is None:
            self._directory = _make_directory(self._store.path)
        self._count += 1
        # Read before the copy is made, which holds at least this
        revision = self._store.revision
        path = self._directory / str(self._count)
        try:
            self._store.checkpoint(path)
        except BaseException:
            shutil.rmtree(path, ignore_errors=True)
            if self._store.path is None or self._store.takes_writes:
                raise
            # Its disk is full: nothing changes it any more, so that it can be read where it is
            return Checkpoint(self._store.path, revision)
        return Checkpoint(path, revision)

    def _remove_unused(self, checkpoint: Checkpoint) -> None:
        is_unused = checkpoint is not self._current and not checkpoint.users
        if is_unused and checkpoint.path.parent == self._directory:
            # Hundreds of files, whose space is freed with the last link: not for the event loop
            removal = asyncio.get_running_loop().run_in_executor(None, _remove, checkpoint.path)
            self._removals.add(removal)
            removal.add_done_callback(self._removals.discard)


def _remove(directory: Path) -> None:
    shutil.rmtree(directory, ignore_errors=True)


def _make_directory(store: Path | None) -> Path:
    """Make a directory for checkpoints, within the store's so that they can be links; an old one goes."""
    if store is None:
        return Path(tempfile.mkdtemp(prefix="diplograph-"))
    directory = store / "published"
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir()
    return directory
