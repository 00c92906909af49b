"""A ministry that is only told to be a state's own is a body of that state."""

from __future__ import annotations

import pytest

from graph.model import Article, EntityType
from graph.pipeline import convert

BEFORE = "Brazil met Kenya on Monday. Brazil helped to broker the deal. "


def speakers(text: str) -> list[list[str]]:
    found = convert(Article("a", text))
    return [
        [found.entities[each].name for each in event.roles["speaker"]]
        for event in found.events
        if event.type == "Statement"
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Its foreign ministry said in a statement that talks go on.",
            "Ministry of Foreign Affairs of Brazil",
        ),
        ("Its commerce ministry said in a statement that talks go on.", "Ministry of Commerce of Brazil"),
    ],
    ids=["known", "unknown"],
)
def test_own_ministry_of_a_state_speaks(sentence: str, expected: str) -> None:
    assert speakers(BEFORE + sentence) == [[expected]]


def test_known_ministry_has_its_item_and_the_name_by_which_it_was_called() -> None:
    found = convert(Article("a", BEFORE + "Its foreign ministry said in a statement that talks go on."))
    (ministry,) = [each for each in found.entities if each.type is EntityType.GOVERNMENT_BODY]
    assert (ministry.qid, ministry.country, ministry.aliases) == ("Q1193807", "BRA", ("foreign ministry",))


def test_words_that_name_no_field_make_no_ministry() -> None:
    found = convert(Article("a", BEFORE + "On Monday its whole ministry agreed to sign the deal."))
    assert [each for each in found.entities if each.type is EntityType.GOVERNMENT_BODY] == []
