"""The words between two gatherings of a sentence tell whether one is only the occasion of the other."""

from __future__ import annotations

import re

import pytest

from graph.events.merging.occasions import is_apart, is_elsewhere, is_of_other, is_own, tells_when
from graph.model import Article, EntityType, Form, Mention, Span
from graph.pipeline import convert
from tests.graph.events.predicted import sentence_of

NAMES = {
    "Nadira Ostavik": EntityType.PERSON,
    "Lars Holm": EntityType.PERSON,
    "Andean Union": EntityType.INTERNATIONAL_ORGANIZATION,
    "Kenya": EntityType.COUNTRY,
}


def span_of(text: str, word: str) -> Span:
    start = text.index(word)
    return Span(start, start + len(word))


def mentions_in(text: str) -> list[Mention]:
    names = list(NAMES)
    return [
        Mention(Span(*match.span()), match[0], NAMES[match[0]], Form.NAME, (names.index(match[0]),))
        for match in re.finditer("|".join(NAMES), text)
    ]


@pytest.mark.parametrize(
    ("text", "event", "noun", "expected"),
    [
        ("Ostavik met Holm ahead of the summit of the Andean Union.", "met", "summit", True),
        ("On the sidelines of the summit, Ostavik met Holm.", "met", "summit", True),
        ("Ostavik and Holm held talks before the regional meeting.", "talks", "meeting", True),
        ("They exchanged views on the talks between Kenya and Peru.", "exchanged views", "talks", True),
        ("Ostavik met Holm to prepare for a new summit of Kenya and Peru.", "met", "summit", True),
        ("Ostavik met Holm for talks.", "met", "talks", False),
        ("Ostavik received Holm during a meeting in Lima.", "received", "meeting", False),
        ("The Andean Union met in Lima for a summit on trade.", "met", "summit", False),
        ("The summit of the Andean Union agreed after days of talks.", "summit", "talks", False),
        ("They met after the forum and the meeting of ministers.", "forum", "meeting of", False),
    ],
)
def test_what_is_before_after_or_beside_a_gathering_is_another(
    text: str, event: str, noun: str, *, expected: bool
) -> None:
    assert is_apart(sentence_of(text), span_of(text, noun), span_of(text, event)) is expected


@pytest.mark.parametrize(
    ("text", "event", "noun", "at_event", "at_noun"),
    [
        (
            "Nadira Ostavik met Lars Holm ahead of a meeting of the Andean Union.",
            "met",
            "meeting",
            ["Nadira Ostavik", "Lars Holm"],
            ["Andean Union"],
        ),
        (
            "Nadira Ostavik met Lars Holm at the Andean Union summit.",
            "met",
            "summit",
            ["Nadira Ostavik", "Lars Holm"],
            ["Andean Union"],
        ),
        (
            "Nadira Ostavik met the ministers of Kenya at the Andean Union summit.",
            "met",
            "summit",
            ["Nadira Ostavik", "Kenya", "Andean Union"],
            ["Nadira Ostavik", "Kenya", "Andean Union"],
        ),
        (
            "Nadira Ostavik held meetings on the sidelines of the summit with ministers from Kenya.",
            "meetings",
            "summit",
            ["Nadira Ostavik", "Kenya"],
            [],
        ),
    ],
)
def test_each_gathering_of_a_sentence_has_its_own_participants(
    text: str, event: str, noun: str, at_event: list[str], at_noun: list[str]
) -> None:
    sentence, mentions = sentence_of(text), mentions_in(text)
    told, gathering = span_of(text, event), span_of(text, noun)

    def those(own: Span, other: Span) -> list[str]:
        return [each.text for each in mentions if not is_of_other(sentence, each, own, [other], mentions)]

    assert (those(told, gathering), those(gathering, told)) == (at_event, at_noun)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ostavik met Holm following the talks held in Lima.", True),
        ("Ostavik met officials about the talks that open in Lima.", True),
        ("Ostavik met Holm on the sidelines of a meeting in Lima.", False),
        ("Ostavik met Holm in Lima after the talks.", False),
    ],
)
def test_place_of_what_was_before_or_is_spoken_of_is_not_that_of_the_talks(
    text: str, *, expected: bool
) -> None:
    assert is_elsewhere(sentence_of(text), span_of(text, "met"), span_of(text, "Lima")) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Holm spoke at the Lima Forum on trade.", "Forum", True),
        ("The Andean Union leaders' meeting was short.", "meeting", True),
        ("Monday's meeting was short.", "meeting", False),
        ("The Kenya-Peru talks were short.", "talks", False),
        ("The Summit was short.", "Summit", False),
        ("Ostavik Opens Lima Forum", "Forum", False),
    ],
)
def test_gathering_with_a_name_is_known_by_itself(text: str, word: str, *, expected: bool) -> None:
    assert is_own(sentence_of(text), span_of(text, word), [], []) is expected


def test_nobody_from_elsewhere_comes_to_a_gathering_of_its_own() -> None:
    found = convert(
        Article(
            "a",
            "Norwegian Foreign Minister Lars Holm met Peruvian Foreign Minister Ana Soto in Oslo, ahead"
            " of a meeting of ASEAN foreign ministers. The two ministers discussed trade.",
        )
    )
    assert [
        [found.entities[each].name for each in event.roles["participant"]]
        for event in found.events
        if event.type == "Meeting"
    ] == [["Lars Holm", "Ana Soto"], ["ASEAN"]]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Ostavik signed it a day before an Andean Union summit in Lima.", "summit", True),
        ("Hours before the meeting, Ostavik signed it.", "meeting", True),
        ("Ostavik met Holm ahead of the talks.", "talks", True),
        ("Ostavik flew to Lima before the talks with Holm.", "talks", False),
        ("Ostavik signed it before a meeting.", "meeting", False),
        ("Ostavik spoke after the meeting.", "meeting", False),
    ],
)
def test_gathering_may_only_tell_when_something_else_is(text: str, word: str, *, expected: bool) -> None:
    assert tells_when(sentence_of(text), span_of(text, word)) is expected
