"""publisher: the store's present state becomes a checkpoint, which query processes read."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Protocol

from graph.errors import StoreError

_PAUSE, _INTEREST = 0.1, 5.0  # seconds: between two looks, and for how long a query shows interest


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


class Publisher:
    """Publishes what the store holds when it is asked for: not each of many writes, which nobody reads."""

    def __init__(self, store: Source) -> None:
        self._store = store
        self._directory: Path | None = None
        self._count = 0
        self._current: Checkpoint | None = None
        self._publication: asyncio.Task[Checkpoint] | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._removals: set[asyncio.Future[None]] = set()
        self._asked = 0.0

    @property
    def revision(self) -> int:
        """The revision that a query asked now must see."""
        return self._store.revision

    def graph_revision(self, iri: str) -> int:
        """The revision of the last write to a named graph."""
        return self._store.graph_revision(iri)

    async def hold(self) -> Checkpoint:
        """Give a checkpoint of every write that has been acknowledged; `release` gives it back."""
        self._asked = monotonic()
        if self._keeper is None:
            self._keeper = asyncio.create_task(self._keep_fresh())
        current = await self._fresh()
        current.users += 1
        return current

    async def _fresh(self) -> Checkpoint:
        revision = self._store.revision
        while self._current is None or self._current.revision < revision:
            # All that wait share one publication, which one of them that leaves must not stop
            if self._publication is None or self._publication.done():
                self._publication = asyncio.create_task(self._publish())
            await asyncio.shield(self._publication)
        return self._current

    async def _keep_fresh(self) -> None:
        """Publish what is written while queries are asked, so that few of them have to wait for it."""
        while True:
            await asyncio.sleep(_PAUSE)
            if monotonic() - self._asked < _INTEREST:
                with suppress(StoreError):  # the next query will have it too, and tell
                    await self._fresh()

    def release(self, checkpoint: Checkpoint) -> None:
        """Give a checkpoint back; one that is replaced and no longer read is removed."""
        checkpoint.users -= 1
        self._remove_unused(checkpoint)

    async def close(self) -> None:
        """Remove what was published, and what is just being published."""
        if self._keeper is not None:
            self._keeper.cancel()
            await asyncio.wait([self._keeper])
        if self._publication is not None:
            await asyncio.wait([self._publication])
        if self._removals:
            await asyncio.wait(self._removals)
        if self._directory is not None:
            await asyncio.to_thread(_remove, self._directory)

    async def _publish(self) -> Checkpoint:
        replaced, self._current = self._current, await asyncio.to_thread(self._copy)
        if replaced is not None:
            self._remove_unused(replaced)
        return self._current

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
        is_copy = checkpoint.path.parent == self._directory
        if is_copy and checkpoint is not self._current and not checkpoint.users:
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
