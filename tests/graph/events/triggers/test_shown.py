"""What a thing shows nobody says by that."""

from __future__ import annotations

import pytest

from graph.events.triggers.shown import is_shown
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import trigger_in


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The relief efforts of Peru underscore its commitment to peace.", "underscore", True),
        ("The visit marks a turn, underscoring the strength of the ties.", "underscoring", True),
        ("The involvement of Peru in the plan positions it as a partner.", "positions", True),
        ("The treatment of Kenya indicates that Peru prefers talks.", "indicates", True),
        ("The minister of Peru underscored the commitment of his country.", "underscored", False),
        ("The minister visited Kenya, underscoring the need for peace.", "underscoring", False),
        ("The Peruvian delegation highlighted the need for talks.", "highlighted", False),
        ("The government signalled that it would sign.", "signalled", False),
        ("The declaration reaffirms that the border is closed.", "reaffirms", False),
        ("At the meeting Peru underlined the need for peace.", "underlined", False),
    ],
)
def test_act_that_shows_something_is_no_speaker(text: str, word: str, expected: bool) -> None:
    assert is_shown("Statement", sentence_of(text), trigger_in(text, word)) is expected


def test_act_that_shows_something_may_be_told_as_what_it_is() -> None:
    text = "The support of Peru reaffirms the alliance."
    assert not is_shown("Support", sentence_of(text), trigger_in(text, "reaffirms"))
