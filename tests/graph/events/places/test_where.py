"""An event is where its own clause says, not where another one of its class was."""

from __future__ import annotations

import re

import pytest

from graph.events.model.predict import Prediction
from graph.events.places.where import find_places
from graph.model import Entity, EntityType, Form, Mention, Span
from tests.graph.events.predicted import sentence_of, tokens_of, trigger

NAMES = ("Arequipa", "Nairobi")
PLACES = tuple(Entity(name, EntityType.PLACE) for name in NAMES)


def places_of(
    text: str,
    word: str,
    beside: str,
    *,
    likely: float = 0.9,
    own_type: str = "Meeting",
    other_type: str = "Meeting",
) -> list[str]:
    """The places of the event of one word, beside that of another, where the model takes each for both."""
    slots = {"place": dict.fromkeys((name for name in NAMES if name in text), likely)}
    types = ((own_type, word), (other_type, beside))
    triggers = tuple(trigger(text, event_type, each, slots=slots) for event_type, each in types)
    mentions = [
        Mention(Span(*found.span()), found[0], EntityType.PLACE, Form.NAME, (NAMES.index(found[0]),))
        for found in re.finditer("|".join(NAMES), text)
    ]
    prediction = Prediction(tokens_of(text), 1.0, triggers)
    found = find_places(triggers[0], prediction, sentence_of(text), mentions, PLACES)
    return [NAMES[number] for number in found]


TWO = "The ministers, who last met in Arequipa in 2019, held talks in Nairobi on Monday."
SAID = "Speaking in Nairobi, the minister said that she met her colleague in Arequipa."


@pytest.mark.parametrize(
    ("text", "word", "beside", "places"),
    [
        (TWO, "met", "talks", ["Arequipa"]),
        (TWO, "talks", "met", ["Nairobi"]),
        (SAID, "met", "met", ["Arequipa"]),
        (
            "In Nairobi he received the envoy and held talks with her.",
            "talks",
            "received",
            ["Nairobi"],
        ),
        ("In Nairobi he held talks after receiving the envoy.", "receiving", "talks", ["Nairobi"]),
        ("The ministers met over a raid that took place in Arequipa.", "met", "raid", []),
        ("The ministers held talks on a raid that took place in Arequipa.", "talks", "raid", []),
        ("The ministers met at a villa that stands in Arequipa.", "met", "villa", ["Arequipa"]),
        (
            "They met on the sidelines of a match that took place in Arequipa.",
            "met",
            "match",
            ["Arequipa"],
        ),
        ("The talks that took place in Arequipa were long.", "talks", "long", ["Arequipa"]),
        ("The minister returned to Nairobi after talks in Arequipa.", "talks", "returned", ["Arequipa"]),
        ("The minister left Nairobi after a round of talks in Arequipa.", "talks", "left", ["Arequipa"]),
        ("The minister signed it in Nairobi after talks on trade.", "talks", "signed", ["Nairobi"]),
        ("They met in Arequipa and their next meeting is in June.", "meeting", "met", []),
        ("They met in Arequipa and the next round of talks is in June.", "talks", "met", []),
        ("They met in May and their next meeting is in Nairobi.", "meeting", "met", ["Nairobi"]),
        ("They met in Arequipa and their meeting went on in June.", "meeting", "met", ["Arequipa"]),
        ("Arequipa was chosen and will host the next meeting.", "meeting", "chosen", ["Arequipa"]),
    ],
)
def test_event_has_not_the_place_of_another(text: str, word: str, beside: str, places: list[str]) -> None:
    assert places_of(text, word, beside) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The minister flew from Arequipa to Nairobi on Monday, where she met the envoy.", ["Nairobi"]),
        ("In Nairobi the minister asked where they met.", []),
        ("The minister flew to Peru with Lars Holm, where she met the envoy.", []),
    ],
)
def test_what_is_told_with_where_is_at_the_place_before(text: str, places: list[str]) -> None:
    assert places_of(text, "met", "met", likely=0.1) == places


def test_what_is_told_with_where_is_not_where_that_was_told() -> None:
    text = "In Arequipa the minister recalled a visit to Nairobi, where she met the envoy."
    assert places_of(text, "met", "visit", other_type="Visit") == ["Nairobi"]
    text = "The minister came to Arequipa, Nairobi, where she met the envoy."
    assert places_of(text, "met", "came", other_type="Visit") == ["Arequipa", "Nairobi"]


def test_what_is_told_with_where_is_not_at_the_place_of_what_was_done_after() -> None:
    text = "The minister flew to Arequipa, where she met the envoy before holding talks in Nairobi."
    assert places_of(text, "met", "talks", other_type="Meeting") == ["Arequipa"]


def test_meeting_is_not_where_one_of_those_who_met_had_been() -> None:
    text = "The minister had talks in Nairobi with the envoy, who visited Arequipa in May."
    assert places_of(text, "talks", "visited", other_type="Visit") == ["Nairobi"]
    text = "The minister had talks with the envoy, who is due in Nairobi in May."
    assert places_of(text, "talks", "due", other_type="Visit") == ["Nairobi"]


def test_what_is_said_of_a_place_is_not_said_there() -> None:
    text = "The ministers spoke of Nairobi, where they urged restraint."
    assert places_of(text, "urged", "urged", likely=0.1, own_type="Demand") == []


def test_what_is_done_before_a_gathering_is_not_done_there() -> None:
    text = "The ministers signed it in Nairobi a day before the summit in Arequipa."
    assert places_of(text, "signed", "summit", own_type="Agreement") == ["Nairobi"]
    assert places_of(text, "summit", "signed", other_type="Agreement") == ["Arequipa"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks were held at Nairobi's request.", []),
        ("The talks were held at Nairobi's airport.", ["Nairobi"]),
        ("The talks were held in Nairobi.", ["Nairobi"]),
    ],
)
def test_whose_a_request_is_is_no_place(text: str, expected: list[str]) -> None:
    assert places_of(text, "talks", "held") == expected
