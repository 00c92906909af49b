"""What the entry of a chronicle tells is of the date that begins it, and has happened."""

from __future__ import annotations

from datetime import date

import pytest

from graph.events.dates.anchors import date_story
from graph.events.dates.chronicle import date_entries, entry_dates
from graph.events.dates.when import Dates
from graph.events.draft import Draft
from graph.model import Article, DateRange, PartialDate, Sentence, Span, Status
from graph.reading.segment import segment

PUBLISHED = date(2023, 6, 10)
CHRONICLE = (
    "How it came about\n1999: Kenya meets Peru. Two months later they agree on a pact.\n"
    "Monday, June 5 - The talks between Kenya and Peru continue in Oslo. "
    "Both will meet again. They met on June 3.\n"
    "June 20 – Kenya and Peru meet.\nKenya signed it."
)


def read(text: str) -> tuple[tuple[Sentence, ...], list[Dates]]:
    sentences = segment(Article("a", text))
    story = date_story([sentence.text for sentence in sentences], published=PUBLISHED)
    return sentences, [Dates(expressions, PUBLISHED) for expressions in story]


def told(text: str, word: str, status: Status = Status.PLANNED) -> tuple[Status, DateRange | None]:
    """The status and the date of what a word of the text tells."""
    sentences, dates = read(text)
    start = text.index(word)
    number = next(n for n, sentence in enumerate(sentences) if sentence.span.end > start)
    draft = Draft(number, Span(start, start + len(word)), "Meeting", status, 0.9, (), {})
    (dated,) = date_entries([draft], sentences, dates)
    return dated.status, dated.when


def test_each_line_that_begins_with_a_date_is_an_entry() -> None:
    june = DateRange(PartialDate(2023, 6, 5))
    expected = [DateRange(PartialDate(1999))] * 2 + [june] * 3 + [DateRange(PartialDate(2023, 6, 20))]
    assert entry_dates(*read(CHRONICLE)) == (None, *expected, None)


def test_two_dated_lines_are_no_chronicle() -> None:
    assert entry_dates(*read("1999: Kenya met Peru.\n2004: Kenya left.\nNow they talk.")) == (None,) * 3


@pytest.mark.parametrize(
    ("word", "status", "expected"),
    [
        ("agree", Status.ACTUAL, (Status.ACTUAL, DateRange(PartialDate(1999)))),
        ("talks", Status.PLANNED, (Status.ACTUAL, DateRange(PartialDate(2023, 6, 5)))),
        ("meet again", Status.PLANNED, (Status.PLANNED, None)),
        ("met", Status.ACTUAL, (Status.ACTUAL, None)),
        ("meet.", Status.PLANNED, (Status.PLANNED, None)),
        ("signed", Status.ACTUAL, (Status.ACTUAL, None)),
    ],
    ids=["uncertain date", "present", "future", "date of its own", "entry ahead", "below the entries"],
)
def test_what_an_entry_tells_has_its_date_and_happened(
    word: str, status: Status, expected: tuple[Status, DateRange | None]
) -> None:
    assert told(CHRONICLE, word, status) == expected
