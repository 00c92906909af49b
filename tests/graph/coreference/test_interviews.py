"""Who answers in a record of questions and answers says "I" in it, and states what he answers."""

import pytest

from graph.coreference.interviews import Answer, find_answers
from graph.model import Article, EntityType, Form, Mention, Span
from graph.pipeline import convert
from graph.reading.segment import segment

RECORD = "Press Conference of Foreign Ministry Spokesperson Nadira Ostavik\n\nPeru met Ghana for talks.\n\n"


def statements(text: str) -> list[tuple[list[str], list[str]]]:
    """Who speaks in each statement of a text, and in which words."""
    found = convert(Article("a", text))
    return [
        (
            [found.entities[each].name for each in event.roles["speaker"]],
            [text[span.start : span.end] for span in event.evidence],
        )
        for event in found.events
        if event.type == "Statement"
    ]


@pytest.mark.parametrize(
    ("asks", "answers"),
    [("Q", "A"), ("Question", "Answer"), ("Reuters", "Nadira Ostavik"), ("AFP", "Spokesperson Ostavik")],
)
def test_each_answer_is_a_statement_of_who_answers(asks: str, answers: str) -> None:
    text = (
        f"{RECORD}{asks}: Will Peru sign?\n\n{answers}: We have said so often. It takes time.\n\n"
        f"{asks}: Is Ghana pleased?\n\n{answers}: That is for others to judge, I think.\n\n"
        f"{asks}: Will you go?\n\n{answers}: No."
    )
    assert statements(text) == [
        (["Nadira Ostavik"], [f"{answers}: We have said so often.", "It takes time."]),
        (["Nadira Ostavik"], [f"{answers}: That is for others to judge, I think."]),
    ]


def test_nobody_answers_for_a_spokesman_without_a_name() -> None:
    record = "Press Conference of the Foreign Ministry Spokesperson\n\nMinister Nadira Ostavik met Ghana.\n\n"
    text = (
        f"{record}Q: Will Peru sign?\n\nA: We have said so often.\n\n"
        "Q: Is Ghana pleased?\n\nA: That is for others to judge, I think."
    )
    assert statements(text) == []


def test_what_an_answer_urges_is_told_once() -> None:
    text = (
        f"{RECORD}Q: Will Peru sign?\n\nA: It takes time to do so well.\n\n"
        "Q: What of Ghana?\n\nA: We urge Ghana to sign the treaty at once."
    )
    assert [words for _, words in statements(text)] == [["A: It takes time to do so well."]]


def test_one_line_with_a_colon_is_no_interview() -> None:
    text, name = "Peru asks: Will Ghana sign?\n\nNadira Ostavik: a life of travel.", "Nadira Ostavik"
    start = text.index(name)
    named = Mention(Span(start, start + len(name)), name, EntityType.PERSON, Form.NAME, (0,))
    assert find_answers(segment(Article("a", text)), [named]) == ()
    again = f"{text}\n\nPeru asks: Will Togo sign?\n\nNadira Ostavik: no."
    second = again.rindex(name)
    twice = [named, Mention(Span(second, second + len(name)), name, EntityType.PERSON, Form.NAME, (0,))]
    assert find_answers(segment(Article("a", again)), twice) == (Answer(0, (1,)), Answer(0, (3,)))
