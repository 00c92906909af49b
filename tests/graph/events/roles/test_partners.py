"""Whoever is met, or goes along, takes part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.events.roles.partners import companions, met, visited
from graph.model import EntityType
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import PEOPLE, people_in, states_in, trigger_in


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (f"{PEOPLE[0]} came to Peru with {PEOPLE[1]} and {PEOPLE[2]}.", "came", list(PEOPLE[1:])),
        (f"{PEOPLE[0]} flew to Peru for talks with {PEOPLE[1]}.", "flew", []),
        (f"{PEOPLE[0]} met with {PEOPLE[1]}.", "met", []),
    ],
)
def test_whoever_somebody_goes_with_goes_too(text: str, word: str, expected: list[str]) -> None:
    found = companions(sentence_of(text), trigger_in(text, word), people_in(text))
    assert [each.text for each in people_in(text) if each in found] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (f"{PEOPLE[0]} will visit {PEOPLE[1]} and {PEOPLE[2]}.", "visit", list(PEOPLE[1:])),
        (f"{PEOPLE[0]} was visited by {PEOPLE[1]}.", "visited", []),
        (f"{PEOPLE[0]} visited the grave of {PEOPLE[1]}.", "visited", []),
        (f"{PEOPLE[0]} visited {PEOPLE[1]}'s home in Lima.", "visited", []),
        (f"{PEOPLE[0]} and {PEOPLE[1]} visited Lima.", "visited", []),
    ],
)
def test_whoever_is_visited_is_no_visitor(text: str, word: str, expected: list[str]) -> None:
    found = visited(sentence_of(text), trigger_in(text, word), people_in(text))
    assert [each.text for each in people_in(text) if each in found] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chile met Peru and Kenya.", "met", ["Peru", "Kenya"]),
        ("Chile met with Peru.", "met", ["Peru"]),
        ("Chile met in the house of Peru.", "met", []),
        ("Chile criticised Peru.", "criticised", []),
        ("Chile's talks with Peru ended.", "talks", ["Chile", "Peru"]),
        ("Chile's summit in Peru ended.", "summit", []),
        ("Chile underlined this by meeting with Peru.", "meeting", ["Chile", "Peru"]),
        ("Chile met Kenya before holding talks with Peru.", "talks", ["Chile", "Peru"]),
    ],
)
def test_people_are_met_who_are_the_object_of_a_meeting(text: str, word: str, expected: list[str]) -> None:
    people = [replace(each, type=EntityType.PERSON) for each in states_in(text)]
    found = met(sentence_of(text), trigger_in(text, word), people)
    assert [each.text for each in people if each in found] == expected
