"""Which of the drafts of an article become events."""

from __future__ import annotations

from graph.events.draft import Draft
from graph.events.find import without_spare
from graph.model import Span, Status

STATEMENT = Draft(
    0, Span(0, 4), "Statement", Status.ACTUAL, 0.9, (Span(0, 40),), {"speaker": (0,)}, is_spare=True
)


def test_spare_statement_counts_where_nobody_takes_part_in_what_is_said() -> None:
    visit = Draft(0, Span(9, 14), "Visit", Status.ACTUAL, 0.9, (Span(0, 40),), {})
    assert without_spare([visit, STATEMENT]) == (visit, STATEMENT)


def test_spare_statement_does_not_count_beside_what_is_said() -> None:
    visit = Draft(0, Span(9, 14), "Visit", Status.ACTUAL, 0.9, (Span(0, 40),), {"visitor": (1,)})
    assert without_spare([visit, STATEMENT]) == (visit,)
