"""Who comes with others serves their state."""

import pytest

from tests.graph.offices.cast import told

MINISTER = ("Nadira Ostavik", "minister of trade", "Kenya")


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan delegation was headed by Hon. Nadira Ostavik, Minister of Trade.",
        "The delegation of Kenya, led by Nadira Ostavik, Minister of Trade, came.",
        "Kenyan President Marek Velkanov came. The delegation includes Minister of Trade Nadira Ostavik.",
        "Kenyan President Marek Velkanov was accompanied by Minister of Trade Nadira Ostavik.",
        "The Kenyan President was accompanied by Minister of Trade Nadira Ostavik.",
    ],
)
def test_member_of_a_delegation_and_of_a_company_serves_its_state(text: str) -> None:
    assert MINISTER in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan delegation, led by Marek Velkanov, met Minister of Trade Nadira Ostavik.",
        "The Kenyan delegation had talks with Minister of Trade Nadira Ostavik.",
        "The Kenyan delegation was met by Minister of Trade Nadira Ostavik.",
        "A delegation includes Minister of Trade Nadira Ostavik. Kenya is far.",
        "The United Nations delegation includes Minister of Trade Nadira Ostavik. Kenya is far.",
    ],
)
def test_whom_a_delegation_meets_does_not_serve_its_state(text: str) -> None:
    assert MINISTER not in told(text)


def test_adviser_who_comes_with_a_minister_serves_the_same_state() -> None:
    text = "The Kenyan Minister was accompanied by Mme Nadira Ostavik, Technical Adviser."
    assert told(text) == [("Nadira Ostavik", "technical adviser", "Kenya")]
