"""A question whether somebody does something does not tell that he does."""

from __future__ import annotations

import pytest

from graph.events.triggers.questions import is_asked
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import trigger_in


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Will the minister visit Peru this summer?", "visit", True),
        ("“Has Kenya signed the treaty?”", "signed", True),
        ("Did Kenya and Peru hold talks?", "talks", True),
        ("Why did the minister visit Peru?", "visit", False),
        ("When will Kenya sign the treaty?", "sign", False),
        ("Who has signed the treaty?", "signed", False),
        ("Will Kenya pay the grant that it promised?", "promised", False),
        ("Will the visit of the minister to Peru go on?", "visit", False),
        ("The minister will visit Peru.", "visit", False),
        ("The minister visited Peru?", "visited", False),
    ],
)
def test_what_a_question_asks_is_not_told(text: str, word: str, expected: bool) -> None:
    assert is_asked(sentence_of(text), trigger_in(text, word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Asked whether the president would go to Peru, the spokesman smiled.", "go", True),
        ("Asked if he would pay a visit to Peru, the minister smiled.", "visit", True),
        ("She was asked how she saw Peru — and whether she would challenge it.", "challenge", True),
        ("She was asked about Peru and challenged it.", "challenged", False),
        ("Reporters asked whether Peru had recalled its envoy.", "recalled", True),
        ("Asked if his visit to Peru was useful, the minister nodded.", "visit", False),
        ("Asked why he visited Peru, the minister smiled.", "visited", False),
        ("Asked about the visit to Peru, the minister smiled.", "visit", False),
        ("Peru asked Kenya to recall its envoy.", "recall", False),
        ("Kenya will sign if asked.", "sign", False),
        ("Asked whether Peru would join after Kenya left the union, he smiled.", "left", False),
    ],
)
def test_what_somebody_is_asked_is_not_told(text: str, word: str, expected: bool) -> None:
    assert is_asked(sentence_of(text), trigger_in(text, word)) is expected
