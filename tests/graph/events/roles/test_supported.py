"""Who is supported stands behind the noun for the support."""

from __future__ import annotations

import pytest

from graph.events.roles.supported import is_of_others, supported
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import states_in, trigger_in


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Norway condemned Kenya and expressed support for Peru's borders.", "support", ["Peru"]),
        ("Norway acted in solidarity with Peru after the floods in Kenya.", "solidarity", ["Peru"]),
        ("Norway voiced its support for Kenya and the people of Peru.", "support", ["Kenya", "Peru"]),
        ("Norway left Kenya in support of Peru.", "support", ["Peru"]),
        ("Norway lost the support of Peru.", "support", []),
        ("Norway is confident in the support of Peru.", "support", []),
        ("Norway voiced its support for the plan.", "support", []),
        ("Norway assured Peru of the support of Kenya.", "support", ["Peru"]),
        ("Peru was assured of the support of Kenya.", "support", ["Peru"]),
        ("Norway assured Peru of its support for Kenya.", "support", ["Kenya"]),
        ("Peru won backing from Kenya.", "backing", ["Peru"]),
        ("Peru won backing for the plan from Kenya.", "won", ["Peru"]),
        ("Peru has the full support of Kenya.", "support", ["Peru"]),
        ("Peru won support for Chile from Kenya.", "support", ["Chile"]),
        ("With the full support of Kenya, Peru acted.", "support", ["Peru"]),
        ("Norway voiced support for anti-Peru sanctions.", "support", []),
        ("Norway will support Peru with the help of Kenya.", "support", []),
    ],
)
def test_whom_support_is_for_is_supported(text: str, word: str, expected: list[str]) -> None:
    found = supported(sentence_of(text), trigger_in(text, word), states_in(text))
    assert sorted(each.text for each in found) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Peru won Kenya's backing.", "won", True),
        ("Peru received support from Kenya.", "support", True),
        ("Peru has support for Kenya in mind.", "support", False),
        ("Peru won backing for its withdrawal from Kenya.", "backing", False),
        ("Peru voiced the support of Kenya.", "support", False),
    ],
)
def test_support_that_somebody_has_is_that_of_others(text: str, word: str, expected: bool) -> None:
    assert is_of_others(sentence_of(text), trigger_in(text, word)) is expected
