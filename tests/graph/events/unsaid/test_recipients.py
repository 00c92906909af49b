"""Aid of which only the giver is told is for the state of the title."""

from __future__ import annotations

import re

import pytest

from graph.events.draft import Draft
from graph.events.scene import Scene
from graph.events.unsaid.recipients import recipients
from graph.model import Article, Entity, EntityType, Form, Mention, Span, Status
from graph.reading.segment import segment

STATES = ("Jamaica", "Canada", "Haiti")
ENTITIES = tuple(Entity(name, EntityType.COUNTRY, country=name[:3].upper()) for name in STATES)
JAMAICA, CANADA, HAITI = range(len(STATES))
REST = "The storm tore through Jamaica. Jamaica is wet. Canada gave money."


def draft(event_type: str, **roles: tuple[int, ...]) -> Draft:
    return Draft(3, Span(0, 1), event_type, Status.ACTUAL, 0.9, (), roles)


def helped(title: str, giver: int, *told: Draft) -> tuple[int, ...]:
    text = f"{title}. {REST}"
    mentions = tuple(
        Mention(Span(*match.span()), match[0], EntityType.COUNTRY, Form.NAME, (STATES.index(match[0]),))
        for match in re.finditer("|".join(STATES), text)
    )
    scene = Scene(segment(Article("a", text)), ENTITIES, (), mentions)
    return recipients(draft("Aid", actor=(giver,)), told, scene)


@pytest.mark.parametrize(
    ("title", "giver", "expected"),
    [
        ("Relief pours into Jamaica", CANADA, (JAMAICA,)),
        ("Relief pours into Jamaica", JAMAICA, ()),
        ("Relief pours into Jamaica and Haiti", CANADA, ()),
        ("Relief pours into Haiti", CANADA, ()),
        ("Relief pours in", CANADA, ()),
    ],
    ids=["the state of the title", "its own aid", "two states", "one spoken of less", "none"],
)
def test_aid_is_for_the_only_state_of_the_title(title: str, giver: int, expected: tuple[int, ...]) -> None:
    assert helped(title, giver) == expected


def test_aid_is_not_for_a_state_with_which_others_quarrel() -> None:
    quarrel = draft("Sanction", actor=(CANADA,), target=(JAMAICA,))
    assert helped("Jamaica bans ships", CANADA, quarrel) == ()
