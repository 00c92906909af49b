"""remote_engine: a query becomes an answer of another engine, within the same bounds."""

from __future__ import annotations

import asyncio
import io
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from time import time
from traceback import clear_frames
from typing import cast

from graph.errors import QueryError
from graph.storage.graph_store import GraphStore
from service.engine.cache import Cache
from service.engine.engine import Answer, Forms
from service.engine.messages import Bounds, Query
from service.engine.pool import Shares
from service.engine.worker import Output, kind_of, write_results
from service.errors import BusyError, NotAcceptableError, TooLargeError
from service.query_check import check_query, check_read_only, explain_syntax_error


class RemoteEngine:
    """Has strangers' queries answered by another engine, which must bound their memory itself.

    Nothing is kept: whoever else writes to the engine does not say so here.
    """

    def __init__(self, store: GraphStore, bounds: Bounds, shares: Shares) -> None:
        self._store = store
        self._bounds = bounds
        self._shares = shares
        self._asked = Counter[str]()
        at_once = shares.processes + shares.long_queries
        self._threads = ThreadPoolExecutor(at_once, thread_name_prefix="query")
        self.cache = Cache[Answer](0)

    async def start(self) -> None:
        """Do nothing: the engine runs already, or will."""

    async def close(self) -> None:
        """Give up the queries that wait."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def tag(self, query: Query, forms: Forms) -> str | None:
        """The tag that an answer to the query has now: none, for the engine may have changed."""
        return None

    async def answer(
        self, query: Query, forms: Forms, *, client: str, is_whole: bool = False, spent: float = 0.0
    ) -> Answer:
        """Answer a query for a client, named by its address; every answer is whole."""
        if self._asked.total() >= self._shares.queries or self._asked[client] >= self._shares.client_queries:
            raise BusyError("too many queries run or wait: try again in a minute")
        self._asked[client] += 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._threads, self._run, query, forms)
        finally:
            self._asked[client] -= 1
            if not self._asked[client]:
                del self._asked[client]

    def _run(self, query: Query, forms: Forms) -> Answer:
        try:
            return self._answer(query, forms)
        except Exception as error:
            _clear_frames(error)
            raise

    def _answer(self, query: Query, forms: Forms) -> Answer:
        check_query(query.text, self._bounds.query)
        check_read_only(query.text)  # it goes there with our credentials
        try:
            results = self._store.query(
                query.text, default_graphs=query.default_graphs, named_graphs=query.named_graphs
            )
        except QueryError as error:
            raise QueryError(explain_syntax_error(query.text, str(error))) from error
        kind = kind_of(results)
        form = forms.rdf if kind is kind.TRIPLES else forms.results
        if form is None:
            raise NotAcceptableError("the answer to this query has no form that is asked for")
        output = Bounded(self._bounds.result)
        write_results(results, form, cast("Output", output))
        return Answer(kind, time(), None, output.getvalue())


class Bounded(io.BytesIO):
    """Bytes in memory, up to a limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def write(self, content: bytes) -> int:  # type: ignore[override]  # pyoxigraph hands over bytes only
        """Take more bytes, or raise TooLargeError."""
        if self.tell() + len(content) > self._limit:
            raise TooLargeError(
                f"the answer has more than {self._limit:,} bytes: ask for less, or add a LIMIT"
            )
        return super().write(content)


def _clear_frames(error: BaseException | None) -> None:
    """Let go of what the failed work held: pyoxigraph's results may not be freed by another thread."""
    while error is not None:
        clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__
