"""Who goes on to other talks took part in those with which the sentence opens, and others did not."""

from __future__ import annotations

import re

import pytest

from graph.events.merging.openings import find_opening
from graph.model import Article, EntityType, Form, Mention, Span
from graph.pipeline import convert
from tests.graph.events.predicted import sentence_of

NAMES = ("Nadira Ostavik", "Lars Holm", "Ines Dahl", "Marek Velkanov")


def both(text: str) -> list[str]:
    """Who is in both of the talks of a text."""
    mentions = [
        Mention(Span(*match.span()), match[0], EntityType.PERSON, Form.NAME, (NAMES.index(match[0]),))
        for match in re.finditer("|".join(NAMES), text)
    ]
    meetings = [Span(*match.span()) for match in re.finditer(r"\b(?:meeting|met|talks)\b", text)]
    opening = find_opening(sentence_of(text), meetings, mentions)
    return sorted(each.text for each in opening.both) if opening is not None else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After meeting President Lars Holm, Ines Dahl held talks with Nadira Ostavik.", ["Ines Dahl"]),
        ("Before meeting Lars Holm in Lima, Ines Dahl met Nadira Ostavik.", ["Ines Dahl"]),
        ("Fresh from talks with Lars Holm, Ines Dahl met Nadira Ostavik on Monday.", ["Ines Dahl"]),
        (
            "Following talks with Lars Holm, Ines Dahl and Marek Velkanov met Nadira Ostavik.",
            ["Ines Dahl", "Marek Velkanov"],
        ),
        ("After talks between Lars Holm and Marek Velkanov, Ines Dahl met Nadira Ostavik.", []),
        ("After Marek Velkanov's meeting with Lars Holm, Ines Dahl met Nadira Ostavik.", []),
        ("After talks with Lars Holm collapsed, Ines Dahl met Nadira Ostavik.", []),
        ("After meeting Lars Holm, Ines Dahl described the talks as useful.", []),
        ("After meeting Lars Holm, Ines Dahl said Nadira Ostavik had met Marek Velkanov.", []),
        ("After meeting in Lima, Lars Holm and Ines Dahl held talks with Nadira Ostavik.", []),
        ("After meeting Lars Holm, Ines Dahl and Marek Velkanov, Nadira Ostavik held talks.", []),
    ],
)
def test_who_meets_others_after_talks_was_in_both(text: str, expected: list[str]) -> None:
    assert both(text) == expected


def test_two_talks_after_each_other_are_no_summit_of_all() -> None:
    text = (
        "After meeting Peruvian President Lars Holm, Kenyan President Nadira Ostavik held talks with "
        "Norwegian Prime Minister Ines Dahl on Saturday."
    )
    found = convert(Article("a", text))
    met = [[found.entities[each].name for each in event.roles["participant"]] for event in found.events]
    assert met == [["Lars Holm", "Nadira Ostavik"], ["Nadira Ostavik", "Ines Dahl"]]
