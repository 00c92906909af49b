"""merge: figures that an article gives more than once become one, with every sentence as evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.model import Figure


def merge(told: Sequence[Figure]) -> tuple[Figure, ...]:
    """Joins the figures that say the same of the same, the later to the first."""
    merged: list[Figure] = []
    for figure in told:
        same = next((index for index, other in enumerate(merged) if _are_one(other, figure)), None)
        if same is None:
            merged.append(figure)
        else:
            merged[same] = _joined(merged[same], figure)
    return tuple(merged)


def _are_one(one: Figure, other: Figure) -> bool:
    """Whether two figures agree in their numbers and status, and neither says what the other contradicts."""
    numbers = [
        (figure.value, figure.unit, figure.indicator, figure.status, figure.is_change)
        for figure in (one, other)
    ]
    about = set(one.about), set(other.about)
    times = {figure.when for figure in (one, other) if figure.when is not None}
    return numbers[0] == numbers[1] and (about[0] <= about[1] or about[1] <= about[0]) and len(times) < 2


def _joined(one: Figure, other: Figure) -> Figure:
    return replace(
        one,
        about=max(one.about, other.about, key=len),
        when=one.when or other.when,
        evidence=tuple(sorted({*one.evidence, *other.evidence})),
    )
