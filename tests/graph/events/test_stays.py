"""A visit ends when the text says that its visitor stayed on, or until when."""

from __future__ import annotations

from datetime import date

import pytest

from graph.events.date_story import date_story
from graph.events.draft import Draft
from graph.events.stays import end_visits
from graph.events.when import Dates
from graph.model import Article, DateRange, PartialDate, Span, Status
from graph.reading.segment import segment

ARRIVAL = DateRange(PartialDate(None, 5, 26))


def end(*following: str, when: DateRange | None = ARRIVAL, published: date | None = None) -> DateRange | None:
    """When a visit lasts whose arrival the first sentence tells, and what follows the others."""
    sentences = segment(Article("a", " ".join(["She arrived on Sunday.", *following])))
    dates = [
        Dates(expressions, published)
        for expressions in date_story([sentence.text for sentence in sentences], published=published)
    ]
    draft = Draft(
        0, Span(0, 1), "Visit", Status.ACTUAL, 0.9, (sentences[0].span,), {"visitor": (0,)}, when=when
    )
    (ended,) = end_visits([draft], sentences, dates)
    told = {sentence.span for sentence in sentences}
    assert set(ended.evidence) <= told
    assert (len(ended.evidence) == 2) == (ended.when != when)
    return ended.when


def through(month: int, day: int) -> DateRange:
    return DateRange(ARRIVAL.start, PartialDate(None, month, day))


@pytest.mark.parametrize(
    ("following", "when"),
    [
        (["She stays until 28 May."], through(5, 28)),
        (["It rained.", "On May 27 she decided to stay another night."], through(5, 28)),
        (["She will remain in the city till 2 June."], through(6, 2)),
        (["On 31 May she stayed for one more day."], through(6, 1)),
        (["She stayed until 25 May."], ARRIVAL),
        (["She spoke on 28 May."], ARRIVAL),
        (["It rained.", "It poured.", "It rained.", "She stayed until 28 May."], ARRIVAL),
        ([], ARRIVAL),
    ],
)
def test_visit_ends_as_the_next_sentences_tell(following: list[str], when: DateRange) -> None:
    assert end(*following) == when


@pytest.mark.parametrize(
    "when",
    [None, DateRange(PartialDate(2024, 5)), DateRange(PartialDate(None, 5, 26), PartialDate(None, 5, 27))],
)
def test_visit_without_day_or_with_an_end_stays_as_it_is(when: DateRange | None) -> None:
    assert end("She stays until 28 May.", when=when) == when


def test_year_of_the_end_is_that_of_the_start() -> None:
    arrival = DateRange(PartialDate(2024, 5, 26))
    published = date(2024, 5, 27)
    assert end("She stays until 28 May.", when=arrival, published=published) == DateRange(
        arrival.start, PartialDate(2024, 5, 28)
    )


def test_last_night_of_the_calendar_has_no_next_day() -> None:
    arrival = DateRange(PartialDate(9999, 12, 30))
    assert end("On 31 December 9999 she stayed another night.", when=arrival) == arrival
