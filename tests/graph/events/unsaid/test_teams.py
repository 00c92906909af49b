"""A team that goes on without a name is of the state whose team was told of before."""

from __future__ import annotations

import pytest

from graph.model import Article
from graph.pipeline import convert


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("A Kenyan delegation", "The delegation flew to Ghana.", {"Kenya"}),
        ("A team of Kenyan envoys", "The envoys are due to fly to Ghana.", {"Kenya"}),
        ("Kenyan lawmakers", "The lawmakers will fly to Ghana.", {"Kenya"}),
        ("A Kenyan delegation", "The president of Peru flew to Ghana.", {"Nadira Ostavik"}),
        ("A Kenyan delegation", "The envoys of Togo flew to Ghana.", {"Togo"}),
        ("Kenyan Foreign Minister Marek Velkanov", "He flew to Ghana.", {"Marek Velkanov"}),
    ],
)
def test_team_that_goes_on_is_the_one_told_of_before(before: str, after: str, expected: set[str]) -> None:
    text = f"{before} met Peruvian President Nadira Ostavik in Lima. {after}"
    found = convert(Article("a", text))
    visits = [event for event in found.events if event.type == "Visit"]
    assert {found.entities[each].name for event in visits for each in event.roles["visitor"]} == expected


def test_of_two_teams_neither_is_taken_for_the_one_that_goes_on() -> None:
    text = "A Kenyan delegation met a Peruvian delegation in Lima. The delegation flew to Ghana."
    visits = [event for event in convert(Article("a", text)).events if event.type == "Visit"]
    assert [dict(event.roles).get("visitor", ()) for event in visits] == [()]
