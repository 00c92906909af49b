"""Whom "he", "she" and styles mean was told of before, where the text decides."""

from __future__ import annotations

import pytest

from tests.graph.coreference.meaning import TALKS, meant


def test_verdict_is_withheld_where_several_are_possible() -> None:
    text = "Castellor, Ostavik and Velkanov arrived. He spoke first."
    assert meant(text, "He") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Velkanov said Castellor will arrive in Peru and he will fly to Kenya.", "Ilmar Castellor"),
        ("Velkanov said Castellor will arrive in Peru, and he told Kenya so.", "Marek Velkanov"),
    ],
)
def test_he_goes_on_with_whom_his_clause_is_joined_to(text: str, expected: str) -> None:
    assert meant("Velkanov spoke. " + text, "he") == [expected]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Ostavik left. Castellor will meet with her, and Velkanov will talk with her.",
            "her",
            ["Nadira Ostavik"],
        ),
        ("Ostavik spoke. Velkanov told Castellor that he would call him.", "him", ["Ilmar Castellor"]),
    ],
    ids=["again", "another"],
)
def test_pronoun_that_is_told_again_means_the_same_unless_it_cannot(
    text: str, word: str, expected: list[str]
) -> None:
    assert meant(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Velkanov received Castellor. Through Castellor he thanked Kenya.", "he", "Marek Velkanov"),
        (
            "Velkanov saw Castellor. He noted that Ostavik had left, adding that he is glad.",
            "he",
            "Marek Velkanov",
        ),
        (
            "Velkanov saw Castellor. He said Castellor told her so, adding that he is glad.",
            "he",
            "Ilmar Castellor",
        ),
    ],
    ids=["through him", "adds", "says so too"],
)
def test_he_is_who_does_the_main_deed(text: str, word: str, expected: str) -> None:
    assert meant(text, word) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Marek Velkanov has long asked for aid, Ilmar Castellor said. He said it will come.",
            "Ilmar Castellor",
        ),
        ("Marek Velkanov said that Ilmar Castellor had left. He said it was late.", "Marek Velkanov"),
    ],
    ids=["told behind", "told before"],
)
def test_who_tells_of_another_goes_on_speaking(text: str, expected: str) -> None:
    assert meant(text, "He") == [expected]


def test_style_before_a_verb_is_who_spoke_last() -> None:
    text = TALKS + "Velkanov praised the port. His Excellency also stressed trade."
    assert meant(text, "His Excellency") == ["Marek Velkanov"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Velkanov spoke in Lima. "Castellor has a week." He rejected talks.', "Marek Velkanov"),
        ('Velkanov spoke in Lima. "Castellor has a week." Asked why, he said it was late.', "Marek Velkanov"),
        (
            'Velkanov spoke. "War goes on. We want Castellor to go. Castellor has a week. So." He denied it.',
            "Marek Velkanov",
        ),
        ('Velkanov spoke in Lima. "Castellor has a week." He left on Monday.', "Ilmar Castellor"),
        ('"Castellor will come," said the ministry. He urged Kenya to act.', "Ilmar Castellor"),
    ],
    ids=["turns down", "says", "after several lines", "does something else", "nobody else"],
)
def test_who_goes_on_speaking_is_not_whom_a_quotation_names(text: str, expected: str) -> None:
    word = "he" if ", he " in text else "He"
    assert meant(text, word) == [expected]
