"""partial: arithmetic on dates that may lack parts."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from graph.model import DateRange, PartialDate

_AHEAD = timedelta(days=200)  # a planned event's day without a year lies at most this far ahead
_UPCOMING = timedelta(days=14)  # "on May 27", told as fact in an article of May 26, is not a year ago


@dataclass(frozen=True, slots=True)
class Reference:
    """What a relative date is relative to: the day of publication, the story's last date, and the tense."""

    published: date | None
    future: bool = False
    anchor: PartialDate | None = None


def full(day: date) -> PartialDate:
    """Give a day as a partial date that lacks nothing."""
    return PartialDate(day.year, day.month, day.day)


def day_of(part: PartialDate) -> date | None:
    """Give the day that a partial date is, if it lacks nothing."""
    return date(part.year, part.month, part.day) if part.year and part.month and part.day else None


def begins_after(when: DateRange | None, day: date | None) -> bool:
    """Tell whether a date that has a year begins after a day."""
    if when is None or day is None or when.start.year is None:
        return False
    return date(when.start.year, when.start.month or 1, when.start.day or 1) > day


def on(day: date | None) -> DateRange | None:
    """Give the range of one day."""
    return None if day is None else DateRange(full(day))


def span(start: PartialDate | None, end: PartialDate | None = None) -> DateRange | None:
    """Give a range, or None if it has no start or ends before it."""
    if start is None or (end is not None and _key(end) < _key(start) and start.year is not None):
        return None
    return DateRange(start, end if end != start else None)


def checked(year: int | None, month: int | None, day: int | None) -> PartialDate | None:
    """Give a partial date if there is such a day, month or year."""
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and (month is None or not 1 <= day <= monthrange(year or 2000, month)[1]):
        return None
    return PartialDate(year, month, day)


def with_year(
    month: int, day: int | None, reference: Reference, *, weekday: int | None = None
) -> PartialDate | None:
    """Add the year that the day of publication, or the weekday, suggests to a month or a day of a month.

    Without a day of publication a day stays without its year; a month alone would say nothing.
    """
    published = reference.published
    if published is None:
        return checked(None, month, day) if day else None
    years = [
        year
        for year in range(published.year - 4, published.year + 5)
        if checked(year, month, day) and date.min.year < year < date.max.year
    ]
    distances = [
        (date(year, month, day or _day_near(published, year, month)) - published, year) for year in years
    ]
    ahead = min((pair for pair in distances if pair[0] >= timedelta(0)), default=None)
    behind = max((pair for pair in distances if pair[0] <= timedelta(0)), default=None)
    if ahead is None or behind is None:
        return None
    soon = ahead[0] <= _UPCOMING and ahead[1] == published.year
    year = (ahead if soon or (reference.future and ahead[0] <= _AHEAD) else behind)[1]
    fitting = {each for _, each in (ahead, behind) if date(each, month, day or 1).weekday() == weekday}
    return checked(fitting.pop() if len(fitting) == 1 else year, month, day)


def weekday_near(weekday: int, reference: Reference, *, apart: bool = False) -> date | None:
    """Give the last such day up to publication, or the next; `apart` leaves the day of publication out."""
    published = reference.published
    if published is None:
        return None
    if reference.future:
        ahead = (weekday - published.weekday()) % 7 or (7 if apart else 0)
        return shifted(published, days=ahead)
    behind = (published.weekday() - weekday) % 7 or (7 if apart else 0)
    return shifted(published, days=-behind)


def shifted(day: date, *, days: int) -> date | None:
    """Move a day, or give None where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shifted_days(anchor: PartialDate, days: int) -> PartialDate | None:
    """Move a partial date that has a day; one without a year keeps lacking it, unless February decides."""
    if anchor.month is None or anchor.day is None:
        return None
    years = [2000, 2001] if anchor.year is None else [anchor.year]
    days_moved = {
        shifted(date(year, anchor.month, anchor.day), days=days)
        for year in years
        if checked(year, anchor.month, anchor.day)
    }
    found = {PartialDate(anchor.year and moved.year, moved.month, moved.day) for moved in days_moved if moved}
    return found.pop() if len(found) == 1 else None


def shifted_weeks(day: date, weeks: int) -> PartialDate | None:
    """Give what is certain of a day some weeks off: its month, or else its year."""
    first, last = shifted(day, days=7 * weeks - 3), shifted(day, days=7 * weeks + 3)
    if first is None or last is None or first.year != last.year:
        return None
    return PartialDate(first.year, first.month if first.month == last.month else None)


def shifted_months(year: int, month: int, months: int) -> PartialDate | None:
    """Move a month."""
    count = year * 12 + month - 1 + months
    return PartialDate(count // 12, count % 12 + 1) if date.min.year <= count // 12 <= date.max.year else None


def shifted_years(year: int, years: int) -> PartialDate | None:
    """Move a year."""
    return PartialDate(year + years) if date.min.year <= year + years <= date.max.year else None


def moved(start: PartialDate, step: int, unit: str) -> PartialDate | None:
    """Move a partial date by days, weeks, months or years: no more of it than is certain.

    What is of the same week as something of some month is of that month.
    """
    if unit == "day":
        return shifted_days(start, step)
    if start.year is None or (start.month is None and unit != "year"):
        return None
    if start.month is None or unit == "year":
        return shifted_years(start.year, step)
    if unit == "month":
        return shifted_months(start.year, start.month, step)
    if start.day is not None:
        return shifted_weeks(date(start.year, start.month, start.day), step)
    return start if step == 0 else None


def _day_near(published: date, year: int, month: int) -> int:
    """Give the day of a month that is nearest to the day of publication."""
    if (year, month) == (published.year, published.month):
        return published.day
    return 1 if (year, month) > (published.year, published.month) else monthrange(year, month)[1]


def _key(part: PartialDate) -> tuple[int, int, int]:
    return (part.year or 0, part.month or 0, part.day or 0)
