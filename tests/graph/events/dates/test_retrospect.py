"""What is dated long before its article is marked, and only what recurs."""

from __future__ import annotations

from datetime import date

import pytest

from graph.events.dates.retrospect import mark_long_past
from graph.events.draft import Draft
from graph.model import DateRange, PartialDate, Span, Status


@pytest.mark.parametrize(
    ("event_type", "told", "expected"),
    [
        ("Meeting", PartialDate(2019, 3, 4), True),
        ("Visit", PartialDate(2023), True),
        ("Agreement", PartialDate(2024, 2), True),
        ("Meeting", PartialDate(2024, 3), False),
        ("Meeting", PartialDate(2024), False),
        ("Meeting", PartialDate(None, 1, 4), False),
        ("Meeting", None, False),
        ("RelationsChange", PartialDate(1992), False),
    ],
)
def test_a_date_months_before_the_article_is_long_past(
    event_type: str, told: PartialDate | None, expected: bool
) -> None:
    span = Span(0, 3)
    when = None if told is None else DateRange(told)
    draft = Draft(0, span, event_type, Status.ACTUAL, 0.9, (span,), {}, when=when)
    assert [each.is_long_past for each in mark_long_past([draft], date(2024, 5, 10))] == [expected]
    assert list(mark_long_past([draft], None)) == [draft]
