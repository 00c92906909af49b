"""calibrate: a trigger's score becomes the probability that the event is right."""

from __future__ import annotations

from bisect import bisect_right

from graph.events.model.card import load_card


def probability(score: float) -> float:
    """What a score was worth on the lines held back from training: linear between the card's knots."""
    knots = load_card().calibration
    place = bisect_right([knot for knot, _ in knots], score)
    if place == 0 or place == len(knots):
        return round(knots[min(place, len(knots) - 1)][1], 2)
    (left, low), (right, high) = knots[place - 1], knots[place]
    return round(low + (high - low) * (score - left) / (right - left), 2)
