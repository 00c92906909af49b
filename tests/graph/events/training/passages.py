"""Annotated passages for the tests of training."""

from __future__ import annotations

from graph.events.model.encoding import EVENT_TYPES
from graph.events.training.lines import AnnotatedEvent, AnnotatedLine

VISIT = AnnotatedEvent(EVENT_TYPES.index("Visit"), 0, "official", (6, 13), ())


def passage(name: str, lines: int) -> list[AnnotatedLine]:
    texts = [f"Kenya visited Peru on day {number} of the month." for number in range(lines)]
    contexts = ["", *texts[:-1]]
    return [
        AnnotatedLine(name, context, text, (VISIT,), diplomatic=True)
        for context, text in zip(contexts, texts, strict=True)
    ]
