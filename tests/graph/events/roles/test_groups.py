"""A state does not do what groups in it do."""

from __future__ import annotations

import pytest

from graph.events.roles.groups import is_of_group
from graph.model import EntityType, Form, Mention
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import states_in, trigger_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The main rebel coalition in Peru condemned Chile.", ["Peru"]),
        ("Peru's opposition condemned Chile.", ["Peru"]),
        ("Peru's main opposition group condemned Chile.", ["Peru"]),
        ("The Kenya majority condemned Chile.", ["Kenya"]),
        ("A former Peru minister condemned Chile.", ["Peru"]),
        ("Peru's opposition to the pact is known.", []),
        ("Peru's group condemned Chile.", []),
        ("Peru condemned the opposition.", []),
        ("Peru and its opposition signed.", []),
    ],
)
def test_state_of_its_opponents_does_not_act(text: str, expected: list[str]) -> None:
    assert [each.text for each in states_in(text) if is_of_group(sentence_of(text), each)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some Union members condemned Chile.", True),
        ("Several states of the Union condemned Chile.", True),
        ("Union members condemned Chile.", False),
        ("All Union members condemned Chile.", False),
        ("Some Union rules condemned Chile.", False),
    ],
)
def test_some_members_are_not_their_organization(text: str, expected: bool) -> None:
    kind = EntityType.INTERNATIONAL_ORGANIZATION
    union = Mention(trigger_in(text, "Union"), "Union", kind, Form.NAME, (0,))
    assert is_of_group(sentence_of(text), union) is expected
