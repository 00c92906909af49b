"""The day of an event tells whether what seems to be ahead has happened."""

from __future__ import annotations

from datetime import date

import pytest

from graph.events.triggers.settle import settle
from graph.model import Article, DateRange, PartialDate, Status
from graph.reading.segment import segment


@pytest.mark.parametrize(
    ("event_type", "day", "text", "status"),
    [
        ("Meeting", PartialDate(2024, 5, 7), "The donor conference in Oslo on 7 May.", Status.ACTUAL),
        ("Meeting", PartialDate(2024, 5, 7), "They were to meet in Oslo on 7 May.", Status.PLANNED),
        ("Meeting", PartialDate(2024, 5, 12), "The donor conference in Oslo on 12 May.", Status.PLANNED),
        ("Meeting", PartialDate(2024, 5), "The donor conference in Oslo in May.", Status.PLANNED),
        ("Meeting", PartialDate(2024, 4), "The donor conference in Oslo in April.", Status.ACTUAL),
        ("Visit", PartialDate(2023), "The visit to Oslo in 2023.", Status.ACTUAL),
        ("Meeting", PartialDate(2023), "I was honoured to see her in 2023.", Status.ACTUAL),
        ("Accession", PartialDate(2023), "The plan of 2023 to join the board.", Status.PLANNED),
        ("Aid", PartialDate(2024, 5, 7), "Kenya announced aid on 7 May.", Status.PLANNED),
    ],
)
def test_nothing_is_planned_for_a_day_that_is_past(
    event_type: str, day: PartialDate, text: str, status: Status
) -> None:
    assert settle(Status.PLANNED, event_type, DateRange(day), date(2024, 5, 10), text) is status


@pytest.mark.parametrize(("first", "status"), [(9, Status.ACTUAL), (10, Status.PLANNED)])
def test_what_seems_planned_but_has_begun_happens(first: int, status: Status) -> None:
    when = DateRange(PartialDate(2024, 5, first), PartialDate(2024, 5, 12))
    assert settle(Status.PLANNED, "Visit", when, date(2024, 5, 10), "") is status


def test_what_is_not_planned_or_not_dated_keeps_its_status() -> None:
    past = DateRange(PartialDate(2024, 5, 7))
    assert settle(Status.DENIED, "Meeting", past, date(2024, 5, 10), "") is Status.DENIED
    assert settle(Status.PLANNED, "Meeting", None, date(2024, 5, 10), "") is Status.PLANNED
    assert settle(Status.PLANNED, "Meeting", past, None, "") is Status.PLANNED


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The minister is visiting Peru.", Status.ACTUAL),
        ("The minister is to visit Peru.", Status.PLANNED),
    ],
)
def test_visit_without_a_day_that_goes_on_happens(text: str, status: Status) -> None:
    assert settle(Status.PLANNED, "Visit", None, date(2024, 5, 10), text) is status


@pytest.mark.parametrize(
    ("event_type", "text", "word", "status"),
    [
        ("Meeting", "Bank summit, Oslo, 20 May.", "summit", Status.PLANNED),
        ("Meeting", "The minister attends the summit on 20 May.", "summit", Status.PLANNED),
        ("Appointment", "The minister is stepping down on 20 May.", "stepping", Status.PLANNED),
        ("Meeting", "The minister attended the summit on 20 May.", "summit", Status.ACTUAL),
        ("Meeting", "The minister has met Holm on 20 May.", "met", Status.ACTUAL),
        ("Criticism", "The minister attacks Peru on 20 May.", "attacks", Status.ACTUAL),
    ],
    ids=["no verb", "present", "goes on", "past", "perfect", "speech"],
)
def test_what_is_told_of_a_later_day_without_the_past_tense_is_planned(
    event_type: str, text: str, word: str, status: Status
) -> None:
    told = next(token for token in segment(Article("a", text))[0].tokens if token.text == word)
    when = DateRange(PartialDate(2024, 5, 20))
    assert settle(Status.ACTUAL, event_type, when, date(2024, 5, 10), text, told=told) is status
