"""Tellings agree in status, attributes, dates and places, or are of two events."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from graph.events.merging.circumstances import dates_agree
from graph.model import DateRange, PartialDate, Status
from tests.graph.events.merging.dates import DATES
from tests.graph.events.merging.tellings import (
    CUSCO,
    FRANCE,
    KENYA,
    LIMA,
    ONE,
    OSTAVIK,
    PERU,
    SOMEWHERE,
    TWO,
    VELKANOV,
    draft,
    groups,
)


def day(month: int, number: int, year: int | None = None) -> PartialDate:
    return PartialDate(year, month, number)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({}, {}, ONE),
        ({"status": Status.PLANNED}, {}, TWO),
        ({"when": DateRange(day(5, 5))}, {}, ONE),
        ({"when": DateRange(day(5, 5))}, {"when": DateRange(day(5, 6))}, TWO),
        ({"when": DateRange(day(5, 5, 2024))}, {"when": DateRange(day(5, 6, 2024))}, ONE),
        ({"when": DateRange(day(5, 5, 2024))}, {"when": DateRange(day(5, 9, 2024))}, TWO),
        ({"when": DateRange(day(5, 5))}, {"when": DateRange(PartialDate(2024, 5))}, ONE),
        ({"when": DateRange(day(5, 5), day(5, 9))}, {"when": DateRange(day(5, 7))}, ONE),
        ({"when": DateRange(day(5, 5), day(5, 9))}, {"when": DateRange(day(5, 10))}, TWO),
        ({"attribute": "state"}, {"attribute": "unspecified"}, ONE),
        ({"attribute": "state"}, {"attribute": "working"}, TWO),
        ({"details": {"count": 2}}, {"details": {"count": 3}}, TWO),
        ({"details": {"amount": "$250 million"}}, {"details": {"amount": "659.5 million euros"}}, TWO),
        ({"details": {"amount": "$250 million"}}, {"details": {"amount": "250 million dollars"}}, ONE),
        ({}, {"roles": {"visitor": (OSTAVIK,), "destination": (FRANCE,)}}, TWO),
        ({}, {"roles": {"visitor": (OSTAVIK,), "destination": (LIMA,)}}, ONE),
        ({}, {"roles": {"visitor": (KENYA,), "destination": (PERU,)}}, ONE),
        ({}, {"roles": {"visitor": (VELKANOV,), "destination": (PERU,)}}, TWO),
        ({}, {"roles": {"destination": (PERU,)}}, ONE),
        ({"roles": {"visitor": (OSTAVIK,)}}, {"roles": {"destination": (PERU,)}}, TWO),
        ({}, {"roles": {}}, ONE),
        ({"places": (LIMA,)}, {"places": (PERU,)}, ONE),
        ({"places": (LIMA,)}, {"places": (CUSCO,)}, TWO),
        ({"places": (LIMA,)}, {"places": (SOMEWHERE,)}, ONE),
    ],
)
def test_two_tellings_are_one_event_where_nothing_contradicts(
    first: dict[str, Any], second: dict[str, Any], expected: list[list[int]]
) -> None:
    assert groups(draft(sentence=1, **first), draft(sentence=2, **second)) == expected


def test_telephone_call_is_no_meeting_at_a_place() -> None:
    roles = {"participant": (OSTAVIK, VELKANOV)}
    call = draft("Meeting", 1, roles, attribute="Call")
    assert groups(call, draft("Meeting", 2, roles, attribute="Meeting")) == ONE
    assert groups(call, draft("Meeting", 2, roles, attribute="Meeting", places=(LIMA,))) == TWO
    from_lima = draft("Meeting", 1, roles, attribute="Call", places=(LIMA,))
    assert groups(from_lima, draft("Meeting", 2, roles, attribute="Meeting")) == ONE


def test_last_meeting_is_not_this_one() -> None:
    roles = {"participant": (OSTAVIK, VELKANOV)}
    assert groups(draft("Meeting", 1, roles, "summit"), draft("Meeting", 4, roles, "talks")) == TWO
    assert groups(draft("Meeting", 1, roles, "summit"), draft("Meeting", 2, roles)) == ONE


def test_visit_spoken_of_by_a_noun_is_the_one_told_whatever_its_tense() -> None:
    planned = draft(sentence=1, status=Status.PLANNED)
    assert groups(planned, draft("Visit", 9, word="visit")) == ONE
    assert groups(planned, draft("Visit", 10, word="visit")) == TWO
    assert groups(draft(status=Status.DENIED), draft("Visit", 9, word="visit")) == TWO
    roles = {"participant": (OSTAVIK, VELKANOV)}
    meeting = draft("Meeting", 1, roles, status=Status.PLANNED)
    assert groups(meeting, draft("Meeting", 11, roles, "meeting")) == TWO


def test_verb_tells_again_the_visit_during_which_something_was_done_whatever_its_tense() -> None:
    aside = draft(sentence=16, word="visit")
    assert groups(aside, draft(sentence=6, status=Status.PLANNED)) == [[1, 0]]
    assert groups(aside, draft(sentence=8, status=Status.PLANNED)) == TWO, "another visit"
    assert groups(aside, draft(sentence=6, status=Status.DENIED)) == TWO


@pytest.mark.parametrize(
    ("kind", "first", "second", "expected"),
    [
        ("restore", Status.PLANNED, Status.ACTUAL, ONE),
        ("restore", Status.DENIED, Status.ACTUAL, TWO),
        ("expel", Status.PLANNED, Status.ACTUAL, TWO),
    ],
)
def test_ties_are_restored_once(kind: str, first: Status, second: Status, expected: list[list[int]]) -> None:
    roles = {"actor": (KENYA,), "target": (PERU,)}
    tellings = [
        draft("RelationsChange", number, roles, status=status, attribute=kind)
        for number, status in ((6, first), (7, second))
    ]
    assert groups(*tellings) == expected


def test_items_of_a_list_are_events_of_their_own() -> None:
    party = {"party": (KENYA, PERU)}
    items = [draft("Agreement", number, party, is_listed=True) for number in (1, 2, 3)]
    assert groups(*items) == [[0], [1], [2]]


def test_what_is_dated_long_before_the_article_is_not_its_news() -> None:
    before = {"when": DateRange(PartialDate(2019)), "is_long_past": True}
    assert groups(draft(sentence=1), draft(sentence=2, **before)) == TWO
    assert groups(draft(sentence=0), draft(sentence=2, **before)) == ONE  # a title has no date
    assert groups(draft(sentence=1, **before), draft(sentence=2)) == ONE
    assert groups(draft(sentence=1, **before), draft(sentence=5)) == TWO
    assert groups(draft(sentence=1, **before), draft(sentence=5, **before)) == ONE


@settings(deadline=None)
@given(DATES, DATES)
def test_dates_agree_whichever_comes_first(one: DateRange | None, other: DateRange | None) -> None:
    assert dates_agree(one, other) == dates_agree(other, one)
    assert dates_agree(one, one)


def test_what_was_denied_is_not_what_happened_whatever_the_title_says() -> None:
    roles = {"participant": (KENYA, PERU)}
    title, held = draft("Meeting", 0, roles), draft("Meeting", 1, roles)
    ruled_out = draft("Meeting", 2, roles, status=Status.DENIED)
    assert groups(title, held, ruled_out) == [[0, 1], [2]]
    assert groups(title, ruled_out) == [[0, 1]]


def test_who_was_appointed_takes_up_the_same_post() -> None:
    named = draft("Appointment", 16, {"appointee": (OSTAVIK,)})
    taken_up = draft("Appointment", 17, {"appointee": (OSTAVIK,)}, "take up", status=Status.PLANNED)
    assert groups(named, taken_up) == ONE
    other = draft("Appointment", 17, {"appointee": (OSTAVIK,)}, "post", status=Status.PLANNED)
    assert groups(named, other) == TWO
