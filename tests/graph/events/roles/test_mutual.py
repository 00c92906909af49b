"""What sides do to one another, each of them both does and undergoes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.events.draft import Draft
from graph.events.roles.complete import complete
from graph.events.roles.mutual import is_mutual
from graph.events.scene import Scene
from graph.model import Entity, EntityType, Span, Status
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import trigger_in

STATES = tuple(Entity(name, EntityType.COUNTRY, country=name) for name in ("Chile", "Peru", "Kenya"))
CHILE, PERU, KENYA = range(len(STATES))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chile and Peru blamed each other for the delay.", "blamed", True),
        ("Chile and Peru each blamed the other for the delay.", "blamed", True),
        ("Chile and Peru put new tariffs on one another's goods.", "tariffs", True),
        ("Chile and Peru traded accusations over the islands.", "accusations", True),
        ("Chile blamed Peru and Kenya for arming each other's rebels.", "blamed", False),
        ("Chile blamed Peru for the other delay.", "blamed", False),
        ("Chile blamed Peru for the delay.", "blamed", False),
        ("Chile and Peru, under sanctions, met each other.", "sanctions", False),
    ],
)
def test_parse_tells_what_is_done_to_one_another(text: str, word: str, *, expected: bool) -> None:
    assert is_mutual(sentence_of(text), trigger_in(text, word)) == expected


BLAME = Draft(0, Span(0, 1), "Criticism", Status.ACTUAL, 0.9, (Span(0, 1),), {})
Roles = dict[str, tuple[int, ...]]


@pytest.mark.parametrize(
    ("text", "word", "roles", "expected"),
    [
        (
            "Chile and Peru blamed each other.",
            "blamed",
            {"actor": (CHILE, PERU)},
            {"actor": (CHILE, PERU), "target": (CHILE, PERU)},
        ),
        (
            "Chile traded accusations with Peru.",
            "accusations",
            {"actor": (CHILE,), "target": (PERU,)},
            {"actor": (CHILE, PERU), "target": (CHILE, PERU)},
        ),
        (
            "Chile and Peru blamed each other over Kenya.",
            "blamed",
            {"actor": (CHILE, PERU), "target": (KENYA,)},
            {"actor": (CHILE, PERU), "target": (CHILE, PERU)},
        ),
        (
            "Chile and Peru blamed Kenya.",
            "blamed",
            {"actor": (CHILE, PERU), "target": (KENYA,)},
            {"actor": (CHILE, PERU), "target": (KENYA,)},
        ),
    ],
)
def test_who_do_something_to_each_other_do_it_and_undergo_it(
    text: str, word: str, roles: Roles, expected: Roles
) -> None:
    scene = Scene([sentence_of(text)], STATES, ())
    (done,) = complete([replace(BLAME, trigger=trigger_in(text, word), roles=roles)], scene)
    assert done.roles == expected


@pytest.mark.parametrize(
    ("text", "word", "targets"),
    [
        ("Chile and Peru made the recognition.", "made", ()),
        ("Chile and Peru severed relations.", "severed", (CHILE, PERU)),
    ],
)
def test_two_who_recognise_a_third_do_not_recognise_each_other(
    text: str, word: str, targets: tuple[int, ...]
) -> None:
    scene = Scene([sentence_of(text)], STATES, ())
    told = replace(
        BLAME, type="RelationsChange", trigger=trigger_in(text, word), roles={"actor": (CHILE, PERU)}
    )
    (done,) = complete([told], scene)
    assert done.roles.get("target", ()) == targets
