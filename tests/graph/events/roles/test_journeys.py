"""A visit is its owner's, and what is spoken of or left is no place to go to."""

from __future__ import annotations

import pytest

from graph.events.roles.journeys import (
    is_before_or_after,
    is_left_behind,
    is_of_other_journey,
    is_origin,
    is_topic,
    owners,
)
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import states_in, trigger_in


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "The ministry confirmed the visit and said he would discuss Chile and Peru.",
            "visit",
            ["Chile", "Peru"],
        ),
        ("He paid a visit to Chile for talks on Peru.", "visit", ["Peru"]),
        ("He arrived in Chile on a visit.", "visit", []),
        ("He came to Kenya on a visit for Chile-Peru talks.", "visit", ["Chile", "Peru"]),
        ("He visited Chile and Peru.", "visited", []),
        ("His visit to Chile comes as relations with Peru are tense.", "visit", ["Peru"]),
    ],
)
def test_what_is_only_spoken_of_is_no_destination(text: str, word: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, word)
    assert [each.text for each in states_in(text) if is_topic(sentence, trigger, each)] == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [("She travelled from Chile to Peru.", "travelled"), ("She left Chile for Peru.", "left")],
)
def test_state_that_is_left_is_no_place_to_go_to(text: str, word: str) -> None:
    sentence = sentence_of(text)
    topics = [m.text for m in states_in(text) if is_topic(sentence, trigger_in(text, word), m)]
    assert topics == ["Chile"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She flew in on Monday from Chile.", ["Chile"]),
        ("She flew back from Chile.", []),
        ("She flew home to Peru from Chile.", ["Chile"]),
        ("She flew in after the news from Chile.", []),
    ],
)
def test_whence_somebody_comes_is_the_origin(text: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, "flew")
    assert [each.text for each in states_in(text) if is_origin(sentence, trigger, each)] == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("She returned from Chile on Monday.", "returned"),
        ("She came home last week from Chile.", "came"),
        ("She came back from Chile.", "came"),
    ],
)
def test_state_from_which_somebody_comes_home_is_where_she_was(text: str, word: str) -> None:
    sentence = sentence_of(text)
    assert not any(is_topic(sentence, trigger_in(text, word), each) for each in states_in(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya briefed France on Peru's visit to Chile.", ["Peru"]),
        ("Kenya told France of the visit of Peru.", []),
        ("The visit of Kenya's envoy, announced by Peru, was short.", []),
        ("Kenya's envoy spoke of a visit to Peru.", []),
    ],
)
def test_a_visit_is_that_of_its_owner(text: str, expected: list[str]) -> None:
    found = owners(sentence_of(text), trigger_in(text, "visit"), states_in(text))
    assert [mention.text for mention in found] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kenya invited Peru during the summit in Chile.", "invited", ["Chile"]),
        ("The envoy came to Kenya after talks in Peru.", "came", ["Peru"]),
        ("The envoy spoke after his visit to Kenya.", "visit", []),
    ],
)
def test_what_was_before_or_after_is_no_place_to_go_to(text: str, word: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, word)
    found = [each.text for each in states_in(text) if is_before_or_after(sentence, trigger, each)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "word", "other", "expected"),
    [
        ("She spoke of Amit's trip to Peru and Omar's visit to Kenya.", "trip", "visit", ["Kenya"]),
        ("She spoke of Amit's trip to Peru and Omar's visit to Kenya.", "visit", "trip", ["Peru"]),
        ("She spoke of a trip to Peru and Omar's visit to Kenya.", "trip", "visit", []),
    ],
)
def test_journey_leads_to_what_stands_behind_its_noun(
    text: str, word: str, other: str, expected: list[str]
) -> None:
    sentence, trigger, others = sentence_of(text), trigger_in(text, word), [trigger_in(text, other)]
    states = states_in(text)
    assert [each.text for each in states if is_of_other_journey(sentence, trigger, others, each)] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("She left Chile on Monday to meet her colleague in Peru.", "meet", ["Chile"]),
        ("She left Chile for Peru on Monday for talks.", "talks", ["Chile"]),
        ("She left Chile for Peru on Monday after talks.", "talks", []),
        ("She left Chile for Peru after she had met her colleague.", "met", []),
        ("She left Chile for home after a visit.", "visit", []),
        ("She came to Chile to meet her colleague of Peru.", "meet", []),
    ],
)
def test_where_somebody_leaves_for_elsewhere_is_left_behind(
    text: str, word: str, expected: list[str]
) -> None:
    sentence, span = sentence_of(text), trigger_in(text, word)
    assert [each.text for each in states_in(text) if is_left_behind(sentence, span, each)] == expected
