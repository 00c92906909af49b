"""when: a draft gains the date that its sentence gives it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from graph.events.dates import DateExpression, resolve
from graph.events.predict import Prediction, Trigger
from graph.model import DateRange, Sentence, Span, Status

TIME = 0.4
# Of a sentence's only event, its only date may be the event's with less ado.
ONLY_TIME = 0.2
AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})


def find_when(
    trigger: Trigger,
    prediction: Prediction,
    sentence: Sentence,
    expressions: Sequence[DateExpression],
    *,
    status: Status,
    published: date | None,
) -> DateRange | None:
    """The date of the expression that the model ties to the trigger, or None where it ties none."""
    start = sentence.span.start
    scored = [
        (
            prediction.slot_scores(trigger, Span(start + expression.start, start + expression.end))["time"],
            expression,
        )
        for expression in expressions
    ]
    alone = len(expressions) == len(prediction.triggers) == 1
    likely = [pair for pair in scored if pair[0] >= (ONLY_TIME if alone else TIME)]
    for _, expression in sorted(likely, key=lambda pair: -pair[0]):
        when = resolve(
            expression.text, published=published, future=status in AHEAD, anchor=expression.anchor
        )
        if when is not None:
            return when
    return None
