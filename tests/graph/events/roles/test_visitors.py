"""Whoever comes visits, and whoever receives him does not."""

from __future__ import annotations

import pytest

from graph.events.roles.visitors import hosting, receiving, visiting
from graph.model import Article
from graph.pipeline import convert
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import PEOPLE, people_in, trigger_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nadira Ostavik's visit to Lima followed talks with Marek Velkanov.", [PEOPLE[0]]),
        (
            "At the invitation of Nadira Ostavik, Marek Velkanov, the trade minister, will visit Lima.",
            [PEOPLE[1]],
        ),
        ("Nadira Ostavik spoke of a visit to Lima.", []),
    ],
)
def test_whose_visit_it_is_and_who_is_invited_visit(text: str, expected: list[str]) -> None:
    found = visiting(sentence_of(text), trigger_in(text, "visit"), people_in(text))
    assert [each.text for each in people_in(text) if each in found] == expected


@pytest.mark.parametrize(
    ("text", "visitors", "hosts"),
    [
        (
            "Nadira Ostavik told visiting Trade Minister Marek Velkanov that much was done.",
            [PEOPLE[1]],
            [PEOPLE[0]],
        ),
        ("Nadira Ostavik met with visiting Deputy Premier Marek Velkanov.", [PEOPLE[1]], []),
        ("Nadira Ostavik and her visiting counterpart Marek Velkanov spoke.", [PEOPLE[1]], []),
        ("The deal was struck by visiting Peruvian Secretary of State Marek Velkanov.", [PEOPLE[1]], []),
        ("Nadira Ostavik briefed visiting League's Envoy Marek Velkanov.", [PEOPLE[1]], [PEOPLE[0]]),
        ("Nadira Ostavik began by visiting Trade Minister Marek Velkanov at home.", [], []),
        ("Nadira Ostavik met visiting officials of Trade Minister Marek Velkanov.", [], []),
        ("Nadira Ostavik told visiting Marek Velkanov to be no use.", [], []),
    ],
)
def test_who_is_called_visiting_visits_and_whoever_speaks_with_him_receives_him(
    text: str, visitors: list[str], hosts: list[str]
) -> None:
    asked = sentence_of(text), trigger_in(text, "visiting"), people_in(text)
    found = [[each.text for each in people_in(text) if each in said(*asked)] for said in (visiting, hosting)]
    assert found == [visitors, hosts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nadira Ostavik, on a visit to Lima, held talks with Marek Velkanov.", [PEOPLE[1]]),
        ("Nadira Ostavik, on a visit to Lima, was received by Marek Velkanov.", [PEOPLE[1]]),
        ("Nadira Ostavik and Marek Velkanov paid a visit to Lima.", []),
    ],
)
def test_who_receives_a_guest_is_none(text: str, expected: list[str]) -> None:
    found = receiving(sentence_of(text), trigger_in(text, "visit"), people_in(text))
    assert [each.text for each in people_in(text) if each in found] == expected


def test_a_guest_who_was_host_before_is_the_guest() -> None:
    text = (
        "Kenyan President Peter Kamanga arrived in Lima at the invitation of Peru's Ilmar Castellor, whom he "
        "had hosted in Mombasa."
    )
    found = convert(Article("a", text))
    visitors = {each for event in found.events for each in event.roles.get("visitor", ())}
    assert [found.entities[each].name for each in visitors] == ["Peter Kamanga"]


def test_who_is_called_visiting_is_in_the_state_of_whoever_tells_him_something() -> None:
    text = (
        "Peru's President Ilmar Castellor told visiting Kenyan Trade Minister Nadira Ostavik that trade grew."
    )
    found = convert(Article("a", text))
    (visit,) = (event for event in found.events if event.type == "Visit")
    roles = {role: [found.entities[each].name for each in fillers] for role, fillers in visit.roles.items()}
    assert roles == {"visitor": ["Nadira Ostavik"], "host": ["Ilmar Castellor"], "destination": ["Peru"]}
