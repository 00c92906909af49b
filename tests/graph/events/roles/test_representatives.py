"""Who is named for a state or a union stands for it."""

from __future__ import annotations

from typing import Any

import pytest

from graph.events.draft import Draft
from graph.events.roles.representatives import answer_for_states, stand_for_states
from graph.events.scene import Scene
from graph.model import Article, Entity, EntityType, Span, Status
from graph.pipeline import convert
from graph.reading.segment import segment

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
            "The Foreign Ministry summoned Kenya's ambassador to Peru, Ilmar Castellor.",
            ("Criticism", {"actor": ["Peru"], "target": ["Kenya"]}),
        ),
        (
            "Moscow gave ten Swedish embassy staff a week to leave the country.",
            ("RelationsChange", {"actor": ["Russia"], "target": ["Sweden"]}),
        ),
        (
            "Peru handed a note of protest to the ambassador of Kenya, Ilmar Castellor.",
            ("Criticism", {"actor": ["Peru"], "target": ["Kenya"]}),
        ),
        (
            "Togo summoned the European Union's ambassador, Ilka Morvan, over the quota.",
            ("Criticism", {"actor": ["Togo"], "target": ["European Union"]}),
        ),
        (
            "Peru's ambassador to Chile was recalled on Monday.",
            ("RelationsChange", {"actor": ["Peru"], "target": ["Chile"]}),
        ),
        (
            "Maria Alonso, Peru's ambassador to Chile, had been called home on Sunday after a speech.",
            ("RelationsChange", {"actor": ["Peru"], "target": ["Chile"]}),
        ),
    ],
    ids=[
        *("parliament", "envoy", "host", "embassy", "protest", "envoy of a union", "own envoy"),
        "own named envoy",
    ],
)
def test_state_acts_for_whom_it_stands(text: str, expected: tuple[str, Roles]) -> None:
    assert roles_of(text) == [expected]


def test_head_of_a_union_gives_its_aid() -> None:
    text = "European Commission President Nadira Ostavik pledged 500 million euros to Kenya."
    assert roles_of(text) == [("Aid", {"actor": ["European Commission"], "target": ["Kenya"]})]


OFFICES = (
    Entity("Kenya", EntityType.COUNTRY, country="KEN"),
    Entity("Foreign Ministry of Kenya", EntityType.GOVERNMENT_BODY, country="KEN"),
    Entity("Peru", EntityType.COUNTRY, country="PER"),
    Entity("Castellor Sea", EntityType.PLACE),
)
KENYA, MINISTRY, PERU, SEA = range(len(OFFICES))


def draft_of(text: str, word: str, **told: Any) -> tuple[Draft, Scene]:
    sentences = segment(Article("a", text))
    trigger = Span(text.index(word), text.index(word) + len(word))
    return Draft(0, trigger, status=Status.ACTUAL, score=0.9, evidence=(), **told), Scene(
        sentences, OFFICES, ()
    )


def test_no_envoy_is_summoned_by_his_own_state() -> None:
    roles = {"actor": (MINISTRY,), "target": (KENYA, PERU)}
    summons = draft_of("They were summoned.", "summoned", type="Criticism", roles=roles)
    assert answer_for_states(*summons).roles == {"actor": (MINISTRY,), "target": (PERU,)}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("open-mission", {"actor": (KENYA,)}), ("upgrade", {"actor": (KENYA,), "target": (SEA,)})],
)
def test_missions_are_not_in_regions(kind: str, expected: dict[str, tuple[int, ...]]) -> None:
    roles = {"actor": (KENYA,), "target": (SEA,)}
    opening = draft_of("It opened.", "opened", type="RelationsChange", attribute=kind, roles=roles)
    assert stand_for_states(*opening).roles == expected
