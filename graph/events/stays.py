"""stays: a visit ends when the text says that its visitor stayed on, or until when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from graph.events.dates import resolve
from graph.events.draft import Draft
from graph.events.when import Dates
from graph.model import DateRange, PartialDate, Sentence

# Sentences after that of the visit in which its visitor still is who stays.
REACH = 2
_ANOTHER_NIGHT = re.compile(
    r"\b(?:stay(?:s|ed|ing)?|remain(?:s|ed)?)\b[^.;]{0,30}\b(?:another|an extra|one more) (?:night|day)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:until|till)\s+", re.IGNORECASE)
_STAY = re.compile(r"\b(?:stay(?:s|ed|ing)?|remain(?:s|ed)?)\b[^.;]{0,40}$", re.IGNORECASE)
_LEAP_YEAR = 2000  # in which every month and day without a year exists


def end_visits(
    drafts: Sequence[Draft], sentences: Sequence[Sentence], dates: Sequence[Dates]
) -> tuple[Draft, ...]:
    """Gives each dated visit without an end the end that its own or the next sentences tell."""
    return tuple(_end(draft, sentences, dates) for draft in drafts)


def _end(draft: Draft, sentences: Sequence[Sentence], dates: Sequence[Dates]) -> Draft:
    if draft.type != "Visit" or draft.when is None or draft.when.end is not None:
        return draft
    for number in range(draft.sentence, min(draft.sentence + REACH + 1, len(sentences))):
        end = _told_end(sentences[number], dates[number])
        if end is not None and _follows(draft.when.start, end):
            evidence = tuple(dict.fromkeys((*draft.evidence, sentences[number].span)))
            return replace(
                draft,
                when=DateRange(draft.when.start, end),
                evidence=evidence,
                notes=(*draft.notes, "stayed on"),
            )
    return draft


def _told_end(sentence: Sentence, dates: Dates) -> PartialDate | None:
    stayed_on = _ANOTHER_NIGHT.search(sentence.text)
    for expression in dates.expressions:
        until = _UNTIL.match(expression.text)
        told = expression.text[until.end() :] if until else expression.text
        when = resolve(told, published=dates.published, anchor=expression.anchor)
        if when is None or when.start.day is None:
            continue
        if stayed_on:
            return _next_day(when.start)
        if until and _STAY.search(sentence.text[: expression.start]):
            return when.start
    return None


def _next_day(day: PartialDate) -> PartialDate:
    following = date(day.year or _LEAP_YEAR, day.month or 1, day.day or 1) + timedelta(days=1)
    return PartialDate(following.year if day.year else None, following.month, following.day)


def _follows(start: PartialDate, end: PartialDate) -> bool:
    """Whether the end lies after the start; both say the same parts of a date."""
    if (start.year is None) != (end.year is None) or start.day is None or end.day is None:
        return False
    return (start.year or 0, start.month or 0, start.day) < (end.year or 0, end.month or 0, end.day)
