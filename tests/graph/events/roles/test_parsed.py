"""Beside those whom the parse names for a role others fill it only where that may be."""

from __future__ import annotations

import pytest

from graph.events.model.predict import Prediction
from graph.events.roles.parsed import read_parse
from tests.graph.events.predicted import sentence_of, tokens_of, trigger
from tests.graph.events.roles.named import PEOPLE, people_in


@pytest.mark.parametrize(
    ("text", "event_type", "word", "named", "closed"),
    [
        (
            "Ilmar Castellor told of talks between Nadira Ostavik and Marek Velkanov.",
            "Meeting",
            "talks",
            {PEOPLE[0]: "participant", PEOPLE[1]: "participant"},
            {"participant"},
        ),
        (
            "Ilmar Castellor told of a visit by Nadira Ostavik.",
            "Visit",
            "visit",
            {PEOPLE[0]: "visitor"},
            {"visitor"},
        ),
        (
            "After the vote Nadira Ostavik was named envoy.",
            "Appointment",
            "named",
            {PEOPLE[0]: "appointee"},
            {"appointee"},
        ),
        (
            "Nadira Ostavik met Marek Velkanov in Lima.",
            "Meeting",
            "met",
            {PEOPLE[1]: "participant"},
            set(),
        ),
    ],
    ids=["both sides", "whose visit", "appointed", "met"],
)
def test_parse_names_who_fills_a_role_and_closes_it(
    text: str, event_type: str, word: str, named: dict[str, str], closed: set[str]
) -> None:
    told = trigger(text, event_type, word)
    parsed = read_parse(told, Prediction(tokens_of(text), 1.0, (told,)), sentence_of(text), people_in(text))
    assert {mention.text: fit.role for mention, fit in parsed.fits.items()} == named
    assert parsed.closed == closed


def test_who_acts_is_no_target() -> None:
    text = "Nadira Ostavik condemned Marek Velkanov."
    told = trigger(text, "Criticism", "condemned", slots={"actor": {PEOPLE[0]: 0.9}})
    parsed = read_parse(told, Prediction(tokens_of(text), 1.0, (told,)), sentence_of(text), people_in(text))
    assert {each.text: parsed.shut_roles(each) for each in people_in(text)} == {
        PEOPLE[0]: {"actor", "target"},
        PEOPLE[1]: {"actor"},
    }
