"""when: a draft gains the date that its sentence gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from graph.events.coordination import root_of
from graph.events.dates import DateExpression, resolve
from graph.events.governors import verb_of
from graph.events.predict import Prediction, Trigger
from graph.model import DateRange, Sentence, Span, Status

TIME = 0.4
# Of a sentence's only event, its only date may be the event's with less ado.
ONLY_TIME = 0.2
# What goes on does not begin: "decided on Friday to stay another night".
_GOES_ON = re.compile(r"(?:stay|remain|extend|prolong)", re.IGNORECASE)
DEPARTURES = frozenset({"conclude", "end", "finish", "leave", "wrap"})
AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})


@dataclass(frozen=True, slots=True)
class Dates:
    """The date expressions of a sentence, and the day on which its article was published."""

    expressions: tuple[DateExpression, ...]
    published: date | None


def find_when(trigger: Trigger, prediction: Prediction, sentence: Sentence, dates: Dates) -> DateRange | None:
    """The date of the expression that the model ties to the trigger, or None where it ties none."""
    if trigger.type == "Visit" and _GOES_ON.match(sentence.text, trigger.span.start - sentence.span.start):
        return None
    alone = len(dates.expressions) == len(prediction.triggers) == 1
    scored = [
        (_score(trigger, prediction, sentence, expression), expression) for expression in dates.expressions
    ]
    likely = [
        pair
        for pair in scored
        if pair[0] >= (ONLY_TIME if alone else TIME) and not _is_departure(trigger, sentence, pair[1])
    ]
    for _, expression in sorted(likely, key=lambda pair: -pair[0]):
        when = resolve(
            expression.text,
            published=dates.published,
            future=trigger.status in AHEAD,
            anchor=expression.anchor,
        )
        if when is not None:
            return when
    return None


def _verb_of_date(sentence: Sentence, expression: DateExpression) -> Token | None:
    start = sentence.span.start
    return verb_of(root_of(sentence, Span(start + expression.start, start + expression.end)))


def _is_departure(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether a date tells when a visitor went home: a visit does not begin then."""
    verb = _verb_of_date(sentence, expression)
    if trigger.type != "Visit" or verb is None or verb.lemma_ not in DEPARTURES:
        return False
    return not any(child.lower_ == "for" for child in verb.children)  # "left for Vienna" sets out


def _score(trigger: Trigger, prediction: Prediction, sentence: Sentence, expression: DateExpression) -> float:
    start = sentence.span.start
    span = Span(start + expression.start, start + expression.end)
    return prediction.slot_scores(trigger, span)["time"]
