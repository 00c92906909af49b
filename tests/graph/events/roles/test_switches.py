"""Whoever switches recognition does one thing to one state and another to the other."""

from __future__ import annotations

import pytest

from graph.model import Article
from graph.pipeline import convert

Change = tuple[str, tuple[str, ...], tuple[str, ...]]


def changes(text: str) -> set[Change]:
    found = convert(Article("a", text))
    names = [entity.name for entity in found.entities]
    return {
        (
            str(event.attributes.get("changeKind")),
            tuple(names[each] for each in event.roles.get("actor", ())),
            tuple(names[each] for each in event.roles.get("target", ())),
        )
        for event in found.events
        if event.type == "RelationsChange"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Kenya switched diplomatic recognition from Norway to Peru in 2016.",
        "Kenya switched its allegiance from Oslo to Lima on Friday.",
    ],
)
def test_ties_with_one_are_severed_and_with_the_other_established(text: str) -> None:
    assert changes(text) == {("sever", ("Kenya",), ("Norway",)), ("establish", ("Kenya",), ("Peru",))}


def test_recognition_is_of_one_side() -> None:
    text = "Kenya said it would sever ties with Norway and recognise Peru."
    assert changes(text) == {("sever", ("Kenya",), ("Norway",)), ("establish", ("Kenya",), ("Peru",))}
