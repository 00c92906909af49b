import asyncio
from typing import Any

import pytest

from graph.storage.store import Store
from service.engine.engine import Forms, is_volatile
from service.engine.messages import Query
from service.errors import (
    NotAcceptableError,
    TimeUpError,
)
from tests.service.engine.asking import FORMS, RUNAWAY, ask, write


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
