"""Whoever is thrown out of a state is expelled by it."""

from __future__ import annotations

import pytest

from graph.events.roles.acting import acting
from graph.events.roles.expulsions import expelled, is_left, orders
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import states_in, trigger_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The expulsion of the envoy of Chile from the Republic of Peru was condemned.", ["Peru"]),
        ("The return of the envoy of Chile from Peru was welcomed.", []),
        ("Several Chilean envoys are to leave Peru.", ["Peru"]),
        ("Two envoys were expelled from Peru.", ["Peru"]),
        ("Norway expelled the ambassador of Chile in Peru.", ["Peru"]),
        ("The ambassador of Chile to Peru was declared persona non grata.", ["Peru"]),
        ("Chile ordered its envoys to leave Peru.", []),
        ("Chile recalled an envoy from Peru.", []),
    ],
)
def test_whoever_has_to_leave_a_state_is_expelled_by_it(text: str, expected: list[str]) -> None:
    assert [m.text for m in states_in(text) if is_left(sentence_of(text), m)] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The expulsion of the envoy of Chile from Peru was condemned.", "expulsion", ["Chile"]),
        ("The expulsion of Chile's envoys by Peru came in May.", "expulsion", ["Chile"]),
        ("The expulsion of the envoy to Peru came in May.", "expulsion", []),
        ("The visit of the envoy of Chile came in May.", "visit", []),
    ],
)
def test_whose_an_expulsion_is_he_is_thrown_out(text: str, word: str, expected: list[str]) -> None:
    found = expelled(sentence_of(text), trigger_in(text, word), states_in(text))
    assert [each.text for each in found] == expected


@pytest.mark.parametrize(
    ("text", "word", "ordering", "ordered"),
    [
        ("Kenya ordered Chile to close its embassy.", "close", ["Kenya"], ["Chile"]),
        ("Chile was ordered by Kenya to close its embassy.", "close", ["Kenya"], ["Chile"]),
        ("Chile and Peru have had their envoys expelled.", "expelled", [], ["Chile", "Peru"]),
        ("Chile's ambassador to Peru was told to leave.", "leave", ["Peru"], ["Chile"]),
        ("Chile's ambassador to Peru was asked to leave.", "asked", ["Peru"], ["Chile"]),
        ("Chile ordered its envoys to leave Peru.", "leave", [], []),
        ("Chile told the minister to close its embassy.", "close", ["Chile"], []),
        ("Kenya closed its embassy in Chile.", "closed", [], []),
    ],
)
def test_whoever_is_ordered_out_is_ordered_by_another(
    text: str, word: str, ordering: list[str], ordered: list[str]
) -> None:
    found = orders(sentence_of(text), trigger_in(text, word), states_in(text))
    assert tuple(sorted(each.text for each in side) for side in found) == (ordering, ordered)


def test_whoever_declares_envoys_persona_non_grata_acts() -> None:
    text = "Kenya, Chile and Peru have declared a total of nine envoys persona non grata."
    found = acting(sentence_of(text), trigger_in(text, "persona non grata"), states_in(text))
    assert sorted(each.text for each in found) == ["Chile", "Kenya", "Peru"]
