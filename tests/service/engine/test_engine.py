import asyncio
from pathlib import Path
from typing import Any

import pytest

from graph.errors import DiplographError, QueryError
from graph.storage.store import Store
from service.engine.messages import Kind
from service.errors import (
    ForbiddenError,
    OverMemoryError,
    TimeUpError,
    TooLargeError,
)
from tests.service.engine.asking import HUNGRY, RUNAWAY, ask, children, rows, table, until, write


def test_write_is_seen_by_the_next_query(on_disk: Store, opened: Any) -> None:
    async def check() -> None:
        async with opened(on_disk) as engine:
            for number in range(3):
                write(on_disk, number)
                assert await rows(engine, "SELECT ?o { ?s ?p ?o }") == [{"o": str(number)}]

    asyncio.run(check())


def test_store_in_a_directory_relative_to_this_one_is_asked_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: Any
) -> None:
    monkeypatch.chdir(tmp_path)

    async def check() -> None:
        store = Store.open(Path("store"))
        write(store, 1)
        async with opened(store) as engine:
            assert await rows(engine, "SELECT ?o { ?s ?p ?o }") == [{"o": "1"}]

    asyncio.run(check())


def test_store_in_memory_is_asked_alike(opened: Any) -> None:
    async def check() -> None:
        store = Store.open()
        write(store, 1)
        async with opened(store) as engine:
            assert await rows(engine, "SELECT ?o { GRAPH ?g { ?s ?p ?o } }") == [{"o": "1"}]

    asyncio.run(check())


def test_nothing_is_left_when_the_engine_is_closed(on_disk: Store, opened: Any) -> None:
    before = children()

    async def check() -> None:
        async with opened(on_disk) as engine:
            await ask(engine, "ASK {}")
            assert children() - before

    asyncio.run(check())
    assert children() == before
    assert on_disk.path is not None
    assert not (on_disk.path / "published").exists()


def test_checkpoint_that_nobody_reads_is_removed(on_disk: Store, opened: Any) -> None:
    async def check() -> None:
        async with opened(on_disk) as engine:
            for number in range(4):
                write(on_disk, number)
                await ask(engine, "ASK {}")
            assert on_disk.path is not None
            published = on_disk.path / "published"
            await until(lambda: len(list(published.iterdir())) == 1)

    asyncio.run(check())


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        (RUNAWAY, TimeUpError, r"ran for \d\.\d s, and the limit is 1 s"),
        (HUNGRY, OverMemoryError, "more memory than 100,000,000 bytes"),
        ("ASK {", QueryError, "line 1, column 6"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> {} }", ForbiddenError, "SERVICE"),
        (f"SELECT * {{ {table('abc', 60)} }}", TooLargeError, "more than 500,000 bytes"),
        (f"ASK {{ {'{' * 100}{'}' * 100} }}", TooLargeError, "nests more than 64"),
        ("#" * 1_200_001, TooLargeError, "1,200,001 characters"),
    ],
    ids=["time", "memory", "syntax", "service", "answer", "depth", "length"],
)
def test_query_beyond_a_limit_is_answered_and_the_next_one_too(
    on_disk: Store, opened: Any, text: str, error: type[DiplographError], message: str
) -> None:
    async def check() -> None:
        seconds = 1.0 if text == RUNAWAY else 30.0
        limits = {"query_seconds": seconds, "query_memory": 100_000_000, "max_result": 500_000}
        async with opened(on_disk, **limits) as engine:
            with pytest.raises(error, match=message):
                await ask(engine, text)
            assert (await ask(engine, "ASK {}")).content == b'{"head":{},"boolean":true}'

    asyncio.run(check())


def test_process_that_breaks_costs_one_query_alone(on_disk: Store, opened: Any) -> None:
    # Without the check of its depth, a query overflows the parser's stack
    deep = f"SELECT * {{ {'{' * 20_000}{'}' * 20_000} }}"

    async def check() -> None:
        async with opened(on_disk, max_query_depth=10**6, max_query_patterns=10**6) as engine:
            with pytest.raises(QueryError, match="broke its process: write it flatter"):
                await ask(engine, deep)
            assert (await ask(engine, "ASK {}")).kind is Kind.BOOLEAN

    asyncio.run(check())


def test_process_has_opened_what_is_published_before_it_is_asked(on_disk: Store, opened: Any) -> None:
    async def check() -> None:
        others = children()
        async with opened(on_disk) as engine:
            await ask(engine, "ASK {}")
            async with engine.writing():
                write(on_disk, 1)
            (process,) = children() - others
            opened_files = [str(each.readlink()) for each in Path(f"/proc/{process}/fd").iterdir()]
            assert any("/published/2/" in name for name in opened_files)

    asyncio.run(check())
