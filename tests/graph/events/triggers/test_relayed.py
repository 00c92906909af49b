"""A medium that reports what somebody said says nothing itself."""

from __future__ import annotations

import pytest

from graph.events.triggers.relayed import is_relayed
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import trigger_in


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The minister said on Friday that Peru would sign, Lima Radio reported.", "reported", True),
        ("“The minister pointed out that Peru had signed,” Lima Radio reported.", "reported", True),
        ("“The minister declared that Peru had signed,” Lima Radio reported.", "reported", True),
        (
            "She was silent until May, when she said that Peru was free, Lima Radio reported.",
            "reported",
            True,
        ),
        ("The ministry reported on Monday that Peru had left.", "reported", False),
        ("Asked what Peru had said, the ministry reported losses.", "reported", False),
        ("Peru has signed the treaty, the ministry reported.", "reported", False),
        ("The ministry reported that Peru said it would sign.", "reported", False),
        ("The minister said on Friday that Peru would sign, Lima Radio reported.", "said", False),
    ],
)
def test_report_of_what_was_said_is_no_statement(text: str, word: str, expected: bool) -> None:
    assert is_relayed("Statement", sentence_of(text), trigger_in(text, word)) is expected
