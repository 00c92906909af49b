"""What a government does with its own opponents no other state does."""

from __future__ import annotations

import pytest

from graph.events.unsaid.inner import is_inner
from graph.model import Span
from tests.graph.events.predicted import sentence_of


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The government and the opposition signed a truce.", "signed", True),
        ("In 1996 the government and the rebel FRC signed a truce.", "signed", True),
        ("Talks between the government and opposition parties will open on Monday.", "Talks", True),
        ("The government began talks with the guerrillas in Lima.", "talks", True),
        ("The government signed a pact with Kenya despite the opposition.", "signed", False),
        ("The government and Kenya signed a truce.", "signed", False),
        ("The opposition said that the government met Kenya.", "met", False),
        ("He left the talks between Marek Velkanov and the opposition.", "talks", True),
        ("It rained after talks between Marek Velkanov and the opposition stalled.", "talks", True),
        ("It rained after talks between Marek Velkanov and the envoy stalled.", "talks", False),
        ("Marek Velkanov left talks with the rebels of Peru.", "talks", True),
        ("The talks with Kenya on the rebels failed.", "talks", False),
    ],
)
def test_what_a_government_does_with_its_opponents_is_inner(
    text: str, trigger: str, *, expected: bool
) -> None:
    start = text.index(trigger)
    assert is_inner(sentence_of(text), Span(start, start + len(trigger))) is expected
