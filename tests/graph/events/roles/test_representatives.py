"""Who is named for a state or a union stands for it."""

from __future__ import annotations

import pytest

from graph.model import Article
from graph.pipeline import convert

Roles = dict[str, list[str]]


def roles_of(text: str) -> list[tuple[str, Roles]]:
    found = convert(Article("a", text))
    return [
        (event.type, {role: [found.entities[each].name for each in who] for role, who in event.roles.items()})
        for event in found.events
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya's parliament ratified the agreement with Peru.",
            ("Agreement", {"party": ["Kenya", "Peru"]}),
        ),
        (
            "Peru's ambassador to Kenya, Ilmar Castellor, was summoned to the foreign ministry in Nairobi.",
            ("Criticism", {"target": ["Peru"]}),
        ),
        (
            "Moscow gave ten Swedish embassy staff a week to leave the country.",
            ("RelationsChange", {"actor": ["Russia"], "target": ["Sweden"]}),
        ),
    ],
    ids=["parliament", "envoy", "embassy"],
)
def test_state_acts_for_whom_it_stands(text: str, expected: tuple[str, Roles]) -> None:
    assert roles_of(text) == [expected]


def test_head_of_a_union_gives_its_aid() -> None:
    text = "European Commission President Nadira Ostavik pledged 500 million euros to Kenya."
    assert roles_of(text) == [("Aid", {"actor": ["European Commission"], "target": ["Kenya"]})]
