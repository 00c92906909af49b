import asyncio
import os
import signal
from typing import Any

import pytest

from graph.storage.store import Store
from service.engine import pool
from service.engine.engine import BrokenOffError, Forms
from service.engine.messages import Kind, Query
from service.engine.process import Stop
from tests.service.engine.asking import ask, children, table, until, values


def test_large_answer_comes_in_pieces_and_gives_its_process_back(on_disk: Store, opened: Any) -> None:
    async def check() -> None:
        async with opened(on_disk) as engine:
            answer = await ask(engine, f"SELECT * {{ {table('abc', 60)} }}", forms=Forms("csv", None))
            assert answer.pieces is not None
            content = b"".join([piece async for piece in answer.pieces])
            answer.close()
            assert content.count(b"\r\n") == 60**3 + 1
            assert (await ask(engine, "ASK {}")).kind is Kind.BOOLEAN

    asyncio.run(check())


def test_answer_that_fails_halfway_breaks_off(on_disk: Store, opened: Any) -> None:
    async def check() -> None:
        async with opened(on_disk, max_result=3_000_000) as engine:
            answer = await ask(engine, f"SELECT * {{ {table('abc', 100)} }}")
            assert answer.pieces is not None
            with pytest.raises(BrokenOffError, match="more than 3,000,000 bytes"):
                [piece async for piece in answer.pieces]
            answer.close()

    asyncio.run(check())


def test_reader_who_does_not_read_loses_its_answer_in_time(on_disk: Store, opened: Any) -> None:
    async def check() -> None:
        async with opened(on_disk, answer_seconds=1.0) as engine:
            answer = await ask(engine, f"SELECT * {{ {table('abcd', 60)} }}")
            assert answer.pieces is not None
            assert (await ask(engine, "ASK {}")).kind is Kind.BOOLEAN
            with pytest.raises(BrokenOffError, match="reader"):
                [piece async for piece in answer.pieces]
            answer.close()

    asyncio.run(check())


def test_readers_who_do_not_read_leave_processes_to_others(on_disk: Store, opened: Any) -> None:
    async def check() -> None:
        async with opened(on_disk, query_processes=2) as engine:
            stalled = [
                await ask(engine, f"SELECT * {{ {table('abc', 100)} }} # {n}", forms=Forms("csv", None))
                for n in range(4)
            ]
            assert (await ask(engine, "ASK {}")).kind is Kind.BOOLEAN
            for answer in stalled:
                assert answer.pieces is not None
                answer.close()

    asyncio.run(check())


def test_process_is_free_when_the_whole_answer_has_come_read_or_not(
    on_disk: Store, opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However slow the machine is, the query is no long one, in whose stead another process starts
    for name in ("LONG_SECONDS", "LONG_WHILE_OTHERS_WAIT", "LONG_WAIT"):
        monkeypatch.setattr(pool, name, 60.0)
    before = children()

    async def check() -> None:
        async with opened(on_disk) as engine:
            # Larger than what is sent whole, smaller than what a process must wait with
            answer = await ask(engine, f"SELECT * {{ {table('abc', 52)} }}", forms=Forms("csv", None))
            assert answer.pieces is not None
            first = children() - before
            assert (await ask(engine, "ASK {}")).kind is Kind.BOOLEAN
            assert children() - before == first
            content = b"".join([piece async for piece in answer.pieces])
            assert content.count(b"\r\n") == 52**3 + 1
            answer.close()

    asyncio.run(check())


def test_what_is_written_at_once_comes_however_large_it_is(on_disk: Store, opened: Any) -> None:
    async def check() -> None:
        async with opened(on_disk) as engine:
            long = f"SELECT ?a ('{'x' * 2_000}' AS ?x) {{ {values('a', 1_100)} }}"
            answer = await engine.answer(Query(long), Forms("table", None), client="a", is_whole=True)
            assert len(answer.content) > 2_000_000

    asyncio.run(check())


def test_what_waits_in_a_process_does_not_grow_with_its_answers(on_disk: Store, opened: Any) -> None:
    async def check() -> None:
        async with opened(on_disk, cache_bytes=0) as engine:
            process = await engine._pool.take("a")
            engine._pool.give_back(process, is_reusable=True)
            for _ in range(100):
                await ask(engine, "ASK {}")
            assert process.is_usable
            assert process.inbox.waiting == 0

    asyncio.run(check())


def test_process_that_was_killed_is_not_lent_again(on_disk: Store, opened: Any) -> None:
    async def check() -> None:
        async with opened(on_disk) as engine:
            process = await engine._pool.take("a")
            process.kill(Stop.TIME)
            engine._pool.give_back(process, is_reusable=True)
            other = await engine._pool.take("a")
            assert other is not process
            engine._pool.give_back(other, is_reusable=True)

    asyncio.run(check())


def test_killed_process_is_replaced(on_disk: Store, opened: Any) -> None:
    before = children()

    async def check() -> None:
        async with opened(on_disk) as engine:
            await ask(engine, "ASK {}")
            (process,) = children() - before
            os.kill(process, signal.SIGKILL)
            await asyncio.sleep(1)
            assert (await ask(engine, "ASK { }")).kind is Kind.BOOLEAN

    asyncio.run(check())


def test_reader_who_does_not_read_gives_its_place_to_the_next_long_query(
    on_disk: Store, opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "STALLED_WHILE_FULL", 1.0)

    async def check() -> None:
        async with opened(on_disk, max_long_queries=1) as engine:
            answer = await ask(engine, f"SELECT * {{ {table('abcd', 60)} }}")
            assert answer.pieces is not None
            await until(lambda: not engine._pool._busy)
            with pytest.raises(BrokenOffError, match="reader"):
                [piece async for piece in answer.pieces]
            answer.close()

    asyncio.run(check())
