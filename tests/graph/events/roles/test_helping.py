"""Who helps others to agree is no party to what they agree on."""

from __future__ import annotations

import pytest

from graph.events.roles.helping import only_helps
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import states_in, trigger_in


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Chile signed a deal after talks in which Kenya and Peru served as guarantors.",
            "signed",
            ["Kenya", "Peru"],
        ),
        (
            "The rebels and Chile signed a deal in Lima, with Kenya and Peru as mediators.",
            "signed",
            ["Kenya", "Peru"],
        ),
        ("Kenya acted as an intermediary when Chile signed the deal.", "signed", ["Kenya"]),
        ("Kenya served its allies and signed a deal with Peru.", "signed", []),
        ("Kenya served as a mediator and signed a deal with Peru.", "signed", []),
        ("Kenya signed a deal with Peru as a first step.", "signed", []),
    ],
)
def test_who_serves_as_guarantor_is_no_party(text: str, word: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, word)
    assert [each.text for each in states_in(text) if only_helps(sentence, trigger, each)] == expected
