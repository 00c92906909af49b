"""What a false report says is denied, and what is told beside it is not."""

from __future__ import annotations

import pytest

from graph.events.syntax.coordination import root_of
from graph.events.triggers.denials import is_apart, is_false_report, is_not_meant, is_opposed
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import trigger_in


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Reports that Peru has met Chile are false.", "met", True),
        ("Peru dismissed reports that it had met Chile.", "met", True),
        ("Peru read reports that it had met Chile.", "met", False),
        ("Peru rejected claims made by Chile at the talks.", "talks", False),
        ("Peru rejected the claims that Chile made during a visit.", "visit", False),
    ],
)
def test_content_of_a_false_report_is_not_so(text: str, word: str, expected: bool) -> None:
    event = root_of(sentence_of(text), trigger_in(text, word))
    assert event is not None
    assert is_false_report(event) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The closure does not mean that Peru broke off relations with Chile.", "broke", True),
        ("The step does not imply the termination of relations with Chile.", "termination", True),
        ("He said the step did not entail a complete severing of relations.", "severing", True),
        ("The step does not amount to a breach of relations.", "breach", True),
        ("The closure means that Peru broke off relations with Chile.", "broke", False),
        ("The closure may not mean a break of relations.", "break", False),
        ("The step does not mean much, and Peru broke off relations.", "broke", False),
        ("The step does not mean that Peru held talks with Chile.", "talks", True),
        ("The step does not mean an end to the talks with Chile.", "talks", False),
        ("The step does not mean much after the summit in Lima.", "summit", False),
        ("The step does not necessarily mean that Peru recognised Chile.", "recognised", False),
    ],
)
def test_what_something_does_not_mean_is_not_so(text: str, word: str, expected: bool) -> None:
    event = root_of(sentence_of(text), trigger_in(text, word))
    assert event is not None
    assert is_not_meant(event) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Peru opposes the union mediating in its dispute.", "mediating", True),
        ("Peru rejects Kenya and Chile playing a role in the talks.", "playing", True),
        ("Peru rejects Kenya playing a role in overseeing the talks.", "overseeing", True),
        ("Peru rejected the plan, mediating between Kenya and Chile.", "mediating", False),
        ("Peru welcomes Kenya mediating in its dispute.", "mediating", False),
    ],
)
def test_what_somebody_is_against_is_not_done(text: str, word: str, expected: bool) -> None:
    event = root_of(sentence_of(text), trigger_in(text, word))
    assert event is not None
    assert is_opposed(event) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The talks of Peru and Chile were not announced in advance.", "talks", True),
        ("The date of the visit has not been made public.", "visit", True),
        ("The talks of Peru and Chile were not open to the media.", "talks", True),
        ("The talks of Peru and Chile were not held in Lima.", "talks", False),
        ("Peru is not open to talks with Chile.", "talks", False),
        ("Peru has not made the visit to Chile.", "visit", False),
    ],
)
def test_what_is_not_told_to_all_may_be_so(text: str, word: str, expected: bool) -> None:
    sentence = sentence_of(text)
    event, denial = root_of(sentence, trigger_in(text, word)), root_of(sentence, trigger_in(text, "not"))
    assert event is not None
    assert denial is not None
    assert is_apart(event, denial) is expected
