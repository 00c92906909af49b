"""Of several events in a sentence each has whom its own words name."""

from __future__ import annotations

import pytest

from graph.model import Article
from graph.pipeline import convert


def targets(text: str) -> dict[str, list[str]]:
    """Whom each act of speech of a text is about."""
    found = convert(Article("a", text))
    return {
        event.type: [found.entities[each].name for each in event.roles.get("target", ())]
        for event in found.events
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Peter Kamanga of Zambia commended Norway and urged Peru to end the war.",
            {"Support": ["Norway"], "Demand": ["Peru"]},
        ),
        (
            "Peru condemned Zambia for the attack and called on it to withdraw.",
            {"Criticism": ["Zambia"], "Demand": ["Zambia"]},
        ),
        (
            "The European Union extended sanctions against Norway and pledged 30 million euros to Peru.",
            {"Sanction": ["Norway"], "Aid": ["Peru"]},
        ),
    ],
)
def test_of_two_acts_in_a_sentence_each_has_its_own_target(text: str, expected: dict[str, list[str]]) -> None:
    assert targets(text) == expected
