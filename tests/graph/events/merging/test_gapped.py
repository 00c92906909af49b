"""Each giver whose sum follows his name gives for himself, though the verb is told once."""

from __future__ import annotations

import pytest

from graph.events.draft import Draft
from graph.events.merging.gapped import part_givers
from graph.events.scene import Scene
from graph.model import Article, Entity, EntityType, Span, Status
from graph.reading.segment import segment
from tests.graph.events.roles.named import STATES, states_in

ENTITIES = tuple(Entity(name, EntityType.COUNTRY) for name in STATES)
CHILE, PERU, KENYA = range(len(STATES))


def given(text: str, actors: tuple[int, ...]) -> list[tuple[tuple[int, ...], object]]:
    """Who gives how much, where the first are said to give $4 million to Kenya."""
    scene = Scene(segment(Article("a", text)), ENTITIES, (), tuple(states_in(text)))
    start, evidence = text.index("promised"), (scene.sentences[0].span,)
    roles = {"actor": actors, "target": (KENYA,)}
    draft = Draft(
        0,
        Span(start, start + 8),
        "Aid",
        Status.PLANNED,
        0.9,
        evidence,
        roles,
        details={"amount": "$4 million"},
    )
    return [(each.roles["actor"], each.details["amount"]) for each in part_givers(draft, scene)]


@pytest.mark.parametrize(
    ("text", "actors", "expected"),
    [
        (
            "Chile promised $4 million and Peru $2 million for Kenya.",
            (CHILE, PERU),
            [((CHILE,), "$4 million"), ((PERU,), "$2 million")],
        ),
        (
            "Chile promised $4 million, Peru another $2 million for Kenya.",
            (CHILE,),
            [((CHILE,), "$4 million"), ((PERU,), "$2 million")],
        ),
        ("Chile and Peru promised Kenya $4 million.", (CHILE, PERU), [((CHILE, PERU), "$4 million")]),
        ("Chile promised $4 million to Kenya and Peru.", (CHILE,), [((CHILE,), "$4 million")]),
    ],
    ids=["two", "another", "together", "takers"],
)
def test_each_giver_gives_his_own_sum(
    text: str, actors: tuple[int, ...], expected: list[tuple[tuple[int, ...], str]]
) -> None:
    assert given(text, actors) == expected
