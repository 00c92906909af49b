"""gate: an article that is not about relations between states and international bodies yields no event."""

from __future__ import annotations

from collections.abc import Sequence

from graph.events.predict import Prediction

OPEN = 0.88


def diplomacy(predictions: Sequence[Prediction]) -> float:
    """How much an article is about diplomacy, 0 to 1: the mean over its sentences."""
    if not predictions:
        return 0.0
    return sum(prediction.gate for prediction in predictions) / len(predictions)


def is_open(predictions: Sequence[Prediction]) -> bool:
    """Whether the article's events count."""
    return diplomacy(predictions) >= OPEN
