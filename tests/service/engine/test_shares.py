import asyncio
from typing import Any

import pytest

from graph.storage.store import Store
from service.engine.messages import Kind
from service.errors import (
    BusyError,
)
from tests.service.engine.asking import RUNAWAY, ask, children, rows, until


def test_long_queries_leave_processes_to_short_ones(on_disk: Store, opened: Any) -> None:
    async def check() -> None:
        async with opened(on_disk) as engine:
            long = [asyncio.create_task(ask(engine, RUNAWAY + "#" * n)) for n in range(3)]
            assert await rows(engine, "SELECT (1 AS ?x) {}") == [{"x": "1"}]
            assert not any(task.done() for task in long)
            for task in long:
                task.cancel()
            await asyncio.wait(long)

    asyncio.run(check())


def test_long_queries_beyond_a_clients_share_are_stopped(on_disk: Store, opened: Any) -> None:
    async def check() -> None:
        async with opened(on_disk, max_client_long_queries=1, query_processes=2) as engine:
            long = [asyncio.create_task(ask(engine, RUNAWAY + "#" * n)) for n in range(2)]
            done, left = await asyncio.wait(long, return_when=asyncio.FIRST_COMPLETED)
            with pytest.raises(BusyError, match="too many long queries"):
                done.pop().result()
            other = asyncio.create_task(ask(engine, RUNAWAY, client="b"))
            await asyncio.sleep(2)
            assert not other.done()
            for task in (*left, other):
                task.cancel()
            await asyncio.wait([*left, other])

    asyncio.run(check())


def test_queries_beyond_a_clients_share_are_refused_at_once(on_disk: Store, opened: Any) -> None:
    async def check() -> None:
        async with opened(on_disk, max_client_queries=1) as engine:
            long = asyncio.create_task(ask(engine, RUNAWAY))
            await asyncio.sleep(0)
            with pytest.raises(BusyError, match="your address has 1"):
                await ask(engine, "ASK {}")
            assert (await ask(engine, "ASK {}", client="b")).kind is Kind.BOOLEAN
            long.cancel()
            await asyncio.wait([long])

    asyncio.run(check())


def test_query_that_nobody_waits_for_is_stopped(on_disk: Store, opened: Any) -> None:
    before = children()

    async def check() -> None:
        async with opened(on_disk) as engine:
            await ask(engine, "ASK {}")
            (process,) = children() - before
            task = asyncio.create_task(ask(engine, RUNAWAY))
            await asyncio.sleep(0.3)
            task.cancel()
            await until(lambda: process not in children())
            assert (await ask(engine, "ASK {}")).kind is Kind.BOOLEAN

    asyncio.run(check())
