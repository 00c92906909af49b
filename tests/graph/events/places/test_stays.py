"""A visit ends when the text says so, and whoever is met on it is met there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graph.events.dates.anchors import date_story
from graph.events.dates.expressions import find_dates
from graph.events.dates.when import Dates
from graph.events.draft import Draft
from graph.events.places.stays import end_visits, place_at_stays
from graph.model import Article, DateRange, Entity, EntityType, PartialDate, Span, Status
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


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("She arrived on Sunday on a three-day state visit.", 7),
        ("She arrived on Sunday for her 2-day official trip.", 6),
        ("She arrived on Sunday, the second day of her three-day visit.", None),
        ("She arrived on Sunday for a two-day summit.", None),
        ("She arrived on Sunday on a one-day visit.", None),
    ],
)
def test_visit_of_so_many_days_ends_on_the_last(text: str, last: int | None) -> None:
    start = PartialDate(2024, 5, 5)
    draft = Draft(0, Span(0, 1), "Visit", Status.ACTUAL, 0.9, (), {}, when=DateRange(start))
    (ended,) = end_visits([draft], segment(Article("a", text)), [Dates((), None)])
    assert ended.when == DateRange(start, PartialDate(2024, 5, last) if last else None)


@pytest.mark.parametrize(
    ("text", "is_dated"),
    [
        ("She ended a three-day visit to Peru on Tuesday.", True),
        ("They met Ines Ostavik, whose three-day visit ended on Tuesday.", True),
        ("She spoke of a three-day visit to Peru on Tuesday.", False),
        ("She ended a visit to Peru on Tuesday.", False),
    ],
)
def test_visit_of_so_many_days_began_on_the_first(text: str, *, is_dated: bool) -> None:
    start = text.index("visit")
    draft = Draft(0, Span(start, start + 5), "Visit", Status.ACTUAL, 0.9, (), {})
    dates = Dates(find_dates(text), date(2024, 5, 8))
    (ended,) = end_visits([draft], segment(Article("a", text)), [dates])
    days = DateRange(PartialDate(2024, 5, 5), PartialDate(2024, 5, 7))
    assert ended.when == (days if is_dated else None)


LIMA, PERU, GUEST, HOST = range(4)
ENTITIES = (
    Entity("Lima", EntityType.PLACE),
    Entity("Peru", EntityType.COUNTRY),
    Entity("Ines Dahl", EntityType.PERSON),
    Entity("Luis Soto", EntityType.PERSON),
)


@pytest.mark.parametrize(
    ("destination", "day", "kind", "places"),
    [
        (LIMA, 6, "Meeting", (LIMA,)),
        (LIMA, 6, "Call", ()),
        (LIMA, 9, "Meeting", ()),
        (LIMA, None, "Meeting", ()),
        (PERU, 6, "Meeting", ()),
    ],
)
def test_whoever_is_met_on_a_stay_is_met_in_its_city(
    destination: int, day: int | None, kind: str, places: tuple[int, ...]
) -> None:
    stay = DateRange(PartialDate(2024, 5, 5), PartialDate(2024, 5, 7))
    roles = {"visitor": (GUEST,), "destination": (destination,)}
    visit = Draft(0, Span(0, 1), "Visit", Status.ACTUAL, 0.9, (), roles, when=stay)
    met = Draft(
        1, Span(2, 3), "Meeting", Status.ACTUAL, 0.9, (), {"participant": (GUEST, HOST)}, attribute=kind
    )
    met = replace(met, when=DateRange(PartialDate(2024, 5, day)) if day else None)
    told = segment(Article("a", "She flew to Lima. They met."))
    assert [each.places for each in place_at_stays([visit, met], told, ENTITIES)] == [(), places]


@pytest.mark.parametrize(
    ("text", "participant", "places"),
    [
        ("During her visit she met Luis Soto.", GUEST, (LIMA,)),
        ("During Dahl's short trip they met.", GUEST, (LIMA,)),
        ("During the war she met Luis Soto.", GUEST, ()),
        ("During her visit he met Luis Soto.", HOST, ()),
    ],
    ids=["visit", "trip", "war", "another"],
)
def test_whoever_is_met_during_a_visit_is_met_in_its_city(
    text: str, participant: int, places: tuple[int, ...]
) -> None:
    sentences = segment(Article("a", f"She flew to Lima. {text}"))
    roles = {"visitor": (GUEST,), "destination": (LIMA,)}
    visit = Draft(0, Span(0, 1), "Visit", Status.ACTUAL, 0.9, (), roles)
    met = Draft(1, Span(20, 21), "Meeting", Status.ACTUAL, 0.9, (), {"participant": (participant,)})
    assert [each.places for each in place_at_stays([visit, met], sentences, ENTITIES)] == [(), places]


@pytest.mark.parametrize(
    ("which", "day"), [("first", 5), ("second", 6), ("last", 7)], ids=["first", "second", "last"]
)
def test_what_was_done_on_a_day_of_a_visit_is_of_that_day(which: str, day: int) -> None:
    sentences = segment(Article("a", f"She flew to Lima. On the {which} day of her state visit they met."))
    stay = DateRange(PartialDate(2024, 5, 5), PartialDate(2024, 5, 7))
    visit = Draft(0, Span(0, 1), "Visit", Status.ACTUAL, 0.9, (), {"visitor": (GUEST,)}, when=stay)
    met = Draft(1, Span(20, 21), "Meeting", Status.ACTUAL, 0.9, (), {"participant": (GUEST,)})
    ended = end_visits([visit, met], sentences, [Dates((), None)] * 2)
    assert [each.when for each in ended] == [stay, DateRange(PartialDate(2024, 5, day))]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On the second day a treaty was signed.", 6),
        ("On the second day of the war a treaty was signed.", None),
        ("It rained. It poured. On the second day a treaty was signed.", None),
    ],
    ids=["of the stay", "of something else", "long after"],
)
def test_second_day_is_that_of_the_stay_just_told(text: str, day: int | None) -> None:
    sentences = segment(Article("a", f"She flew to Lima. {text}"))
    stay = DateRange(PartialDate(2024, 5, 5), PartialDate(2024, 5, 7))
    visit = Draft(0, Span(0, 1), "Visit", Status.ACTUAL, 0.9, (), {"visitor": (GUEST,)}, when=stay)
    signed = Draft(len(sentences) - 1, Span(20, 21), "Agreement", Status.ACTUAL, 0.9, (), {})
    dates = [Dates((), None) for _ in sentences]
    _, told = end_visits([visit, signed], sentences, dates)
    assert told.when == (DateRange(PartialDate(2024, 5, day)) if day else None)
