"""federation: the SERVICE clauses of a query become what the listed endpoints answer."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

from graph.errors import QueryError
from service.engine.messages import Query
from service.errors import BusyError, EndpointError
from service.federation.bindings import binding_query
from service.federation.calls import Call, find_calls, may_call
from service.federation.requests import send_query
from service.federation.tables import values_block
from service.query_check import Limits

_THREADS = 4
Ask = Callable[[Query], Awaitable[bytes]]


@dataclass(frozen=True, slots=True)
class Reach:
    """Which endpoints are asked, for how long and for how much; how often at the same time.

    `internal_hosts` are the names of those that may stand in a network that is not public.
    """

    endpoints: frozenset[str]
    seconds: float
    rows: int
    size: int = 8_000_000
    calls: int = 32
    client_calls: int = 8
    internal_hosts: frozenset[str] = frozenset()


class Federation:
    """Asks other endpoints in this process, for those that evaluate queries have no network."""

    def __init__(self, reach: Reach, limits: Limits, *, base: str) -> None:
        self._reach = reach
        self._limits = limits
        self._base = base
        self._open = Counter[str]()
        # A name server that does not answer keeps neither queries waiting that are read, nor the service
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="federation")
        self._names = ThreadPoolExecutor(_THREADS, thread_name_prefix="names")

    def close(self) -> None:
        """Give up what waits."""
        for executor in (self._threads, self._names):
            executor.shutdown(wait=False, cancel_futures=True)

    async def resolve(self, query: Query, *, client: str, ask: Ask) -> Query:
        """Put into a query what its SERVICE clauses stand for; one without them is given back as it is.

        `ask` has a query for rows answered here, in SPARQL's JSON.
        """
        if not self._reach.endpoints or not may_call(query.text):
            return query
        find = partial(find_calls, query.text, endpoints=self._reach.endpoints, limits=self._limits)
        text, calls = await asyncio.get_running_loop().run_in_executor(self._threads, find)
        if not calls:
            return query
        with self._places(client, len(calls)):
            tables = await _all_of([self._ask(call, replace(query, text=text), ask) for call in calls])
        return _fill(replace(query, text=text), calls, tables)

    @contextmanager
    def _places(self, client: str, count: int) -> Iterator[None]:
        reach = self._reach
        if self._open.total() + count > reach.calls or self._open[client] + count > reach.client_calls:
            raise BusyError("too many other endpoints are being asked by SERVICE: try again in a minute")
        self._open[client] += count
        try:
            yield
        finally:
            self._open[client] -= count
            if not self._open[client]:
                del self._open[client]

    async def _ask(self, call: Call, query: Query, ask: Ask) -> str:
        """Ask an endpoint; where its clause is SILENT, a failure stands for one solution without values."""
        known = await self._known(call, query, ask)
        try:
            return await self._table(call.endpoint, call.query(known))
        except EndpointError as error:
            if call.is_silent:
                return ""
            raise EndpointError(f"the SERVICE endpoint {call.endpoint} {error}") from error

    async def _known(self, call: Call, query: Query, ask: Ask) -> str:
        """The values that the clause's variables have here, where they are few: no others are asked for."""
        most = self._reach.rows
        text = binding_query(query.text, begin=call.begin, end=call.end, most_rows=most)
        if text is None:
            return ""
        try:
            return await self._read(await ask(replace(query, text=text)))
        except (EndpointError, QueryError):  # too many; or the whole query will be found malformed
            return ""

    async def _read(self, content: bytes) -> str:
        read = partial(values_block, content, most_rows=self._reach.rows, base=self._base)
        return await asyncio.get_running_loop().run_in_executor(self._threads, read)

    async def _table(self, endpoint: str, query: str) -> str:
        reach = self._reach
        try:
            async with asyncio.timeout(reach.seconds):
                content = await send_query(
                    endpoint,
                    query,
                    agent=f"diplograph (+{self._base})",
                    most_bytes=reach.size,
                    executor=self._names,
                    internal_hosts=reach.internal_hosts,
                )
        except TimeoutError as error:
            raise EndpointError(f"does not answer within {reach.seconds:g} s") from error
        return await self._read(content)


async def _all_of(work: Sequence[Coroutine[None, None, str]]) -> list[str]:
    """What all give; where one fails, the others are given up."""
    tasks = [asyncio.ensure_future(each) for each in work]
    try:
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _fill(query: Query, calls: Sequence[Call], tables: Sequence[str]) -> Query:
    """Put a group into the place of each clause, as long in lines as it was, and a table into each group."""
    parts, places = "", []
    end = 0
    for call in calls:
        parts += query.text[end : call.begin] + "{ "
        places.append(len(parts))
        parts += "\n" * query.text.count("\n", call.begin, call.end) + "}"
        end = call.end
    # One that is empty stays in: the answer is of this moment
    return replace(query, text=parts + query.text[end:], tables=tuple(zip(places, tables, strict=True)))
