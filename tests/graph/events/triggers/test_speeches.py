"""Who alone speaks at a gathering gives a speech."""

from __future__ import annotations

import pytest

from graph.events.triggers.speeches import is_speech
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import trigger_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peruvian President Marek Velkanov spoke at the UN General Assembly on Monday.", True),
        ("Velkanov spoke on Monday at the opening ceremony in Lima.", True),
        ("He spoke at the summit.", True),
        ("Velkanov spoke with his Kenyan colleague at the summit.", False),
        ("Velkanov spoke to the Kenyan president at the conference.", False),
        ("Velkanov and Ostavik spoke at the summit.", False),
        ("The two presidents spoke at the summit.", False),
        ("They spoke at the summit.", False),
        ("Velkanov spoke at length by phone.", False),
        ("Velkanov spoke by phone on Monday.", False),
    ],
)
def test_who_alone_speaks_at_a_gathering_meets_nobody(text: str, expected: bool) -> None:
    assert is_speech("Meeting", sentence_of(text), trigger_in(text, "spoke")) is expected


def test_what_is_said_in_a_speech_is_told() -> None:
    text = "Velkanov spoke at the summit."
    assert not is_speech("Statement", sentence_of(text), trigger_in(text, "spoke"))
