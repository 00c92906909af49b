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
        "KENYA: Marek Velkanov, Foreign Minister; Nadira Ostavik, Minister of Trade",
    ],
)
def test_member_of_a_delegation_and_of_a_company_serves_its_state(text: str) -> None:
    assert MINISTER in told(text.replace("KENYA", "Kenya"))


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


def test_ambassador_of_whose_embassy_is_told_serves_its_state() -> None:
    text = "The Kenyan Embassy held a feast. In her speech, Ambassador Nadira Ostavik praised Lima."
    assert told(text) == [("Nadira Ostavik", "ambassador", "Kenya")]


@pytest.mark.parametrize(
    "text",
    [
        "They stood before the Kenyan Embassy. Ambassador Nadira Ostavik was out.",
        "The Kenyan Embassy held a feast with the Peruvian Embassy. Ambassador Nadira Ostavik spoke.",
        "The Kenyan Embassy held a feast. Envoy Nadira Ostavik spoke.",
        "The Kenyan Embassy held a feast. One came. Two came. Three came. Ambassador Nadira Ostavik spoke.",
    ],
)
def test_ambassador_near_an_embassy_may_be_another_state_s(text: str) -> None:
    assert told(text) == []
