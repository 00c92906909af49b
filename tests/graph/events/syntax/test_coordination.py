"""Mentions of one list are told from mentions that merely share a sentence."""

from __future__ import annotations

import re

import pytest

from graph.events.syntax.coordination import coordinated
from graph.model import Article, EntityType, Form, Mention, Span
from graph.reading.segment import segment

NAMES = ("Kenya", "Peru", "France", "Geneva", "Nadira Ostavik", "Marek Velkanov", "Ilmar Castellor")


def lists_in(text: str) -> set[frozenset[str]]:
    """The names of the last sentence that stand together."""
    sentence = segment(Article("a", text))[-1]
    mentions = [
        Mention(Span(*found.span()), found[0], EntityType.COUNTRY, Form.NAME)
        for found in re.finditer("|".join(NAMES), text)
        if sentence.span.start <= found.start() < sentence.span.end
    ]
    heads = coordinated(sentence, mentions)
    return {
        frozenset(mention.text for mention in mentions if heads[mention] == head) for head in heads.values()
    }


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("Kenya, Peru and France signed a treaty.", [("Kenya", "Peru", "France")]),
        ("Kenya and Peru imposed sanctions on France.", [("Kenya", "Peru"), ("France",)]),
        ("It rained.\n\nKenya and Peru met in Geneva.", [("Kenya", "Peru"), ("Geneva",)]),
        (
            "President Nadira Ostavik and Prime Minister Marek Velkanov met.",
            [("Nadira Ostavik", "Marek Velkanov")],
        ),
        ("Kenya met.", [("Kenya",)]),
        ("They met.", []),
    ],
)
def test_names_of_one_list_have_one_head(text: str, lists: list[tuple[str, ...]]) -> None:
    assert lists_in(text) == {frozenset(names) for names in lists}
