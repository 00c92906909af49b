"""Figures and calibration of answers whose rights and wrongs are known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.events.model.encoding import EVENT_TYPES, SLOTS, STATUSES
from graph.events.model.predict import Prediction, Trigger
from graph.events.training.lines import AnnotatedEvent, AnnotatedLine
from graph.events.training.measure import (
    Answer,
    answer_lines,
    calibration,
    role_figure,
    status_accuracy,
    trigger_figures,
)
from graph.model import Span, Status

TEXT = "Kenya visited Peru , met France and said so"
TOKENS = tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in TEXT.split())


def at(word: str) -> tuple[int, int]:
    return TEXT.index(word), TEXT.index(word) + len(word)


def event(event_type: str, trigger: str, status: Status = Status.ACTUAL, **roles: str) -> AnnotatedEvent:
    return AnnotatedEvent(
        type=EVENT_TYPES.index(event_type),
        status=STATUSES.index(status),
        attribute=None,
        trigger=at(trigger),
        fillers=tuple((SLOTS.index(slot), at(word)) for slot, word in roles.items()),
    )


def trigger(event_type: str, word: str, score: float = 0.9, **roles: str) -> Trigger:
    slots = np.zeros((len(TOKENS), len(SLOTS)), np.float32)
    for slot, filler in roles.items():
        slots[TOKENS.index(Span(*at(filler))), SLOTS.index(slot)] = 1.0
    statuses = {status: float(status is Status.ACTUAL) for status in Status}
    return Trigger(event_type, Span(*at(word)), score, statuses, None, slots)


def answer(events: list[AnnotatedEvent], *triggers: Trigger) -> Answer:
    line = AnnotatedLine("p", "", TEXT, tuple(events), diplomatic=True)
    return Answer(line, Prediction(TOKENS, 1.0, triggers))


WANTED = [
    event("Visit", "visited", visitor="Kenya", destination="Peru"),
    event("Meeting", "met", Status.PLANNED, participant="France", subject="so"),
    event("Statement", "said", speaker="Kenya"),
]
ANSWER = answer(
    WANTED,
    trigger("Visit", "visited", visitor="Kenya", destination="Kenya"),
    trigger("Meeting", "met", 0.7, participant="France", subject="so"),
    trigger("Meeting", "met", 0.3),
    trigger("Visit", "met", 0.8),
)


def test_found_events_are_paired_once_the_best_trigger_first() -> None:
    found = [(said.type, said.score, event) for said, event in ANSWER.pairs(0.3)]
    assert found == [
        ("Visit", 0.9, WANTED[0]),
        ("Visit", 0.8, None),
        ("Meeting", 0.7, WANTED[1]),
        ("Meeting", 0.3, None),
    ]


def test_triggers_are_figured_by_class_and_over_all_but_statements() -> None:
    figures = trigger_figures([ANSWER], threshold=0.5)
    told = {name: figure for name, figure in figures.items() if figure}
    assert told == {"all": 0.8, "Visit": 0.667, "Meeting": 1.0}
    assert list(figures) == ["all", *EVENT_TYPES]


def test_status_is_figured_among_found_events() -> None:
    assert status_accuracy([ANSWER], threshold=0.5) == 0.5


def test_roles_are_figured_among_found_events_without_the_subject() -> None:
    # wanted Kenya, Peru, France; said Kenya twice, France
    assert role_figure([ANSWER], threshold=0.5, cutoff=0.5) == pytest.approx(0.667)


def test_figures_of_nothing_are_zero() -> None:
    assert set(trigger_figures([], threshold=0.5).values()) == {0.0}
    assert status_accuracy([], threshold=0.5) == role_figure([], threshold=0.5, cutoff=0.5) == 0.0
    assert calibration([]) == []


def test_score_is_worth_the_share_that_is_right() -> None:
    right = [answer(WANTED[:1], trigger("Visit", "visited", 0.9))] * 3
    wrong = [answer([], trigger("Visit", "visited", 0.9))]
    assert set(calibration([*right, *wrong])) == {(knot, 0.75) for knot, _ in calibration(right)}


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0.3, 1), st.booleans()), min_size=1, max_size=20))
def test_calibration_rises_within_zero_and_one(scored: list[tuple[float, bool]]) -> None:
    answers = [
        answer(WANTED[:1] if right else [], trigger("Visit", "visited", score)) for score, right in scored
    ]
    knots, shares = zip(*calibration(answers), strict=True)
    assert list(knots) == sorted(set(knots))
    assert list(shares) == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1


def test_packaged_weights_answer_each_line() -> None:
    line = AnnotatedLine("p", "", "Kenya visited Peru.", (), diplomatic=True)
    (given_answer,) = answer_lines([line])
    assert given_answer.line == line
    assert [said.type for said, _ in given_answer.pairs(0.5)] == ["Visit"]
