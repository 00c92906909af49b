"""Who stands beside what is done in its own sentence is not guessed to be whom it is done to."""

from __future__ import annotations

import pytest

from graph.events.draft import Draft
from graph.events.scene import Scene
from graph.events.unsaid.ruled_out import ruled_out
from graph.events.unsaid.story import read_story
from graph.model import Article, Entity, EntityType, Status
from graph.reading.segment import segment
from tests.graph.events.roles.named import STATES, states_in, trigger_in

ENTITIES = tuple(
    Entity(name, EntityType.COUNTRY, country=code)
    for name, code in zip(STATES, ("CHL", "PER", "KEN"), strict=True)
)


@pytest.mark.parametrize(
    ("text", "word", "event_type", "expected"),
    [
        ("Chile urged all states to cooperate with Peru.", "urged", "Demand", {"Peru"}),
        ("Chile blamed rebels for it and asked Peru for help.", "blamed", "Criticism", {"Peru"}),
        ("Chile hit officials close to Peru with sanctions after Peru left.", "hit", "Sanction", {"Peru"}),
        ("Chile, which met Peru, hailed it.", "hailed", "Support", {"Peru"}),
        ("Chile hailed the plan of Peru, after a talk with Peru.", "hailed", "Support", set()),
        ("Chile condemned the plan made by Peru.", "condemned", "Criticism", set()),
    ],
)
def test_who_stands_beside_is_no_target(text: str, word: str, event_type: str, expected: set[str]) -> None:
    sentences = segment(Article("a", text))
    act = Draft(
        0, trigger_in(text, word), event_type, Status.ACTUAL, 0.9, (sentences[0].span,), {"actor": (0,)}
    )
    story = read_story([act], Scene(sentences, ENTITIES, (), tuple(states_in(text))))
    assert {STATES[each] for each in ruled_out(act, "target", story)} - {"Chile"} == expected
