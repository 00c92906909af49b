"""Some nouns only say when something else is done."""

from __future__ import annotations

import pytest

from graph.events.syntax.coordination import root_of
from graph.events.syntax.times import is_when
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import trigger_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya left before the talks.", True),
        ("Kenya left ahead of the talks.", True),
        ("Kenya signed it prior to the talks.", True),
        ("Kenya left the talks.", False),
        ("Kenya spoke at the talks.", False),
    ],
)
def test_noun_behind_before_or_after_says_when(text: str, expected: bool) -> None:
    noun = root_of(sentence_of(text), trigger_in(text, "talks"))
    assert noun is not None
    assert is_when(noun) is expected
