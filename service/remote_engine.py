"""remote_engine: a query becomes an answer of another engine, within the same bounds."""

from __future__ import annotations

import asyncio
import io
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from functools import partial
from traceback import clear_frames
from typing import cast

import pyoxigraph as ox

from graph.errors import EngineError, QueryError
from graph.storage.remote import RemoteStore
from graph.storage.remote_http import LateError
from graph.storage.remote_results import StreamedResults
from service.blank_nodes import unname_blank_nodes
from service.engine.admission import Admission, Shares
from service.engine.cache import Cache
from service.engine.engine import Answer, Forms, explain_stop
from service.engine.messages import Bounds, Frame, Kind, Query, Question, Task, WholeGraph, read_error
from service.engine.places import Places
from service.engine.pool import PATIENCE, Pool
from service.engine.process import EndedError
from service.engine.results import write_results, write_triples
from service.engine.worker import Output
from service.errors import TimeUpError, TooLargeError
from service.query_check import check_read_only, named_graphs

_MOST_GRAPHS = 20  # graphs of a data set: the engine is asked for each whether it has it


class RemoteEngine:
    """Has strangers' queries answered by another engine, which must bound their memory itself.

    A query process reads a query first: nothing is sent but queries, of a size that parsers bear, with a form
    for the answer. Nothing is kept: whoever else writes to the engine does not say so here.
    """

    def __init__(self, store: RemoteStore, bounds: Bounds, shares: Shares, *, answer_seconds: float) -> None:
        self._store = store
        self._bounds = bounds
        self._pool = Pool(bounds, shares, answer_seconds=answer_seconds)
        self._admission = Admission(shares)
        count = shares.processes + shares.long_queries
        self._places = Places(count, client_count=shares.client_long_queries, patience=PATIENCE)
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="query")
        self.cache = Cache[Answer](0)

    @property
    def is_able(self) -> bool:
        """Whether a query can be answered: not where no query process starts."""
        return self._pool.is_able

    @property
    def revision(self) -> int:
        """The revision of the store, as the engine tells it."""
        return self._store.revision

    def writing(self) -> AbstractAsyncContextManager[None]:
        """Do nothing: the engine answers with what was written."""
        return nullcontext()

    async def start(self) -> None:
        """Start the processes before the first query comes; the engine runs already, or will."""
        self._pool.start()

    async def close(self) -> None:
        """End the processes, and give up the queries that wait."""
        await self._pool.close()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def tag(self, query: Question, forms: Forms) -> str | None:
        """The tag that an answer to the query has now: none, for the engine may have changed."""
        return None

    async def answer(
        self, query: Question, forms: Forms, *, client: str, is_whole: bool = False, spent: float = 0.0
    ) -> Answer:
        """Answer a query for a client, named by its address; every answer is whole."""
        self._admission.admit(client)
        try:
            kind = Kind.TRIPLES
            if isinstance(query, Query):
                kind = await self._check(query, forms, client, spent)
            await self._places.take(client)
        except BaseException:
            self._admission.forget(client)
            raise
        job = self._threads.submit(self._run, query, forms, kind)
        # A client may leave, the engine works on: the place is taken until it has answered
        job.add_done_callback(partial(self._note_end, asyncio.get_running_loop(), client))
        return await asyncio.wrap_future(job)

    def _note_end(self, loop: asyncio.AbstractEventLoop, client: str, _: Future[Answer]) -> None:
        with suppress(RuntimeError):  # the service has ended
            loop.call_soon_threadsafe(self._free, client)

    def _free(self, client: str) -> None:
        self._places.give_back(client)
        self._admission.forget(client)

    async def _check(self, query: Query, forms: Forms, client: str, spent: float) -> Kind:
        """Have a query process read the query, and say what its answer will be."""
        process = await self._pool.take(client)
        process.worked = spent
        is_reusable = False
        try:
            process.send(Task(query, "", forms.results, forms.rdf))
            frame, content = await process.inbox.receive()
            is_reusable = frame in (Frame.END, Frame.ERROR)
            if frame is Frame.ERROR:
                raise read_error(content)
            return Kind(content)
        except EndedError as error:
            raise explain_stop(error.stop, process.worked, self._bounds) from error
        finally:
            self._pool.give_back(process, is_reusable=is_reusable)

    # In a thread

    def _run(self, query: Question, forms: Forms, kind: Kind) -> Answer:
        try:
            if isinstance(query, WholeGraph):
                return self._read(query, forms)
            return self._answer(query, forms, kind)
        except Exception as error:
            _clear_frames(error)
            raise

    def _read(self, graph: WholeGraph, forms: Forms) -> Answer:
        output = Bounded(self._bounds.result)
        quads = self._store.quads_of_graph(graph.name) or ()
        triples = (unname_blank_nodes(quad.triple, genid=graph.genid) for quad in quads)
        write_triples(triples, forms.rdf or "", cast("Output", output))
        return Answer(Kind.TRIPLES, None, output.getvalue())

    def _answer(self, query: Query, forms: Forms, kind: Kind) -> Answer:
        check_read_only(query.full_text)  # the engine may read more out of it than SPARQL has
        self._check_graphs(query)
        output = Bounded(self._bounds.result)
        try:
            with self._store.stream(query.full_text, query.default_graphs, query.named_graphs) as results:
                _write(results, forms, kind, cast("Output", output))
        except LateError as error:
            raise TimeUpError(
                f"the query ran for {self._bounds.seconds:g} s, and that is the limit: "
                "ask for less, or add a LIMIT"
            ) from error
        except QueryError as error:
            raise QueryError(f"the store does not take the query: {error}") from error
        return Answer(kind, None, output.getvalue())

    def _check_graphs(self, query: Query) -> None:
        """Refuse a data set of graphs that the engine does not have: it might fetch them."""
        names = {*(query.default_graphs or ()), *(query.named_graphs or ()), *named_graphs(query.text)}
        if len(names) > _MOST_GRAPHS:
            raise TooLargeError(
                f"the query names {len(names)} graphs by FROM, at most {_MOST_GRAPHS} are taken"
            )
        self._store.check_graphs(names)


def _write(results: StreamedResults, forms: Forms, kind: Kind, output: Output) -> None:
    is_rows = isinstance(results, ox.QuerySolutions | ox.QueryBoolean)
    if is_rows is (kind is Kind.TRIPLES):
        raise EngineError("the store answers with triples for rows, or with rows for triples")
    if isinstance(results, ox.QuerySolutions | ox.QueryBoolean):
        write_results(results, forms.results or "", output)
    else:
        write_triples(results, forms.rdf or "", output)


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
