"""A gathering before or for which something else is done is still to come."""

from __future__ import annotations

import pytest

from graph.model import Status
from tests.graph.events.triggers.marked import status_of


@pytest.mark.parametrize(
    "marked",
    [
        "The minister spoke to reporters ahead of a <visit> to Peru.",
        "Both sent their envoys prior to the <visit> of the president to Peru.",
        "On the eve of a <visit> to Peru the minister spoke of trade.",
        "In the run-up to the <visit> to Peru the envoys spoke of trade.",
        "Preparations for the <visit> of the president to Peru were made in Lima.",
        "They agreed on the agenda for the <visit> of the president to Peru.",
        "An envoy came to Lima to prepare the <visit> of the president.",
        "The <visit> of the president to Peru will be the first of its kind.",
        "The minister spoke ahead of a <visit> to Peru, the first since 2010.",
        "They will speak of trade at next week's <visit> to Peru.",
        "The two-day <visit> to Peru begins on 16 December and is expected to go well.",
        "The <visit> to Peru opens next Monday.",
    ],
    ids=[
        "ahead",
        "prior",
        "eve",
        "run-up",
        "preparations",
        "agenda",
        "prepare",
        "will be",
        "since a year",
        "next week",
        "begins on",
        "opens next",
    ],
)
def test_gathering_named_only_as_what_leads_up_to_it_is_ahead(marked: str) -> None:
    assert status_of(marked, "Visit", actual=0.9) is Status.PLANNED


@pytest.mark.parametrize(
    "marked",
    [
        "In 2019, ahead of a <visit> to Peru, the minister spoke to reporters.",
        "They met ahead of the <talks> which ended on Monday.",
        "They met ahead of last week's <visit> to Peru.",
        "The minister spoke of trade after the <visit> to Peru.",
        "Peru made up for the <visit> that it had missed.",
        "The <visit> of the president to Peru was the first of its kind.",
        "They spoke of trade at the <visit> of the next week.",
        "The <visit> to Peru began on 16 December.",
    ],
    ids=["year", "ended", "last", "after", "for", "was", "the next week", "began on"],
)
def test_gathering_told_of_as_done_is_not_ahead(marked: str) -> None:
    assert status_of(marked, "Visit", actual=0.9) is Status.ACTUAL


def test_who_came_to_power_before_a_visit_has_not_made_it() -> None:
    marked = "They met ahead of the <visit> of Holm, who came to power in May."
    assert status_of(marked, "Visit", actual=0.9) is Status.PLANNED
