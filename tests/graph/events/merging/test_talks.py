"""Whoever meets one partner after another has several meetings."""

from __future__ import annotations

import pytest

from graph.events.draft import Draft
from graph.events.merging.talks import part_talks
from graph.events.scene import Scene
from graph.model import Article, Entity, EntityType, Form, Mention, Span, Status
from graph.reading.segment import segment

NAMES = ("Nadira Ostavik", "Lars Holm", "Ines Dahl", "Lima", "Cusco")
OSTAVIK, HOLM, DAHL, LIMA, CUSCO = range(len(NAMES))
ENTITIES = tuple(
    Entity(name, EntityType.PLACE if number >= LIMA else EntityType.PERSON)
    for number, name in enumerate(NAMES)
)


def parts(text: str, word: str) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Who takes part in each meeting, and where it is."""
    named = [
        Mention(Span(text.index(name), text.index(name) + len(name)), name, None, Form.NAME, (number,))
        for number, name in enumerate(NAMES)
        if name in text
    ]
    start = text.index(word)
    draft = Draft(
        sentence=0,
        trigger=Span(start, start + len(word)),
        type="Meeting",
        status=Status.ACTUAL,
        score=0.9,
        evidence=(),
        roles={"participant": (OSTAVIK, HOLM, DAHL)},
        places=tuple(each.entities[0] for each in named if each.entities[0] >= LIMA),
    )
    scene = Scene(segment(Article("a", text)), ENTITIES, (), named)
    return [(each.roles["participant"], each.places) for each in part_talks(draft, scene)]


@pytest.mark.parametrize(
    ("text", "word", "places"),
    [
        ("Nadira Ostavik met Lars Holm in Lima and Ines Dahl in Cusco.", "met", ((LIMA,), (CUSCO,))),
        ("Nadira Ostavik held separate talks with Lars Holm and Ines Dahl.", "talks", ((), ())),
        ("Nadira Ostavik received in turn Lars Holm and Ines Dahl in Lima.", "received", ((LIMA,), (LIMA,))),
        ("Nadira Ostavik met Lars Holm on Monday and Ines Dahl on Tuesday.", "met", ((), ())),
        ("Nadira Ostavik met with Lars Holm and later with Ines Dahl in Lima.", "met", ((LIMA,), (LIMA,))),
    ],
)
def test_each_partner_has_a_meeting(text: str, word: str, places: tuple[tuple[int, ...], ...]) -> None:
    assert parts(text, word) == list(zip(((OSTAVIK, HOLM), (OSTAVIK, DAHL)), places, strict=True))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Nadira Ostavik met Lars Holm and Ines Dahl in Lima.", "met"),
        ("It praised Nadira Ostavik, who in turn met Lars Holm and Ines Dahl in Lima.", "met"),
        ("Nadira Ostavik met Lars Holm of the Lima office and Ines Dahl in Lima.", "met"),
        ("Nadira Ostavik met Lars Holm on Monday and Ines Dahl in Lima.", "met"),
        ("Nadira Ostavik met Lars Holm and Ines Dahl in Lima on Monday.", "met"),
        ("Lars Holm, Ines Dahl and Nadira Ostavik held separate talks in Lima.", "talks"),
        ("The talks brought Nadira Ostavik to Lars Holm and with him to Ines Dahl in Lima.", "talks"),
    ],
)
def test_partners_who_are_met_at_once_have_one_meeting(text: str, word: str) -> None:
    assert parts(text, word) == [((OSTAVIK, HOLM, DAHL), (LIMA,))]
