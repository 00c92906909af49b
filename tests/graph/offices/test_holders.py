"""Who stands beside a title holds it."""

import pytest

from tests.graph.offices.cast import told

OSTAVIK = "Nadira Ostavik"


@pytest.mark.parametrize(
    ("text", "role", "of"),
    [
        ("The foreign minister of Peru, Nadira Ostavik came.", "foreign minister", "Peru"),
        ("Peru's ambassador to France, Nadira Ostavik also spoke.", "ambassador", "Peru"),
        ("Nadira Ostavik, Peruvian Foreign Minister met traders in Kenya.", "foreign minister", "Peru"),
    ],
)
def test_name_and_title_need_no_second_comma(text: str, role: str, of: str) -> None:
    assert told(text) == [(OSTAVIK, role, of)]


@pytest.mark.parametrize(
    "text",
    [
        "According to the president of Peru, Nadira Ostavik came.",
        "When they met the president of Peru, Nadira Ostavik promised help.",
        "After talks with the president of Peru, Nadira Ostavik flew home.",
        "To the delight of Nadira Ostavik, the president of Peru came.",
        "For the foreign minister of Peru, Nadira Ostavik is a thief.",
        "The president of Peru is Nadira Ostavik's friend.",
        "Nadira Ostavik, Peruvian Foreign Minister meet traders in Kenya.",
        "The favourite to follow the president of Peru is Nadira Ostavik.",
        "Marek Velkanov met Nadira Ostavik in his capacity as president of Peru.",
    ],
)
def test_who_is_told_of_beside_an_officer_has_not_his_office(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ambassador of Peru to France is Nadira Ostavik.",
        "Peru's new ambassador is Mrs Nadira Ostavik, a nurse.",
        "As ambassador of Peru, Nadira Ostavik came.",
        "Nadira Ostavik, in her capacity as ambassador of Peru, came.",
    ],
)
def test_who_is_or_acts_as_an_officer_holds_the_office(text: str) -> None:
    assert told(text) == [(OSTAVIK, "ambassador", "Peru")]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Chief of Army Staff", "chief of army staff"),
        ("Chief of the General Staff", "chief of the general staff"),
        ("then-President", "president"),
        ("ex-president", "former president"),
        ("Vice-Premier", "vice-premier"),
        ("Ambassador-designate", "ambassador-designate"),
        ("ambassador-at-large", "ambassador-at-large"),
    ],
)
def test_title_of_several_words_is_read_whole(title: str, role: str) -> None:
    assert told(f"Kenyan {title} Nadira Ostavik spoke.") == [(OSTAVIK, role, "Kenya")]


def test_acting_minister_has_a_title_of_his_own_behind_another() -> None:
    text = "Nadira Ostavik, Peru's minister for trade and acting foreign minister, came."
    expected = [(OSTAVIK, "minister for trade", "Peru"), (OSTAVIK, "acting foreign minister", "Peru")]
    assert sorted(told(text)) == sorted(expected)
