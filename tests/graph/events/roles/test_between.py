"""What is between two sides is of nobody else."""

from __future__ import annotations

import pytest

from graph.events.roles.between import both_sides, tied
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import states_in, trigger_in


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kenya dropped its veto after talks between Chile and Peru.", "talks", ["Chile", "Peru"]),
        ("Kenya hosted a round of talks between Chile and Peru.", "talks", ["Chile", "Peru"]),
        ("Kenya hosted talks between Chile and the rulers of Peru.", "talks", ["Chile", "Peru"]),
        ("Kenya hosted talks between Chile and the rebels.", "talks", []),
        ("Kenya held talks with Chile and Peru.", "talks", []),
        ("Kenya, between Chile and Peru, met them.", "met", []),
    ],
)
def test_both_sides_are_between_whom_it_is(text: str, word: str, expected: list[str]) -> None:
    found = both_sides(sentence_of(text), trigger_in(text, word), states_in(text))
    assert sorted(each.text for each in found) == expected


def test_ties_between_two_are_changed_by_neither_alone() -> None:
    text = "Kenya helped to restore ties between Chile and Peru."
    found = tied(sentence_of(text), trigger_in(text, "restore"), states_in(text))
    assert sorted(each.text for each in found) == ["Chile", "Peru"]
