"""Who is named only to say who stands behind another takes no part."""

from __future__ import annotations

import pytest

from graph.events.roles.backed import only_supports
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import states_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile severed ties with the Kenya-allied government of Peru.", ["Kenya"]),
        ("The Kenya-run health ministry blamed Peru.", ["Kenya"]),
        ("Kenya ran the health ministry of Peru.", []),
    ],
)
def test_who_stands_behind_somebody_takes_no_part(text: str, expected: list[str]) -> None:
    assert [each.text for each in states_in(text) if only_supports(sentence_of(text), each)] == expected
