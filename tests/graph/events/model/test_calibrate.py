"""Confidence is a probability that never falls while the score rises."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.events.model.calibrate import probability
from graph.events.model.card import load_card

SCORES = st.floats(0, 1)


@settings(deadline=None)
@given(SCORES)
def test_confidence_is_a_probability_of_two_digits(score: float) -> None:
    assert 0 <= probability(score) <= 1
    assert round(probability(score), 2) == probability(score)


@settings(deadline=None)
@given(SCORES, SCORES)
def test_a_higher_score_is_worth_no_less(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert probability(low) <= probability(high)


def test_a_knot_of_the_card_is_worth_what_the_card_says() -> None:
    assert [probability(knot) for knot, _ in load_card().calibration] == [
        round(share, 2) for _, share in load_card().calibration
    ]


def test_scores_beyond_the_knots_are_worth_what_the_outermost_are() -> None:
    knots = load_card().calibration
    assert (probability(0.0), probability(1.0)) == (round(knots[0][1], 2), round(knots[-1][1], 2))
