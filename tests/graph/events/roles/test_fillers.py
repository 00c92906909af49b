"""The mentions of a sentence fill the roles of its own triggers."""

from __future__ import annotations

from graph.model import Article
from graph.pipeline import convert


def test_who_accepts_an_invitation_has_not_invited() -> None:
    text = "Norway invited President Peter Kamanga of Zambia to Oslo. Kamanga accepted the invitation."
    found = convert(Article("a", text))
    roles = [
        {role: [found.entities[each].name for each in fillers] for role, fillers in event.roles.items()}
        for event in found.events
        if event.type == "Invitation"
    ]
    assert [each["actor"] for each in roles] == [["Norway"]]
    assert [each["target"] for each in roles] == [["Peter Kamanga"]]


def test_of_an_expulsion_from_a_state_it_is_the_only_actor() -> None:
    text = "The expulsion of the ambassador of Chile from Peru was condemned by Kenya."
    found = convert(Article("a", text))
    names = {
        role: [found.entities[each].name for each in fillers]
        for event in found.events
        if event.type == "RelationsChange"
        for role, fillers in event.roles.items()
    }
    assert names == {"actor": ["Peru"], "target": ["Chile"]}
