import asyncio
import json
import multiprocessing

import pytest

from graph.errors import ConversionError, LanguageError, ReadError
from graph.model import Extraction
from graph.pipeline import convert
from service.article_bodies import read_article
from service.conversion import InProcesses, InThread
from service.errors import BusyError

JSON = "application/json"
BODY = json.dumps(
    {"id": "a", "text": "Norway and Sweden held talks in Oslo on Monday.", "published": "2025-03-04"}
).encode()
FRENCH = "Le président de la République s'est rendu lundi à Oslo pour une visite de deux jours.".encode()


def test_process_gives_what_the_pipeline_gives() -> None:
    with InProcesses(1, seconds=300) as conversion:
        extraction = asyncio.run(conversion.convert(BODY, JSON))
    assert extraction == convert(read_article(BODY, JSON))


@pytest.mark.parametrize(
    ("body", "media_type", "error"),
    [
        (b"{", JSON, ReadError),
        (b"\xff", "text/plain", ReadError),
        (b"<html></html>", "text/html", ReadError),
        (FRENCH, "text/plain", LanguageError),
    ],
)
def test_what_cannot_be_read_is_the_same_error_as_here(
    body: bytes, media_type: str, error: type[Exception]
) -> None:
    with InProcesses(1, seconds=300) as conversion, pytest.raises(error) as found:
        asyncio.run(conversion.convert(body, media_type))
    with pytest.raises(error) as expected:
        read_article(body, media_type)
    assert str(found.value) == str(expected.value)


def test_article_that_takes_too_long_is_given_up_and_the_next_one_begins_anew() -> None:
    with InProcesses(1, seconds=0.001) as conversion:
        for _ in range(2):
            with pytest.raises(ConversionError, match=r"took 0\.001 s"):
                asyncio.run(conversion.convert(BODY, JSON))
        assert multiprocessing.active_children() == []


def test_process_that_dies_while_it_waits_is_replaced() -> None:
    with InProcesses(1, seconds=300) as conversion:
        for _ in range(2):
            with pytest.raises(ReadError):
                asyncio.run(conversion.convert(b"{", JSON))
            for child in multiprocessing.active_children():
                child.kill()
                child.join()


def test_processes_end_with_the_conversion() -> None:
    with InProcesses(2, seconds=300) as conversion:
        with pytest.raises(ReadError):
            asyncio.run(conversion.convert(b"{", JSON))
        assert len(multiprocessing.active_children()) == 1
    assert multiprocessing.active_children() == []
    with pytest.raises(RuntimeError):
        asyncio.run(conversion.convert(BODY, JSON))


def test_more_articles_than_may_wait_are_told_to_come_again() -> None:
    async def flood(conversion: InProcesses) -> list[object]:
        return await asyncio.gather(
            *(conversion.convert(b"{", JSON) for _ in range(40)), return_exceptions=True
        )

    with InProcesses(1, seconds=300) as conversion:
        outcomes = asyncio.run(flood(conversion))
    assert [sum(isinstance(each, kind) for each in outcomes) for kind in (ReadError, BusyError)] == [33, 7]


def test_thread_converts_with_what_it_is_given() -> None:
    extraction = asyncio.run(InThread(Extraction).convert(BODY, JSON))
    assert extraction == Extraction(read_article(BODY, JSON))
