"""story years: a day or a month without a year is of the year of the past of which the story tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.events.dates.expressions import DateExpression, resolve
from graph.events.dates.words import MONTHS, SHORT_MONTHS, YEAR
from graph.model import PartialDate

_DAY = re.compile(
    r"\b(?:\d{1,2} (?P<month>[A-Z][a-z]{2,8})|(?P<month_first>[A-Z][a-z]{2,8})\.? \d{1,2}(?:[-–]\d{1,2})?)$"
)
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(SHORT_MONTHS)})\b\.?)"
# Days of a month or a month, and nothing after it: "14 July", "Oct. 14", "in July", "July 8-10".
_WITHOUT_YEAR = re.compile(
    rf"(?:^|[\s–—-]){_MONTH}(?P<day_last> \d{{1,2}}(?:(?:\s?[-–—]\s?| (?:and|to) )\d{{1,2}})?)?$"
)
# Sentences after which the year of the story is no longer in mind; under a heading it is so for longer.
_NEAR, _UNDER_HEADING = 2, 8
# Days around that of publication that are news.
_NEWS_DAYS = 45
_WITHIN_CLAUSE = r"(?:(?!\b(?:and|but|how|that|what|which|who)\b)[^,;.])*"
_SINCE_BEFORE = re.compile(rf"\b(?:has|have|will)\b{_WITHIN_CLAUSE}$")
_SINCE_BEHIND = re.compile(rf"{_WITHIN_CLAUSE}\b(?:has|have|will)\b")
_SAID = re.compile(r"\b(?:said|says|told (?:\w+ ){1,3}|(?:announced|reported|added))\s$", re.IGNORECASE)
# "A, who was elected in June 2021, …" tells no story of that year.
_ASIDE = re.compile(r", (?:who|whom|whose|which|where)\b[^,;.]*$")
_ASIDE_ENDS = re.compile(r"\s?,")
_BULLET = re.compile(r"[\W_]*")
_ENTRY = re.compile(r"\s*:")
_THERE = re.compile(
    r"\bduring (?:the|this|that|his|her|their) (?:\w+ ){0,2}?(?:stay|talks|tour|trip|visit)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Opening:
    """The date with which a story of the past opened, and the sentence that told it.

    It `begins` that sentence, is a `heading` of a line of its own ("1979"), or an `entry` ("May 3, 1995: …").
    """

    number: int
    day: PartialDate
    begins: bool
    heading: bool
    entry: bool


def open_story(
    opening: Opening | None, expression: DateExpression, day: PartialDate, number: int, text: str
) -> Opening | None:
    """The opening of the story after a date: that date, if a story may go on from it.

    A day or a month may, and a year that opens its sentence; not one told by the way. Entries under a heading
    stay under it.
    """
    begins = _begins(expression, text)
    if _ASIDE.search(text, 0, expression.start) and _ASIDE_ENDS.match(text, expression.end):
        return opening
    if not begins and not YEAR.search(expression.text):
        return opening
    if expression.text.lower().startswith("since") or not (begins or day.month is not None):
        return None
    if opening is not None and opening.heading and begins and day.year == opening.day.year:
        return replace(opening, number=number)
    heading = begins and day.month is None and not text[expression.end :].strip(" :.–—-")
    entry = begins and _ENTRY.match(text, expression.end) is not None
    return Opening(number, day, begins, heading, entry)


def with_sentence_year(expression: DateExpression, before: Sequence[DateExpression]) -> DateExpression:
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


def with_story_year(
    expression: DateExpression, opening: Opening | None, number: int, text: str, published: date | None
) -> DateExpression:
    """Give a day or a month the year of the past of which the story tells: "In 2018 … On 14 July she went".

    A story goes forward: after November, January is of the next year, and is told in the past: "the talks due
    in April have been shelved" is news. What lies near the day of publication is, too, unless the wording
    holds it to the story.
    """
    named = _WITHOUT_YEAR.search(expression.text)
    if named is None or published is None or opening is None:
        return expression
    is_listed = opening.heading or opening.entry
    if number != opening.number and not is_listed and _is_since_then(expression, text):
        return expression
    year, month = opening.day.year, opening.day.month
    reach = _UNDER_HEADING if opening.heading and _begins(expression, text) else _NEAR
    if year is None or year >= published.year or number - opening.number > reach:
        return expression
    here = resolve(expression.text, published=published)
    if here is None or here.start.month is None:
        return expression
    if _is_near(here.start, published) and not _is_held(expression, opening, number, text):
        return expression
    year += month is not None and here.start.month < month
    comma = "," if named["day_last"] else ""
    return replace(expression, text=f"{expression.text}{comma} {year}")


def _is_since_then(expression: DateExpression, text: str) -> bool:
    """Whether the clause of a date is no story: "the talks due in April have been shelved"."""
    before = _SINCE_BEFORE.search(text, 0, expression.start)
    return before is not None or _SINCE_BEHIND.match(text, expression.end) is not None


def _is_held(expression: DateExpression, opening: Opening, number: int, text: str) -> bool:
    """Whether the wording holds a date to the story: "In 1998, … on 3 May", "During the trip, from 3 May".

    So does its place, at the head of an entry below a year or below another entry.
    """
    if number == opening.number:
        return opening.begins and _SAID.search(text, 0, expression.start) is None
    if opening.heading:
        return _begins(expression, text)
    is_entry = expression.start == 0 and _ENTRY.match(text, expression.end) is not None
    return (opening.entry and is_entry) or _THERE.search(text) is not None


def _begins(expression: DateExpression, text: str) -> bool:
    """Whether a sentence, or an item after its bullet, begins with a date."""
    return _BULLET.fullmatch(text, 0, expression.start) is not None


def _is_near(day: PartialDate, published: date) -> bool:
    """Whether a date lies within some weeks of the day of publication."""
    if day.year is None or day.month is None:
        return False
    return abs((date(day.year, day.month, day.day or 15) - published).days) <= _NEWS_DAYS
