"""retrospect: what is dated long before its article is not the news that goes without a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from graph.events.draft import GATHERINGS, Draft
from graph.model import DateRange

# What the same sides do again and again.
RECURRING = GATHERINGS | {"Agreement"}
# So many months before its article an event is no news.
MONTHS = 3


def mark_long_past(drafts: Iterable[Draft], published: date | None) -> Iterator[Draft]:
    """Marks the drafts whose own date lies months before the day of publication."""
    for draft in drafts:
        is_long_past = draft.type in RECURRING and _is_long_before(draft.when, published)
        yield replace(draft, is_long_past=True) if is_long_past else draft


def _is_long_before(when: DateRange | None, published: date | None) -> bool:
    if when is None or published is None or when.start.year is None:
        return False
    # Of a bare year its last month
    months = when.start.year * 12 + (when.start.month or 12)
    return months <= published.year * 12 + published.month - MONTHS
