"""Who helps others to agree is no party to what they agree on."""

from __future__ import annotations

import pytest

from graph.events.roles.helping import only_helps
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import states_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chile signed a deal after talks in which Kenya and Peru served as guarantors.",
            ["Kenya", "Peru"],
        ),
        ("The rebels and Chile signed a deal in Lima, with Kenya and Peru as mediators.", ["Kenya", "Peru"]),
        ("Kenya acted as an intermediary when Chile signed the deal.", ["Kenya"]),
        ("Kenya served its allies and signed a deal with Peru.", []),
        ("Kenya signed a deal with Peru as a first step.", []),
    ],
)
def test_who_serves_as_guarantor_is_no_party(text: str, expected: list[str]) -> None:
    assert [each.text for each in states_in(text) if only_helps(sentence_of(text), each)] == expected
