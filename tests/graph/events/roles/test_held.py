"""Whoever fits well fills a role, and so do those who stand in a list with him."""

from __future__ import annotations

import pytest

from graph.events.roles.fits import Fit
from graph.events.roles.held import hold
from graph.model import Article
from graph.pipeline import convert
from tests.graph.events.predicted import trigger
from tests.graph.events.roles.named import PEOPLE, people_in

TEXT = f"{PEOPLE[0]}, {PEOPLE[1]} and {PEOPLE[2]} spoke."


@pytest.mark.parametrize(
    ("event_type", "role", "scores", "lists", "expected"),
    [
        ("Meeting", "participant", (0.9, 0.5, 0.4), (1, 2, 3), [0, 1]),
        ("Meeting", "participant", (0.9, 0.2, 0.1), (1, 1, 1), [0, 1]),
        ("Meeting", "participant", (0.3, 0.2, 0.1), (1, 1, 1), [0]),
        ("Meeting", "participant", (0.1, 0.1, 0.1), (1, 1, 1), []),
        ("Statement", "speaker", (0.9, 0.8, 0.7), (1, 1, 2), [0, 1]),
    ],
    ids=["good", "listed", "likeliest of a core role", "none", "one voice"],
)
def test_fits_hold_by_themselves_or_beside_others(
    event_type: str, role: str, scores: tuple[float, ...], lists: tuple[int, ...], expected: list[int]
) -> None:
    people = people_in(TEXT)
    fits = [Fit(person, role, score) for person, score in zip(people, scores, strict=True)]
    held = hold(trigger(TEXT, event_type, "spoke"), fits, dict(zip(people, lists, strict=True)))
    assert held == [fits[number] for number in expected]


def test_list_of_people_each_with_his_state_is_one_list() -> None:
    found = convert(
        Article(
            "a",
            "Nadira Ostavik of Kenya, Ilmar Castellor of Peru, Peter Kamanga of Zambia, Marek Velkanov of "
            "Norway and Arvid Telmin of Ghana took part in the summit in Geneva.",
        )
    )
    names = [[found.entities[each].name for each in event.roles["participant"]] for event in found.events]
    assert names == [["Nadira Ostavik", "Ilmar Castellor", "Peter Kamanga", "Marek Velkanov", "Arvid Telmin"]]
