"""What somebody is accused of, threatens or refuses to do, or asks for, is not told by itself."""

from __future__ import annotations

import pytest

from graph.events.triggers.nested import is_nested
from graph.model import Article
from graph.pipeline import convert
from tests.graph.events.predicted import sentence_of, trigger


@pytest.mark.parametrize(
    ("text", "word", "event_type", "expected"),
    [
        ("Kenya accused Peru of arming rebels and backing Chile.", "backing", "Support", True),
        ("Kenya accused Peru of backing Chile.", "backing", "Support", True),
        ("Kenya accused Peru of backing Chile.", "accused", "Criticism", False),
        ("Kenya accused Peru of double standards in demanding his return.", "demanding", "Demand", True),
        ("Kenya, accused of bias, left after condemning Chile.", "condemning", "Criticism", False),
        ("Kenya accused Peru and backed Chile.", "backed", "Support", False),
        ("Kenya accused Peru of arming rebels and condemned Chile.", "condemned", "Criticism", False),
        ("Kenya wants to suspend its membership of the union.", "suspend", "Accession", False),
        ("Kenya wants the union to suspend Peru.", "suspend", "Accession", True),
        ("Kenya asked the union to expel Peru.", "expel", "Accession", True),
        ("Kenya's request to have the union suspend Peru was backed by Chile.", "suspend", "Accession", True),
        ("The union decided to suspend Peru.", "suspend", "Accession", False),
        ("Kenya threatened to call on the union to act.", "call", "Demand", True),
        ("Kenya threatened to recall its envoy and expel those of Peru.", "expel", "RelationsChange", True),
        ("Kenya threatened to strike Peru.", "strike", "Threat", False),
        ("Kenya refused to condemn Peru.", "condemn", "Criticism", True),
        ("Kenya refused to accept the offer of Peru.", "accept", "Rejection", False),
        ("Kenya refused to sign the treaty.", "sign", "Agreement", False),
        ("Kenya refused and condemned Peru.", "condemned", "Criticism", False),
        ("Kenya wants to condemn Peru.", "condemn", "Criticism", False),
        ("Asked about it, the union suspended Peru.", "suspended", "Accession", False),
    ],
)
def test_what_is_only_charged_or_asked_is_not_told(
    text: str, word: str, event_type: str, expected: bool
) -> None:
    assert is_nested(trigger(text, event_type, word), sentence_of(text)) is expected


def test_whose_suspension_is_wanted_has_not_left() -> None:
    text = "Kenya wants the African Union to suspend Chad."
    assert "Accession" not in {event.type for event in convert(Article("a", text)).events}
