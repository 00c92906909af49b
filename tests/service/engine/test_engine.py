import asyncio
import json
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from graph.errors import DiplographError, QueryError
from graph.storage.store import Store
from service.engine import pool
from service.engine.engine import Answer, BrokenOffError, Engine, Forms, is_volatile
from service.engine.messages import Kind, Query
from service.engine.process import Stop
from service.errors import (
    BusyError,
    ForbiddenError,
    NotAcceptableError,
    OverMemoryError,
    TimeUpError,
    TooLargeError,
)

ARTICLE = "http://localhost:8000/article/1"
FORMS = Forms("json", "ntriples")


def values(name: str, count: int) -> str:
    return f"VALUES ?{name} {{ {' '.join(map(str, range(count)))} }}"


def table(columns: str, count: int) -> str:
    return " ".join(values(name, count) for name in columns)


# Each keeps a processor busy for hours
RUNAWAY = f"SELECT (COUNT(*) AS ?n) {{ {table('abcdef', 60)} FILTER(?a+?b+?c+?d+?e+?f = -1) }}"
HUNGRY = f"SELECT * {{ {table('abcd', 100)} }} ORDER BY ?a"


def write(store: Store, number: int) -> None:
    graph = ox.NamedNode(ARTICLE)
    triple = ox.NamedNode("http://e/s"), ox.NamedNode("http://e/p"), ox.Literal(number)
    store.replace_article(ARTICLE, [ox.Quad(*triple, graph)])


async def ask(engine: Engine, text: str, client: str = "a", forms: Forms = FORMS) -> Answer:
    return await engine.answer(Query(text), forms, client=client)


async def rows(engine: Engine, text: str, client: str = "a") -> list[dict[str, str]]:
    bindings = json.loads((await ask(engine, text, client)).content)["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in bindings]


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.02)


def children() -> set[int]:
    """The processes that this one has started and that have not ended."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = path.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if int(parent) == os.getpid() and state != "Z":
            found.add(int(path.parent.name))
    return found


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
            assert len(list((on_disk.path / "published").iterdir())) == 1

    asyncio.run(check())


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        (RUNAWAY, TimeUpError, r"ran for \d\.\d s, and the limit is 1 s"),
        (HUNGRY, OverMemoryError, "more memory than 100,000,000 bytes"),
        ("ASK {", QueryError, "line 1, column 6"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> {} }", ForbiddenError, "SERVICE"),
        ("SELECT (<http://no/such>(1) AS ?x) {}", QueryError, "cannot be evaluated"),
        (f"SELECT * {{ {table('abc', 60)} }}", TooLargeError, "more than 500,000 bytes"),
        (f"ASK {{ {'{' * 100}{'}' * 100} }}", TooLargeError, "nests more than 64"),
        ("#" * 1_200_001, TooLargeError, "1,200,001 characters"),
    ],
    ids=["time", "memory", "syntax", "service", "function", "answer", "depth", "length"],
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


def test_queries_that_wait_for_a_write_share_one_checkpoint(on_disk: Store, opened: Any) -> None:
    async def check() -> None:
        async with opened(on_disk) as engine:
            for number in range(5):
                write(on_disk, number)
            await asyncio.gather(*(ask(engine, f"ASK {{}} # {number}") for number in range(20)))
            assert on_disk.path is not None
            assert [path.name for path in (on_disk.path / "published").iterdir()] == ["1"]

    asyncio.run(check())


def test_same_question_is_answered_from_memory_until_the_store_changes(on_disk: Store, opened: Any) -> None:
    async def check() -> None:
        write(on_disk, 1)
        async with opened(on_disk) as engine:
            count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
            first, second = await ask(engine, count), await ask(engine, count)
            assert second is first
            write(on_disk, 2)
            third = await ask(engine, count)
            assert third is not first
            assert None is not third.tag != first.tag

    asyncio.run(check())


VOLATILE = (
    "SELECT (RAND() AS ?x) {}",
    "SELECT (now () AS ?x) {}",
    "SELECT (STRUUID#\n() AS ?x) {}",
    "SELECT (BNODE() AS ?x) {}",
    "CONSTRUCT { [] <http://e/p> 1 } {}",
    "CONSTRUCT { _:b <http://e/p> 1 } {}",
    "CONSTRUCT { <http://e/s> <http://e/p> (1) } {}",
)


def test_what_is_different_each_time_has_no_tag_and_is_not_kept(on_disk: Store, opened: Any) -> None:
    async def check() -> None:
        async with opened(on_disk) as engine:
            for text in VOLATILE:
                first, second = await ask(engine, text), await ask(engine, text)
                assert (first.tag, second.tag) == (None, None)
                assert first.content != second.content

    asyncio.run(check())


@pytest.mark.parametrize(
    "text",
    [
        "ASK {}#now" + "#" * 99_000,
        "construct " * 10_000,
        "construct{" * 10_000,
        "now" + " " * 99_000,
        "now#" * 25_000,
    ],
)
def test_hostile_text_is_looked_at_once_and_no_more(text: str) -> None:
    assert is_volatile(text) == ("now#" in text)  # a search that tries again and again would not come back


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?known { ?known ?p (1) }",
        "CONSTRUCT { ?s ?p ?o } { ?s ?p [] FILTER(?s) }",
        "CONSTRUCT WHERE { ?s ?p ?o }",
    ],
)
def test_what_is_the_same_each_time_is_known_as_such(text: str) -> None:
    assert not is_volatile(text)


def test_form_that_the_answer_lacks_is_refused(on_disk: Store, opened: Any) -> None:
    async def check() -> None:
        async with opened(on_disk) as engine:
            with pytest.raises(NotAcceptableError):
                await ask(engine, "ASK {}", forms=Forms(None, "turtle"))

    asyncio.run(check())


def test_time_that_was_spent_before_counts(on_disk: Store, opened: Any) -> None:
    """Of 100,000 seconds a tenth of one is left."""

    async def check() -> None:
        async with opened(on_disk, query_seconds=100_000) as engine:
            with pytest.raises(TimeUpError, match="and the limit is 100000 s"):
                await engine.answer(Query(RUNAWAY), FORMS, client="a", spent=99_999.9)

    asyncio.run(check())
