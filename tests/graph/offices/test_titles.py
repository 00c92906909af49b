"""A title has the words before its noun that belong to it."""

import pytest

from tests.graph.offices.cast import told

OSTAVIK = "Nadira Ostavik"


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Chief of Army Staff", "chief of army staff"),
        ("Chief of the General Staff", "chief of the general staff"),
        ("then-President", "president"),
        ("ex-president", "former president"),
        ("Vice-Premier", "vice-premier"),
        ("Ambassador-designate", "ambassador-designate"),
        ("Foreign Minister-designate", "foreign minister-designate"),
        ("Deputy Attorney-General", "deputy attorney-general"),
        ("Prosecutor General", "prosecutor general"),
        ("Trade Representative", "trade representative"),
        ("Commandant Major General", "commandant"),
        ("press attache", "press attache"),
        ("vice-president-elect", "vice-president-elect"),
        ("ambassador-at-large", "ambassador-at-large"),
    ],
)
def test_title_of_several_words_is_read_whole(title: str, role: str) -> None:
    assert told(f"Kenyan {title} Nadira Ostavik spoke.") == [(OSTAVIK, role, "Kenya")]


def test_service_that_opens_a_sentence_belongs_to_the_title_behind_it() -> None:
    text = "Government spokesman Nadira Ostavik of Kenya spoke."
    assert told(text) == [(OSTAVIK, "government spokesman", "Kenya")]


def test_form_of_address_before_a_title_names_no_owner() -> None:
    text = "France sang. His Excellency Minister Ilmar Castellor came."
    assert told(text) == [("Ilmar Castellor", "minister", "France")]


@pytest.mark.parametrize(
    ("text", "role", "of"),
    [
        ("Kenya's first female President Nadira Ostavik flew home.", "president", "Kenya"),
        ("Kenya's first vice president, Nadira Ostavik, spoke.", "first vice president", "Kenya"),
        ("Kenyan Trade Cabinet Secretary Nadira Ostavik spoke.", "trade cabinet secretary", "Kenya"),
        (
            "The Ambassador Extraordinary and Plenipotentiary of Kenya to Peru, Nadira Ostavik, came.",
            "ambassador",
            "Kenya",
        ),
        (
            "Minister of Health and Trade of Kenya Nadira Ostavik spoke.",
            "minister of health and trade",
            "Kenya",
        ),
    ],
)
def test_words_that_belong_to_a_title_are_its_role(text: str, role: str, of: str) -> None:
    assert told(text) == [("Nadira Ostavik", role, of)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya met the newly elected president of Peru, Nadira Ostavik.", [("president", "Peru")]),
        (
            "Kenya is not allowed to press President Nadira Ostavik of Peru.",
            [("president", "Peru")],
        ),
    ],
)
def test_verb_before_a_title_is_no_part_of_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(role, of) for _, role, of in told(text)] == expected


def test_acting_minister_has_a_title_of_his_own_behind_another() -> None:
    text = "Nadira Ostavik, Peru's minister for trade and acting foreign minister, came."
    expected = [(OSTAVIK, "minister for trade", "Peru"), (OSTAVIK, "acting foreign minister", "Peru")]
    assert sorted(told(text)) == sorted(expected)


def test_time_of_day_is_no_prime_minister() -> None:
    assert told("It was 7:39 PM Nadira Ostavik of Kenya said.") == []


def test_paper_before_a_title_is_no_part_of_it() -> None:
    assert told("PRESS RELEASE MINISTER FOR TRADE Nadira Ostavik of Kenya") == [
        (OSTAVIK, "minister for trade", "Kenya")
    ]
