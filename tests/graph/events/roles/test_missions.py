"""Where an embassy stands is told from what else a sentence names."""

from __future__ import annotations

import re

import pytest

from graph.events.roles.missions import standing_places
from graph.model import Article, EntityType, Form, Mention, Span
from graph.reading.segment import segment


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kenya came to Peru and will open an embassy in Ghana.", "open", ["Ghana"]),
        ("Kenya reopened its embassy in Ghana, which it had closed in 1993.", "closed", ["Ghana"]),
        ("Kenya's consulate in Ghana was closed.", "closed", ["Ghana"]),
        ("The Consulate General of Kenya in Ghana reopened on Monday.", "reopened", ["Ghana"]),
        ("A general of Kenya in Ghana closed the road.", "closed", []),
        ("Kenya cut its ties to Ghana.", "cut", []),
    ],
)
def test_mission_stands_where_its_noun_says(text: str, word: str, expected: list[str]) -> None:
    mentions = [
        Mention(Span(*found.span()), found[0], EntityType.COUNTRY, Form.NAME)
        for found in re.finditer("Kenya|Peru|Ghana", text)
    ]
    start = text.index(word)
    found = standing_places(segment(Article("a", text))[0], Span(start, start + len(word)), mentions)
    assert [each.text for each in mentions if each in found] == expected
