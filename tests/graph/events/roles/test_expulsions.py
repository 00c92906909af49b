"""Whoever is thrown out of a state is expelled by it."""

from __future__ import annotations

import pytest

from graph.events.roles.expulsions import is_left
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import states_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The expulsion of the envoy of Chile from the Republic of Peru was condemned.", ["Peru"]),
        ("The return of the envoy of Chile from Peru was welcomed.", []),
        ("Several Chilean envoys are to leave Peru.", ["Peru"]),
        ("Two envoys were expelled from Peru.", ["Peru"]),
        ("Norway expelled the ambassador of Chile in Peru.", ["Peru"]),
        ("Chile ordered its envoys to leave Peru.", []),
        ("Chile recalled an envoy from Peru.", []),
    ],
)
def test_whoever_has_to_leave_a_state_is_expelled_by_it(text: str, expected: list[str]) -> None:
    assert [m.text for m in states_in(text) if is_left(sentence_of(text), m)] == expected
