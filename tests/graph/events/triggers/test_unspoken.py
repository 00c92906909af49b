"""What somebody should or may say is not said by that."""

from __future__ import annotations

import pytest

from graph.events.triggers.unspoken import is_unspoken
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import trigger_in


@pytest.mark.parametrize(
    ("event_type", "text", "word", "expected"),
    [
        ("Criticism", "Peru should condemn the raid, the envoy of Chile said.", "condemn", True),
        ("Criticism", "Peru may stage a raid and blame Chile.", "blame", True),
        ("Rejection", "Peru might well reject the offer of Chile.", "reject", True),
        ("Support", "Should Peru back the plan, Chile will leave.", "back", True),
        ("Demand", "The union should demand the release of the envoy.", "demand", True),
        ("Demand", "Chile should leave the area, the minister of Peru said.", "leave", False),
        ("Demand", "Peru urged that Chile should leave the area.", "urged", False),
        ("Rejection", "Peru said it might reject the offer of Chile.", "reject", False),
        ("Threat", "Peru warned that Chile may lose its seat.", "warned", False),
        ("Criticism", "The raid should be condemned, the minister of Peru said.", "condemned", False),
        ("Criticism", "Peru condemned the raid, and Chile should listen.", "condemned", False),
        ("Support", "Peru will back the plan.", "back", False),
    ],
)
def test_speech_that_is_only_advised_or_possible_is_none(
    event_type: str, text: str, word: str, expected: bool
) -> None:
    assert is_unspoken(event_type, sentence_of(text), trigger_in(text, word)) is expected


def test_what_somebody_may_have_stated_is_left_to_the_model() -> None:
    text = "Peru may announce a plan."
    assert not is_unspoken("Statement", sentence_of(text), trigger_in(text, "announce"))
