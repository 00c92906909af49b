"""Of what kind a visit is the first says not who pays it."""

from __future__ import annotations

import pytest

from graph.events.roles.firsts import is_of_kind
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import states_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Holm came on Monday, marking the first-ever visit of a minister of Peru to Kenya.", {"Peru"}),
        ("Holm came to Kenya, which is the first visit by a minister of Peru.", {"Peru"}),
        ("Peru sent Holm on the first visit to Kenya.", set()),
        ("It was the first visit by the minister of Peru to Kenya.", set()),
        ("It was the first visit by a minister of Peru to Kenya.", set()),
        ("It was a visit by a minister of Peru to Kenya.", set()),
        ("The first visit by a minister of Peru to Kenya ended on Monday.", set()),
    ],
)
def test_of_whose_kind_a_visit_is_the_first_does_not_pay_it(text: str, expected: set[str]) -> None:
    states = states_in(text)
    assert {each.text for each in states if is_of_kind(sentence_of(text), each, states)} == expected
