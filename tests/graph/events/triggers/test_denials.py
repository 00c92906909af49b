"""What a false report says is denied, and what is told beside it is not."""

from __future__ import annotations

import pytest

from graph.events.syntax.coordination import root_of
from graph.events.triggers.denials import is_false_report
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import trigger_in


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Reports that Peru has met Chile are false.", "met", True),
        ("Peru dismissed reports that it had met Chile.", "met", True),
        ("Peru read reports that it had met Chile.", "met", False),
        ("Peru rejected claims made by Chile at the talks.", "talks", False),
        ("Peru rejected the claims that Chile made during a visit.", "visit", False),
    ],
)
def test_content_of_a_false_report_is_not_so(text: str, word: str, expected: bool) -> None:
    event = root_of(sentence_of(text), trigger_in(text, word))
    assert event is not None
    assert is_false_report(event) is expected
