"""readings: what a date expression of each form means on a day of publication."""

from __future__ import annotations

import re
from datetime import date

from graph.events.dates.partial import (
    Reference,
    checked,
    full,
    moved,
    on,
    shifted,
    shifted_months,
    shifted_years,
    span,
    weekday_near,
    with_year,
)
from graph.events.dates.words import HOLIDAYS, day_number, month_number, number, weekday_number, year_number
from graph.model import DateRange, PartialDate

_OLD = 3  # the month from which on "the new year" is the next
_SATURDAY = 5
_WEEKENDS = {"last": -1, "this": 0, "next": 1}
_MONTH = 31  # days within which a weekday with a day of the month lies


def read_single(match: re.Match[str], reference: Reference) -> DateRange | None:
    """Read "26 May 2024", "May 26", "May 2022", "2014", "early March"."""
    groups = match.groupdict()
    day, month, year = groups.get("d"), groups.get("m"), year_number(groups.get("y"))
    weekday = weekday_number(groups["w"]) if groups.get("w") else None
    return span(
        _part(
            day_number(day) if day else None,
            month_number(month) if month else None,
            year,
            reference,
            weekday=weekday,
        )
    )


def _part(
    day: int | None, month: int | None, year: int | None, reference: Reference, *, weekday: int | None = None
) -> PartialDate | None:
    if year is None and month is not None:
        return with_year(month, day, reference, weekday=weekday)
    return checked(year, month, day)


def read_range(match: re.Match[str], reference: Reference) -> DateRange | None:
    """Read "26–28 May", "May 26-28", "30 August to 2 September 2023", "March-May 2022", "1992 to 1995"."""
    groups = match.groupdict()
    start_month, end_month = groups.get("m1") or groups.get("m2"), groups.get("m2") or groups.get("m1")
    end_year = year_number(groups.get("y2")) if len(groups.get("y2") or "") != 2 else None
    if end_year is None and groups.get("y2"):
        end_year = int(match["y1"][:2] + match["y2"])
    end = _part(*_day_and_month(groups.get("d2"), end_month), end_year, reference)
    start_year = year_number(groups.get("y1")) or (end.year if end else None)
    start = _part(*_day_and_month(groups.get("d1"), start_month), start_year, reference)
    if (
        start
        and end
        and start.year == end.year
        and not groups.get("y1")
        and (start.month or 0) > (end.month or 0)
    ):
        start = checked(end.year - 1 if end.year else None, start.month, start.day)
    return span(start, end)


def _day_and_month(day: str | None, month: str | None) -> tuple[int | None, int | None]:
    return (day_number(day) if day else None, month_number(month) if month else None)


def read_numeric(match: re.Match[str], reference: Reference) -> DateRange | None:
    """Read "2024-05-26" and "26.05.2024"."""
    return span(checked(int(match["y"]), int(match["m"]), int(match["d"])))


def read_relative_year(match: re.Match[str], reference: Reference) -> DateRange | None:
    """Read "26 May last year", "in May of that year"."""
    anchor = reference.anchor.year if reference.anchor else None
    published = reference.published.year if reference.published else None
    years = {
        "last": (published, -1),
        "this": (published, 0),
        "next": (published, 1),
        "that": (anchor, 0),
        "same": (anchor, 0),
        "following": (anchor, 1),
        "previous": (anchor, -1),
    }
    year, step = years[match["which"].lower()]
    if year is None:
        return None
    day = match.groupdict().get("d")
    return span(checked(year + step, month_number(match["m"]), day_number(day) if day else None))


def read_relative_month(match: re.Match[str], reference: Reference) -> DateRange | None:
    """Read "last November", "next March", "this May", "that December"."""
    month, which, published = month_number(match["m"]), match["which"].lower(), reference.published
    if which == "that":
        return (
            span(checked(reference.anchor.year, month, None))
            if reference.anchor and reference.anchor.year
            else None
        )
    if published is None:
        return None
    years = {
        "this": 0,
        "last": -(month >= published.month),
        "next": month <= published.month,
        "past": -(month >= published.month),
    }
    return span(checked(published.year + years.get(which, 0), month, None))


def read_weekday(match: re.Match[str], reference: Reference) -> DateRange | None:
    """Read "on Friday", "last Monday", "next Tuesday", "Thursday evening", "the following Friday"."""
    weekday, which = weekday_number(match["w"]), (match["which"] or "").lower()
    if which in {"following", "previous", "preceding"}:
        return _weekday_from_anchor(weekday, reference, forward=which == "following")
    future = {"last": False, "past": False, "next": True, "coming": True}.get(which, reference.future)
    return on(
        weekday_near(weekday, Reference(reference.published, future), apart=which in {"last", "past", "next"})
    )


def _weekday_from_anchor(weekday: int, reference: Reference, *, forward: bool) -> DateRange | None:
    anchor = reference.anchor
    if anchor is None or None in {anchor.year, anchor.month, anchor.day}:
        return None
    day = date(anchor.year or 1, anchor.month or 1, anchor.day or 1)
    return on(weekday_near(weekday, Reference(day, forward), apart=True))


def read_weekdays(match: re.Match[str], reference: Reference) -> DateRange | None:
    """Read "from Monday to Wednesday", "on Thursday and Friday"."""
    first, last = weekday_number(match["w1"]), weekday_number(match["w2"])
    end = weekday_near(last, reference)
    if end is None:
        return None
    start = shifted(end, days=-((last - first) % 7))
    return span(full(start), full(end)) if start else None


def read_weekday_of_month(match: re.Match[str], reference: Reference) -> DateRange | None:
    """Read "Friday night (5)", "MONDAY 11": the nearest day that is both, else the weekday."""
    weekday, day, published = (
        weekday_number(match["w"]),
        day_number(match["d"] or match["d2"]),
        reference.published,
    )
    if published is None:
        return None
    steps = (step for distance in range(_MONTH) for step in (-distance, distance))
    days = (shifted(published, days=step) for step in steps)
    both = (each for each in days if each and (each.weekday(), each.day) == (weekday, day))
    return on(next(both, weekday_near(weekday, reference)))


def read_weekday_of_week(match: re.Match[str], reference: Reference) -> DateRange | None:
    """Read "Thursday next week", "Monday of last week"."""
    published = reference.published
    if published is None:
        return None
    week = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    return on(shifted(published, days=7 * week + weekday_number(match["w"]) - published.weekday()))


def read_deictic(match: re.Match[str], reference: Reference) -> DateRange | None:
    """Read "today", "last night", "the day before yesterday"."""
    if reference.published is None:
        return None
    words = " ".join(match["deictic"].lower().split())
    days = {"yesterday": -1, "last": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}
    key = words if words in days else words.split()[0]
    return on(shifted(reference.published, days=days.get(key, 0)))


def read_period(match: re.Match[str], reference: Reference) -> DateRange | None:
    """Read "last week", "next month", "this year", "the end of the month": no more than is certain."""
    published, unit = reference.published, match["unit"].lower()
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(
        (match["which"] or "").lower(), 0
    )
    if published is None:
        return None
    if unit == "year":
        return span(shifted_years(published.year, step))
    if unit == "month":
        return span(shifted_months(published.year, published.month, step))
    monday = shifted(published, days=7 * step - published.weekday())
    sunday = shifted(monday, days=6) if monday else None
    if monday is None or sunday is None or monday.year != sunday.year:
        return None
    return span(PartialDate(monday.year, monday.month if monday.month == sunday.month else None))


def read_weekend(match: re.Match[str], reference: Reference) -> DateRange | None:
    """Read "at the weekend": the last Saturday and Sunday, or the next; at a weekend "this" is that one."""
    which, published = (match["which"] or "").lower(), reference.published
    future = reference.future or which in {"next", "coming"}
    sunday = weekday_near(6, Reference(published, future))
    if published is not None and published.weekday() >= _SATURDAY and which in _WEEKENDS:
        sunday = shifted(published, days=6 - published.weekday() + 7 * _WEEKENDS[which])
    saturday = shifted(sunday, days=-1) if sunday else None
    return span(full(saturday), full(sunday)) if saturday and sunday else None


def read_ago(match: re.Match[str], reference: Reference) -> DateRange | None:
    """Read "two days ago", "a year ago today", "in three days": no more than is certain."""
    published = reference.published
    if published is None:
        return None
    step = number(match["n"]) * (1 if match.groupdict().get("ahead") else -1)
    unit = match["unit"].lower()
    if unit == "fortnight":
        step, unit = 2 * step, "week"
    if match.groupdict().get("today") and unit == "year":
        return span(checked(published.year + step, published.month, published.day))
    return span(moved(full(published), step, unit))


def read_new_year(match: re.Match[str], reference: Reference) -> DateRange | None:
    """Read "early in the new year" where it lies ahead: the next year, unless this one is new itself."""
    published = reference.published
    if published is None or not reference.future or published.month < _OLD:
        return None
    return span(shifted_years(published.year, 1))


def read_from_anchor(match: re.Match[str], reference: Reference) -> DateRange | None:
    """Read "three days later", "a month earlier" from the date of the story."""
    step = number(match["n"]) * (-1 if match["which"].lower() in {"before", "earlier"} else 1)
    return span(moved(reference.anchor, step, match["unit"].lower())) if reference.anchor else None


def read_neighbour(match: re.Match[str], reference: Reference) -> DateRange | None:
    """Read "the same day", "the following morning", "the day before", "the previous year"."""
    which, anchor = (match["which"] or "that").lower(), reference.anchor
    step = {"next": 1, "following": 1, "after": 1, "previous": -1, "preceding": -1, "before": -1}.get(
        which, 0
    )
    if anchor is None and step < 0 and reference.published:
        anchor = full(reference.published)
    if anchor is None:
        return None
    unit = match["unit"].lower()
    return span(moved(anchor, step, unit if unit in {"week", "month", "year"} else "day"))


def read_day_of_month(match: re.Match[str], reference: Reference) -> DateRange | None:
    """Read "on the 15th": of the story's month, or of the last one that had such a day."""
    day, anchor, published = day_number(match["d"]), reference.anchor, reference.published
    if anchor:
        return span(checked(anchor.year, anchor.month, day))
    if published is None:
        return None
    this_month = checked(published.year, published.month, day)
    if reference.future or day <= published.day:
        return span(this_month)
    before = shifted_months(published.year, published.month, -1)
    return span(checked(before.year, before.month, day)) if before else None


def read_holiday(match: re.Match[str], reference: Reference) -> DateRange | None:
    """Read "Christmas Day 2021", "New Year's Eve"."""
    month, day = HOLIDAYS[match["holiday"].lower().replace("’", "'")]
    return span(_part(day, month, year_number(match["y"]), reference))


def read_unread(match: re.Match[str], reference: Reference) -> DateRange | None:
    """Leave a stretch of time as it is: "the 1990s", "within two months"."""
    return None
