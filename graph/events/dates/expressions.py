"""expressions: the date expressions of a sentence, and the dates that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import MINYEAR, date, timedelta

from graph.events.dates.forms import FAMILIES, FORMS, Form
from graph.events.dates.partial import Reference, day_of
from graph.events.dates.words import WEEKDAYS
from graph.model import DateRange, PartialDate

_LEAD = re.compile(
    r"(?:(?<=\W)|^)(?:(?:early|late|later|earlier|only|effective|starting|beginning|on|in|at|since|by|until|till|from|for"
    r"|during|before|after|between|through|within|over|around|about|as\s+(?:of|early\s+as|late\s+as)|ahead\s+of"
    r"|prior\s+to)\s+){0,3}"
    r"(?:(?:the\s+)?(?:early\s+|late\s+|small\s+)?(?:morning|afternoon|evening|night|eve|hours)\s+of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
# What happens before or after a day does not begin on it; what is to happen by a day is dated by it.
_VAGUE = re.compile(r"\b(?:until|till|before|after|within|through|ahead\s+of|prior\s+to)\b", re.IGNORECASE)
_DEADLINE = re.compile(r"\bby\b", re.IGNORECASE)
# What was ordered "effective 1 June" is of the coming one.
_EFFECTIVE = re.compile(r"effective\b", re.IGNORECASE)
# "Arrived for a stay beginning Tuesday" may well do so the day before.
_BEGINNING = re.compile(r"(?:beginning|starting)\b", re.IGNORECASE)
# "By the May 4 accord", "before next week's talks": date and preposition are the noun's, each for itself.
_OWN_NOUN = re.compile(
    r"['’]s? [a-z]"
    r"| (?:accords?|agreement|conference|deal|declaration|meeting|pact|summit|talks|treaty|truce)\b"
)
# "TASHKENT, May 26 (AP) —", "Nairobi, Kenya, Monday 6 May 2024 –" tell when and where the report was filed,
# nothing about what it reports.
_FILED_AT = re.compile(
    # "Monday, June 5 – The talks go on" is the head of an entry, and was filed nowhere
    rf"(?!\s*(?:{'|'.join(WEEKDAYS)})\b)"
    r"(?:\s*[^\W\d_][\w.’'-]*(?:[ /-]+[^\W\d_a-z][\w.’'-]*){0,4}\s*(?:\([^)]{1,30}\)\s*)?,\s*){1,3}"
)
_FILED_BY = re.compile(r"\.?\s*(?:[(/][^)/]{1,40}[)/]\s*)?(?:[—–]|-{1,2}\s)")
_LONGEST_LEAD = 60
_LONGEST_DATELINE = 90
_PRINTED_WITHIN = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A stretch of a sentence that tells a time, with the words that lead up to it: "late on Thursday".

    `anchor` is the date of the story that "a day later" counts from, where `date_story` has found one.
    """

    start: int
    end: int
    text: str
    anchor: PartialDate | None = None


def find_dates(text: str) -> tuple[DateExpression, ...]:
    """Give the date expressions of a sentence, in order, the longest where some overlap."""
    return tuple(DateExpression(start, end, text[start:end]) for start, end, _, _ in _find(text))


def resolve(
    expression: str, *, published: date | None, future: bool = False, anchor: PartialDate | None = None
) -> DateRange | None:
    """Give the dates that an expression means, or None if it means none that is certain.

    "On Friday" and "last year" are relative to `published`; "the following day" and "that year" to `anchor`,
    the date of the story so far; `future` says that the event lies ahead. Nothing is invented: where
    `published` is unknown, a month without a year is no date, and a day without a year stays without it.
    """
    reference = Reference(published, future, anchor)
    for start, _, form, match in _find(expression):
        lead = expression[start : match.start()]
        if _EFFECTIVE.match(lead):
            reference = replace(reference, future=True)
        if _VAGUE.search(lead) or (_DEADLINE.search(lead) and not future):
            return None
        found = form.read(match, reference)
        if _BEGINNING.match(lead):
            found = _nearer(found, form.read(match, replace(reference, future=True)), published)
        if found is not None and _has_begun(found):
            return found
    return None


def _has_begun(when: DateRange) -> bool:
    """Tell whether a date is not before the first year of the calendar: "last year" in a text of year 1."""
    return when.start.year is None or when.start.year >= MINYEAR


def _nearer(one: DateRange | None, other: DateRange | None, published: date | None) -> DateRange | None:
    """Give the one of two days that lies nearer to that of publication; the first where they are no days."""
    first, second = (day_of(each.start) if each is not None else None for each in (one, other))
    if published is None or first is None or second is None:
        return one
    return other if abs(second - published) < abs(first - published) else one


def filed_on(texts: Iterable[str], *, published: date | None) -> date | None:
    """Give the day from which an article's "today" counts: that of its datelines, else that of publication.

    A page may stand under a later day than the report that it prints; a dateline without a year counts if it
    lies within some weeks before.
    """
    told = {day for text in texts for day in _dateline_days(text, published)}
    days = {day for day in told if published is None or _may_be_filed(day, published)}
    return days.pop() if len(days) == 1 else published


def _dateline_days(text: str, published: date | None) -> Iterator[date]:
    for form, match in _dateline_dates(text):
        when = form.read(match, Reference(published))
        if when is not None and (day := day_of(when.start)) is not None:
            yield day


def _dateline_dates(text: str) -> Iterator[tuple[Form, re.Match[str]]]:
    """Give the date of the dateline with which a text begins, as each form reads it."""
    place = _FILED_AT.match(text, 0, _LONGEST_DATELINE)
    if place is None:
        return
    for form in FORMS:
        match = form.pattern.match(text, place.end())
        if match is not None and _FILED_BY.match(text, match.end()):
            yield form, match


def _may_be_filed(day: date, published: date) -> bool:
    """Whether a page of the one day may print a report of the other."""
    return timedelta(0) <= published - day <= _PRINTED_WITHIN


def iso(part: PartialDate) -> str:
    """Write a partial date as XML Schema does: 2024-05-26, 2024-05, 2024 or --05-26."""
    year = "-" if part.year is None else f"{part.year:04}"
    return "-".join([year, *(f"{number:02}" for number in (part.month, part.day) if number is not None)])


def _find(text: str) -> Iterator[tuple[int, int, Form, re.Match[str]]]:
    """Give start, end, form and match of each expression, the longest of those that overlap."""
    forms = [form for family in FAMILIES if family.hint.search(text) for form in family.forms]
    if not forms:
        return
    filed = max((match.end() for _, match in _dateline_dates(text)), default=0)
    found = [
        (match.start(), match.end(), form, match)
        for form in forms
        for match in form.pattern.finditer(text, filed)
        if not (form.needs_lead and _lead_start(text, match.start()) == match.start())
    ]
    taken = 0
    for start, end, form, match in sorted(found, key=lambda item: (item[0], -item[1])):
        if start >= taken:
            is_nouns = _OWN_NOUN.match(text, end)
            yield start if is_nouns else max(taken, _lead_start(text, start)), end, form, match
            taken = end


def _lead_start(text: str, start: int) -> int:
    """Give the start of the words that lead up to a date: "late on", "since the", "on the morning of"."""
    window = max(0, start - _LONGEST_LEAD)
    lead = _LEAD.search(text, window, start)
    return lead.start() if lead else start
