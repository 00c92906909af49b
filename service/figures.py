"""figures: what is counted of a store, once for each of its revisions, by a query process."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic
from typing import Generic, TypeVar

from starlette.concurrency import run_in_threadpool

from graph.storage.stats import Stats, count_stats, load_stats_query
from service.engine.engine import Engine
from service.engine.messages import Query
from service.remote_engine import RemoteEngine
from service.rows import ROWS, read_rows

Value = TypeVar("Value")
_TRIPLES = "SELECT (COUNT(*) AS ?triples) { ?s ?p ?o }"
_OURS = ""  # the client that the service itself is
_REST = 10  # times as long as a value took to find, one that may be old is not found again


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A value, the revision that it is of, when it was found and how long that took."""

    value: Value
    revision: int
    at: float
    took: float


class Figure(Generic[Value]):
    """A value that takes a while to find; who comes meanwhile waits for it and does not look as well.

    `find` is given the revision that the value must not be older than.
    """

    def __init__(self, find: Callable[[int], Awaitable[Value]], revision: Callable[[], int]) -> None:
        self._find = find
        self._revision = revision
        self._found: Found[Value] | None = None
        self._search: asyncio.Task[None] | None = None

    async def value(self) -> Value:
        """The value at the store's revision."""
        revision = await run_in_threadpool(self._revision)  # another engine is asked for it
        # Twice: the search that is under way may be for a revision before this one
        for _ in range(2):
            if self._found is not None and self._found.revision == revision:
                break
            if self._search is None or self._search.done():
                self._search = asyncio.create_task(self._look(revision))
            await asyncio.shield(self._search)
        assert self._found is not None  # noqa: S101 - the search has ended without an error
        return self._found.value

    async def recent_value(self, *, seconds: float) -> Value:
        """The value, or one that was right so many seconds ago, or longer where it is costly to find."""
        found = self._found
        if found is not None and monotonic() < found.at + max(seconds, _REST * found.took):
            return found.value
        return await self.value()

    async def _look(self, revision: int) -> None:
        begun = monotonic()
        value = await self._find(revision)
        now = monotonic()
        self._found = Found(value, revision, now, now - begun)


class Figures:
    """The figures of a store."""

    def __init__(self, engine: Engine | RemoteEngine) -> None:
        self._engine = engine
        self.stats = Figure(self._count, lambda: engine.revision)

    async def _count(self, revision: int) -> Stats:
        """Count what the graph holds; nothing of it is done by the process that writes."""
        counted, stats = [
            read_rows(await self._engine.answer(Query(text), ROWS, client=_OURS, is_whole=True))
            for text in (_TRIPLES, load_stats_query())
        ]
        triples = sum(int(row["triples"].value) for row in counted)
        return count_stats(stats, revision=revision, triples=triples)
