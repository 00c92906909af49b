"""period: the dates of a sentence become the period that a figure is of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graph.events.dates.expressions import find_dates, resolve
from graph.events.dates.words import NUMBERS
from graph.events.syntax.coordination import root_of
from graph.figures.measure import Measured
from graph.figures.parse import verb_above
from graph.model import DateRange, PartialDate, Sentence, Span, Status

_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
# "the first half of 2023", "the first nine months of this year"
_PART = re.compile(
    r"\b(?:in |during |for |over )?(?:the )?(?P<which>first|second|third|fourth|last|final)\s+"
    r"(?:(?P<count>\w+)\s+)?(?P<unit>half|quarter|months)\s+of\s+(?:the\s+year\s+)?"
    r"(?P<year>(?:19|20)\d\d|(?:this|the|last)\s+year)\b",
    re.IGNORECASE,
)
_NUMBER_OF = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_LENGTH = {"half": 6, "quarter": 3}
# "12 per cent on the previous year", "since 2020": the figure is not of that time.
_COMPARED = re.compile(
    r"\b(?:on|over|than|from|since|with|to|against|versus|before|after|until|till|ago|earlier)\s+(?:in\s+)?(?:the\s+)?"
    r"(?:(?:same|corresponding)\s+)?(?:(?:time|period|months|quarter|half|year|level|figure)\s+)?"
    r"(?:(?:of|in)\s+)?(?:the\s+)?(?:previous\s+year\s+)?(?:in\s+)?$",
    re.IGNORECASE,
)
_OPENED = re.compile(r"(?:on|over|than|from|since|before|after|until|till|ahead)\b", re.IGNORECASE)
_BY = re.compile(r"\s*by\b", re.IGNORECASE)
_BESIDE = re.compile(r"(?:\s*\([^()]{1,60}\))?[\s,)]*")
_FROM = re.compile(r"\bfrom\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Time:
    """A stretch of a sentence that tells a time, and what it means."""

    span: Span
    dates: DateRange


def period_of(
    tied: Measured, others: tuple[Measured, ...], sentence: Sentence, status: Status, published: date | None
) -> DateRange | None:
    """The period that a figure is of: the one right after its number, else the one of its verb or noun."""
    times = list(_times(sentence, published, ahead=status in _AHEAD))
    beside = [time for time in times if _is_beside(tied, time, sentence)]
    if beside or _is_past(tied, sentence):
        return beside[0].dates if beside else None
    taken = {
        time.span
        for other in others
        if _is_past(other, sentence)
        for time in times
        if _is_beside(other, time, sentence)
    }
    tied_times = [time for time in times if time.span not in taken and _belongs(tied, time, sentence)]
    end = tied.amount.span.end
    tied_times.sort(key=lambda time: (time.span.start < end, abs(time.span.start - end)))
    return tied_times[0].dates if tied_times else None


def _times(sentence: Sentence, published: date | None, *, ahead: bool) -> Iterator[_Time]:
    text = sentence.text
    parts = [part for part in (_part(match, published) for match in _PART.finditer(text)) if part]
    yield from parts
    for found in find_dates(text):
        covered = any(found.start < part.span.end and part.span.start < found.end for part in parts)
        dates = None if covered else resolve(found.text, published=published, future=ahead)
        is_deadline = ahead and _BY.match(found.text) is not None
        if dates is None or _is_compared(text, found.start, dates):
            continue
        if is_deadline or dates.end is not None or dates.start.day is None:
            yield _Time(Span(found.start, found.end), dates)


def _part(match: re.Match[str], published: date | None) -> _Time | None:
    """The months that a part of a year has."""
    year, months = _year(match["year"], published), _months(match)
    if year is None or months is None:
        return None
    start, end = (PartialDate(year, month) for month in months)
    return _Time(Span(match.start(), match.end()), DateRange(start, end if end != start else None))


def _months(match: re.Match[str]) -> tuple[int, int] | None:
    which, unit, count = match["which"].lower(), match["unit"].lower(), (match["count"] or "").lower()
    if unit != "months":
        length = _LENGTH[unit]
        last = length * _NUMBER_OF.get(which, 12 // length)
        return (last - length + 1, last) if last <= 12 and not count else None
    length = int(count) if count.isdecimal() else NUMBERS.get(count, 0)
    return (1, length) if which == "first" and 1 <= length <= 12 else None


def _year(words: str, published: date | None) -> int | None:
    if words.isdecimal():
        return int(words)
    return published.year - words.lower().startswith("last") if published else None


def _is_compared(text: str, start: int, dates: DateRange) -> bool:
    """Whether a time is only compared with, or only begins or ends what the figure is of."""
    is_range = dates.end is not None
    return not is_range and bool(_OPENED.match(text, start) or _COMPARED.search(text, 0, start))


def _is_beside(tied: Measured, time: _Time, sentence: Sentence) -> bool:
    beside = _BESIDE.match(sentence.text, tied.amount.span.end)
    return beside is not None and tied.amount.span.end <= time.span.start <= beside.end()


def _is_past(tied: Measured, sentence: Sentence) -> bool:
    """Whether the number is what it was before: "from $3bn"."""
    return bool(_FROM.search(sentence.text, 0, tied.amount.span.start))


def _belongs(tied: Measured, time: _Time, sentence: Sentence) -> bool:
    """Whether a time hangs on the figure's verb, or stands in the phrase that says what it measures."""
    start = sentence.span.start
    root = root_of(sentence, Span(start + time.span.start, start + time.span.end))
    if root is None:
        return False
    in_phrase = tied.noun is not None and any(token.i == root.i for token in tied.noun.subtree)
    verb = verb_above(root)
    return in_phrase or (verb is not None and tied.verb is not None and verb.i == tied.verb.i)
