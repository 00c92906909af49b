"""Who is supported stands behind the noun for the support."""

from __future__ import annotations

import pytest

from graph.events.roles.supported import supported
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
        ("Norway will support Peru with the help of Kenya.", "support", []),
    ],
)
def test_whom_support_is_for_is_supported(text: str, word: str, expected: list[str]) -> None:
    found = supported(sentence_of(text), trigger_in(text, word), states_in(text))
    assert sorted(each.text for each in found) == expected
