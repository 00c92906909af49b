"""date story: which date each expression of an article counts from, if from that of another one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from graph.events.dates import DateExpression, find_dates, resolve
from graph.model import PartialDate

_AHEAD = re.compile(
    r"\b(?:will|shall|scheduled|due to|plans? to|is to|are to|to be held|upcoming|expected to)\b",
    re.IGNORECASE,
)


_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_DAY = re.compile(r"\b(?:\d{1,2} (?P<month>[A-Z][a-z]{2,8})|(?P<month_first>[A-Z][a-z]{2,8}) \d{1,2})$")

# Sentences that an anchor stays in mind; in the annotated articles it was told at most three before.
_REACH = 4
# The dates told so far with the number of the sentence that told them, the latest first.
Told = tuple[tuple[int, PartialDate], ...]


def date_story(texts: Sequence[str], *, published: date | None) -> tuple[tuple[DateExpression, ...], ...]:
    """Give the date expressions of each of an article's sentences, with the anchors that they count from."""
    told: Told = ()
    story = []
    for number, text in enumerate(texts):
        future = bool(_AHEAD.search(text))
        expressions: list[DateExpression] = []
        for expression in find_dates(text):
            anchored = _anchored(_with_year(expression, expressions), told, published, future=future)
            expressions.append(anchored)
            dates = resolve(anchored.text, published=published, future=future, anchor=anchored.anchor)
            told = ((number, dates.start), *told) if dates else told
        told = tuple(entry for entry in told if entry[0] > number - _REACH)
        story.append(tuple(expressions))
    return tuple(story)


def _with_year(expression: DateExpression, before: Sequence[DateExpression]) -> DateExpression:
    """Give a day the year that its sentence gives the month: "in early March 2023, and on March 1"."""
    day = _DAY.search(expression.text)
    if day is None or _YEAR.search(expression.text):
        return expression
    for other in reversed(before):
        year = _YEAR.search(other.text)
        if year and (day["month"] or day["month_first"]) in other.text:
            comma = "," if day["month_first"] else ""
            return replace(expression, text=f"{expression.text}{comma} {year.group()}")
    return expression


def _anchored(
    expression: DateExpression, told: Told, published: date | None, *, future: bool
) -> DateExpression:
    """Give the expression its anchor: the nearest date before it that it can count from."""
    for _, anchor in told:
        if resolve(expression.text, published=published, future=future, anchor=anchor):
            return replace(expression, anchor=anchor)
    return expression
