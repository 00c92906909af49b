"""A city may stand for the union that has its seat there, and not for its state."""

from __future__ import annotations

import pytest

from graph.model import Article
from graph.pipeline import convert


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beijing resumed its talks with Brussels. The European Union welcomed this.", "European Union"),
        ("Belgium expelled the envoy of Peru. Lima accused Brussels of hostility.", "Belgium"),
        ("The ministers of Peru and Kenya met in Brussels.", "Brussels"),
    ],
)
def test_brussels_is_the_union_unless_belgium_is_spoken_of(text: str, expected: str) -> None:
    found = convert(Article("a", text))
    meant = [
        found.entities[each].name
        for mention in found.mentions
        if mention.text == "Brussels"
        for each in mention.entities
    ]
    assert meant == [expected]
