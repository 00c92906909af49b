"""What two sides agreed on the day on which they met was agreed there, and the other way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.events.draft import Draft
from graph.events.places.same_day import join_days_and_places
from graph.events.scene import Scene
from graph.model import DateRange, Entity, EntityType, PartialDate, Position, Span, Status

ENTITIES = (
    Entity("Kenya", EntityType.COUNTRY, country="KEN"),
    Entity("Peru", EntityType.COUNTRY, country="PER"),
    Entity("France", EntityType.COUNTRY, country="FRA"),
    Entity("Lima", EntityType.PLACE, country="PER"),
    Entity("Nadira Ostavik", EntityType.PERSON),
)
KENYA, PERU, FRANCE, LIMA, OSTAVIK = range(len(ENTITIES))
SCENE = Scene((), ENTITIES, (Position(OSTAVIK, "president", KENYA, ()),))
DAY, ANOTHER = DateRange(PartialDate(2024, 5, 5)), DateRange(PartialDate(2024, 5, 6))


def told(event_type: str, sides: tuple[int, ...], **fields: Any) -> tuple[Draft, ...]:
    role = "party" if event_type == "Agreement" else "participant"
    return (Draft(0, Span(0, 1), event_type, Status.ACTUAL, 0.9, (), {role: sides}, **fields),)


MEETING = told("Meeting", (OSTAVIK, PERU), when=DAY, places=(LIMA,))


@pytest.mark.parametrize(
    ("sides", "when", "places"),
    [
        ((KENYA, PERU), DAY, (LIMA,)),
        ((KENYA, PERU), ANOTHER, ()),
        ((KENYA, PERU), None, ()),
        ((KENYA, FRANCE), DAY, ()),
        ((KENYA,), DAY, ()),
    ],
    ids=["same day", "another day", "no day", "others", "one side"],
)
def test_agreement_of_the_day_of_a_meeting_is_of_its_place(
    sides: tuple[int, ...], when: DateRange | None, places: tuple[int, ...]
) -> None:
    groups = (MEETING, told("Agreement", sides, when=when))
    assert [each[0].places for each in join_days_and_places(groups, SCENE)] == [(LIMA,), places]


def test_agreement_at_the_place_of_a_meeting_is_of_its_day() -> None:
    groups = (MEETING, told("Agreement", (KENYA, PERU), places=(LIMA,)))
    assert [each[0].when for each in join_days_and_places(groups, SCENE)] == [DAY, DAY]


def test_two_meetings_on_two_days_date_no_agreement() -> None:
    later = told("Meeting", (KENYA, PERU), when=ANOTHER, places=(LIMA,))
    groups = (MEETING, later, told("Agreement", (KENYA, PERU), places=(LIMA,)))
    assert [each[0].when for each in join_days_and_places(groups, SCENE)] == [DAY, ANOTHER, None]


def test_call_is_at_no_place_to_sign_at() -> None:
    call = told("Meeting", (OSTAVIK, PERU), when=DAY, places=(LIMA,), attribute="Call")
    groups = (call, told("Agreement", (KENYA, PERU), when=DAY))
    assert [each[0].places for each in join_days_and_places(groups, SCENE)] == [(LIMA,), ()]


@pytest.mark.parametrize(
    ("status", "places"),
    [(Status.PLANNED, (LIMA,)), (Status.ACTUAL, ())],
    ids=["planned as well", "done before"],
)
def test_what_is_to_be_signed_is_where_its_sides_are_to_meet(status: Status, places: tuple[int, ...]) -> None:
    meeting = (replace(MEETING[0], status=Status.PLANNED),)
    (agreement,) = told("Agreement", (KENYA, PERU), when=DAY)
    groups = (meeting, (replace(agreement, status=status),))
    assert [each[0].places for each in join_days_and_places(groups, SCENE)] == [(LIMA,), places]
