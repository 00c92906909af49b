"""Whom a pronoun means depends on who acts, is received or is judged in its own clause."""

from __future__ import annotations

import pytest

from tests.graph.coreference.meaning import TALKS, meant


def test_object_is_not_the_subject_of_its_own_clause() -> None:
    text = TALKS + "Ostavik spoke. Velkanov told Castellor that Ostavik had called him."
    assert meant(text, "him") != ["Nadira Ostavik"]


@pytest.mark.parametrize("asked", ["asked Kenya on Friday", "on Friday asked Kenya", "asked Kenya"])
def test_who_is_asked_to_act_owns_what_he_acts_on(asked: str) -> None:
    assert meant(f"Peru {asked} to explain its decision.", "its") == ["Kenya"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Castellor received Velkanov during his visit.", ["Marek Velkanov"]),
        ("Castellor met Velkanov during his visit.", ["Ilmar Castellor"]),
        ("Castellor received Velkanov in his office.", ["Ilmar Castellor"]),
    ],
)
def test_visit_of_host_and_guest_is_the_guests(text: str, expected: list[str]) -> None:
    assert meant(TALKS + text, "his") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya praised Peru for its decision.", ["Peru"]),
        ("Kenya visited Peru for its decision.", ["Kenya"]),
        ("Kenya thanked Peru for what is its finest hour.", ["Kenya"]),
    ],
)
def test_whoever_is_judged_is_judged_for_what_is_his(text: str, expected: list[str]) -> None:
    assert meant(text, "its") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Velkanov voiced hope for Castellor's initiative and his visit to Peru.", "Ilmar Castellor"),
        ("Velkanov voiced hope for Castellor and his own visit to Peru.", "Marek Velkanov"),
    ],
)
def test_his_goes_on_with_whose_the_thing_before_is(text: str, expected: str) -> None:
    assert meant("Velkanov spoke. " + text, "his") == [expected]


def test_its_in_a_clause_is_of_whom_the_clause_is_on() -> None:
    assert meant("Peru said it would wait, angering Kenya, which recalled its envoy.", "its") == ["Kenya"]
