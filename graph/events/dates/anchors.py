"""anchors: which date each expression of an article counts from, if from that of another one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from graph.events.dates.expressions import DateExpression, find_dates, resolve
from graph.events.dates.story_years import Opening, open_story, with_sentence_year, with_story_year
from graph.model import PartialDate

_AHEAD = re.compile(
    r"\b(?:will|shall|scheduled|due to|plans? to|is to|are to|to be held|upcoming|expected to)\b",
    re.IGNORECASE,
)

# Sentences that an anchor stays in mind; in the annotated articles it was told at most three before.
_REACH = 4
# The dates told so far with the number of the sentence that told them, the latest first.
Told = tuple[tuple[int, PartialDate], ...]


def date_story(texts: Sequence[str], *, published: date | None) -> tuple[tuple[DateExpression, ...], ...]:
    """Give the date expressions of each of an article's sentences, with the anchors that they count from."""
    told: Told = ()
    opening: Opening | None = None
    story = []
    for number, text in enumerate(texts):
        future = bool(_AHEAD.search(text))
        expressions: list[DateExpression] = []
        for found in find_dates(text):
            expression = with_sentence_year(found, expressions)
            expression = with_story_year(expression, opening, number, text, published)
            anchored = _anchored(expression, told, published, future=future)
            expressions.append(anchored)
            dates = resolve(anchored.text, published=published, future=future, anchor=anchored.anchor)
            told = ((number, dates.start), *told) if dates else told
            opening = open_story(opening, found, dates.start, number, text) if dates else opening
        told = tuple(entry for entry in told if entry[0] > number - _REACH)
        story.append(tuple(expressions))
    return tuple(story)


def _anchored(
    expression: DateExpression, told: Told, published: date | None, *, future: bool
) -> DateExpression:
    """Give the expression its anchor: the nearest date before it that it can count from."""
    for _, anchor in told:
        if resolve(expression.text, published=published, future=future, anchor=anchor):
            return replace(expression, anchor=anchor)
    return expression
