"""anchors: which date each expression of an article counts from, if from that of another one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from graph.events.dates.expressions import DateExpression, find_dates, resolve
from graph.events.dates.words import MONTHS, YEAR
from graph.model import PartialDate

_AHEAD = re.compile(
    r"\b(?:will|shall|scheduled|due to|plans? to|is to|are to|to be held|upcoming|expected to)\b",
    re.IGNORECASE,
)


_DAY = re.compile(r"\b(?:\d{1,2} (?P<month>[A-Z][a-z]{2,8})|(?P<month_first>[A-Z][a-z]{2,8}) \d{1,2})$")

_MONTH = "|".join(MONTHS)
# A day of a month or a month, and nothing after it: "14 July", "July 14", "in July".
_WITHOUT_YEAR = re.compile(rf"(?:^|\s)(?:{_MONTH})(?P<day_last> \d{{1,2}})?$")
# Sentences after which the year of the story is no longer in mind, and days that are news.
_NEAR = 2
_NEWS_DAYS = 45

# Sentences that an anchor stays in mind; in the annotated articles it was told at most three before.
_REACH = 4
# The dates told so far with the number of the sentence that told them, the latest first.
Told = tuple[tuple[int, PartialDate], ...]


def date_story(texts: Sequence[str], *, published: date | None) -> tuple[tuple[DateExpression, ...], ...]:
    """Give the date expressions of each of an article's sentences, with the anchors that they count from."""
    told: Told = ()
    openings: Told = ()
    story = []
    for number, text in enumerate(texts):
        future = bool(_AHEAD.search(text))
        expressions: list[DateExpression] = []
        for found in find_dates(text):
            expression = _with_story_year(_with_year(found, expressions), openings, number, published)
            anchored = _anchored(expression, told, published, future=future)
            expressions.append(anchored)
            dates = resolve(anchored.text, published=published, future=future, anchor=anchored.anchor)
            told = ((number, dates.start), *told) if dates else told
            if dates and (found.start == 0 or YEAR.search(found.text)):
                openings = ((number, dates.start),) if _opens_story(found, dates.start) else ()
        told = tuple(entry for entry in told if entry[0] > number - _REACH)
        story.append(tuple(expressions))
    return tuple(story)


def _with_year(expression: DateExpression, before: Sequence[DateExpression]) -> DateExpression:
    """Give a day the year that its sentence gives the month: "in early March 2023, and on March 1"."""
    day = _DAY.search(expression.text)
    if day is None or YEAR.search(expression.text):
        return expression
    for other in reversed(before):
        year = YEAR.search(other.text)
        if year and (day["month"] or day["month_first"]) in other.text:
            comma = "," if day["month_first"] else ""
            return replace(expression, text=f"{expression.text}{comma} {year.group()}")
    return expression


def _opens_story(expression: DateExpression, day: PartialDate) -> bool:
    """Whether a story may go on from a date: a day or a month, or a year that opens its sentence."""
    if expression.text.lower().startswith("since"):
        return False
    return expression.start == 0 or day.month is not None


def _with_story_year(
    expression: DateExpression, openings: Told, number: int, published: date | None
) -> DateExpression:
    """Give a day or a month the year of the past of which the story tells: "In 2018 … On 14 July she went".

    A story goes forward: after November, January is of the next year. What lies near the day of publication
    is news, and stays so.
    """
    named = _WITHOUT_YEAR.search(expression.text)
    if named is None or published is None or not openings or number - openings[0][0] > _NEAR:
        return expression
    year, month = openings[0][1].year, openings[0][1].month
    if year is None or year >= published.year:
        return expression
    here = resolve(expression.text, published=published)
    if here is None or here.start.month is None or _is_near(here.start, published):
        return expression
    year += month is not None and here.start.month < month
    comma = "," if named["day_last"] else ""
    return replace(expression, text=f"{expression.text}{comma} {year}")


def _is_near(day: PartialDate, published: date) -> bool:
    """Whether a date lies within some weeks of the day of publication."""
    if day.year is None or day.month is None:
        return False
    return abs((date(day.year, day.month, day.day or 15) - published).days) <= _NEWS_DAYS


def _anchored(
    expression: DateExpression, told: Told, published: date | None, *, future: bool
) -> DateExpression:
    """Give the expression its anchor: the nearest date before it that it can count from."""
    for _, anchor in told:
        if resolve(expression.text, published=published, future=future, anchor=anchor):
            return replace(expression, anchor=anchor)
    return expression
