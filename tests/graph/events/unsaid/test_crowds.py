"""Of a gathering it may be told who comes, though by no name."""

from __future__ import annotations

import pytest

from graph.events.unsaid.crowds import is_by_nobody, is_by_others, is_of_many, is_with_many
from graph.model import Span
from tests.graph.events.predicted import sentence_of


def place(text: str, word: str) -> Span:
    return Span(text.index(word), text.index(word) + len(word))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("A summit of regional leaders was held in Lima.", "summit", True),
        ("Peru hopes for international talks in May.", "talks", True),
        ("The summit of the two leaders was held in Lima.", "summit", False),
        ("The summit of their leaders was held in Lima.", "summit", False),
        ("The talks on trade were held in Lima.", "talks", False),
        ("The meeting of the council was held in Lima.", "meeting", False),
    ],
)
def test_gathering_of_many_is_of_none_of_whom_was_told(text: str, word: str, expected: bool) -> None:
    assert is_of_many(sentence_of(text), place(text, word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The envoy spoke after talks with other leaders in Lima.", "talks", True),
        ("The envoy held a round of talks with officials.", "talks", True),
        ("The envoy met officials in Lima.", "met", True),
        ("The envoy held talks with Peruvian officials.", "talks", False),
        ("The envoy held talks with the leaders.", "talks", False),
        ("The envoy held talks with a colleague.", "talks", False),
        ("The envoy held talks with Peru.", "talks", False),
    ],
)
def test_whoever_meets_many_without_a_name_meets_nobody_else(text: str, word: str, expected: bool) -> None:
    assert is_with_many(sentence_of(text), place(text, word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("News of it comes as nine other states prepare to sign a pact.", "sign", True),
        ("Others condemned the raid.", "condemned", True),
        ("The other states condemned the raid.", "condemned", False),
        ("The ministers condemned the other states.", "condemned", False),
    ],
)
def test_what_others_do_those_told_of_do_not(text: str, word: str, expected: bool) -> None:
    assert is_by_others(sentence_of(text), place(text, word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kenya is accused of spying.", "accused", True),
        ("Kenya has been criticised for it.", "criticised", True),
        ("Kenya was accused of spying by Peru.", "accused", False),
        ("Kenya left after being accused of spying.", "accused", False),
        ("Kenya accused Peru of spying.", "accused", False),
    ],
)
def test_passive_without_an_agent_leaves_open_who_acts(text: str, word: str, expected: bool) -> None:
    assert is_by_nobody(sentence_of(text), place(text, word)) is expected
