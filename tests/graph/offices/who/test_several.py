"""Titles that stand together are held by one person, or by those who serve each other."""

import pytest

from tests.graph.offices.cast import told


def test_two_titles_before_a_name_are_held_by_it() -> None:
    assert told("Kenyan Prime Minister and Minister of Trade Nadira Ostavik spoke.") == [
        ("Nadira Ostavik", "prime minister", "Kenya"),
        ("Nadira Ostavik", "minister of trade", "Kenya"),
    ]
    assert told("They met the Prime Minister and Minister of Trade of Kenya, Nadira Ostavik, on Monday.") == [
        ("Nadira Ostavik", "prime minister", "Kenya"),
        ("Nadira Ostavik", "minister of trade", "Kenya"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Prime Minister and the Kenyan Minister of Trade Nadira Ostavik spoke.",
        "The Security Council chief and Kenyan Minister of Trade Nadira Ostavik spoke.",
        "They thanked the king and Kenyan Minister of Trade Nadira Ostavik.",
    ],
)
def test_title_with_an_owner_of_its_own_is_another_person(text: str) -> None:
    assert told(text) == [("Nadira Ostavik", "minister of trade", "Kenya")]


@pytest.mark.parametrize(
    "text",
    [
        "The chairman of the United Nations, President Nadira Ostavik of Kenya, spoke.",
        "UN chairman President Nadira Ostavik of Kenya spoke.",
        "The UN chairman, Kenya's President Nadira Ostavik, spoke.",
        "Chairman of the United Nations/President of Kenya Nadira Ostavik spoke.",
        "Kenyan President Nadira Ostavik, and current chairman of the United Nations, spoke.",
    ],
)
def test_who_heads_a_body_beside_his_own_state_holds_both_offices(text: str) -> None:
    expected = [("Nadira Ostavik", "chairman", "United Nations"), ("Nadira Ostavik", "president", "Kenya")]
    assert sorted(told(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenyan President and UN chairman Nadira Ostavik spoke.",
            [("Nadira Ostavik", "president", "Kenya"), ("Nadira Ostavik", "chairman", "United Nations")],
        ),
        (
            "Kenyan President and UN chief Nadira Ostavik spoke.",
            [("Nadira Ostavik", "chief", "United Nations")],
        ),
        (
            "Marek Velkanov, Chairman of Telvane and Kenyan President, met Nadira Ostavik.",
            [("Marek Velkanov", "chairman", "Telvane"), ("Marek Velkanov", "president", "Kenya")],
        ),
    ],
)
def test_titles_joined_by_and_are_shared_where_one_can_hold_both(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Nadira Ostavik, and the UN chairman, spoke.",
        "The president of Peru, Kenyan Foreign Minister Nadira Ostavik and others spoke.",
    ],
)
def test_a_title_in_a_list_of_people_is_not_of_the_name_beside_it(text: str) -> None:
    assert [owner for _, _, owner in told(text)] == ["Kenya"]


@pytest.mark.parametrize(
    ("text", "role", "of"),
    [
        ("Special envoy of the Kenyan leader Nadira Ostavik came.", "special envoy", "Kenya"),
        ("Aide to the Kenyan President Nadira Ostavik came.", "aide", "Kenya"),
        ("An aide to the Kenyan President Nadira Ostavik came.", "president", "Kenya"),
    ],
)
def test_name_behind_whom_an_aide_serves_is_the_aides(text: str, role: str, of: str) -> None:
    assert told(text) == [("Nadira Ostavik", role, of)]


def test_president_is_no_minister_besides() -> None:
    assert told("They met the Kenyan president and Trade Minister Nadira Ostavik.") == [
        ("Nadira Ostavik", "trade minister", "Kenya")
    ]
