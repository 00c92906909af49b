"""How far the name of a person goes, and what is none."""

from __future__ import annotations

import pytest

from tests.graph.names.reading import persons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They saw Hamdan bin Mohammed bin Salman in Lima.", ["Hamdan bin Mohammed bin Salman"]),
        ("They saw President Mohamed Irfaan Ali.", ["Mohamed Irfaan Ali"]),
        ("Then Vladimir Putin met King Mohammed bin Salman.", ["Vladimir Putin", "Mohammed bin Salman"]),
    ],
)
def test_name_that_ends_with_that_of_a_known_person_is_one(text: str, expected: list[str]) -> None:
    assert persons(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They thanked Foreign Minister He Yanvel, and He Lorin.", ["He Yanvel", "He Lorin"]),
        ("He met HE Anna Keller. He Must Go spoke.", ["Anna Keller"]),
        ("The Chinese vice-premier Wen He, could come.", ["Wen He"]),
        ("Vice-Premier Wen He left. He spoke.", ["Wen He"]),
    ],
)
def test_he_within_a_sentence_is_a_surname(text: str, expected: list[str]) -> None:
    assert persons(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("H. E. Mr Tarin Otiero met George H. E. Strandvik.", ["Tarin Otiero", "George H. E. Strandvik"]),
        ("They saw Arlo Dornvik CBE MP and Shaikh Karim Al Velkan.", ["Arlo Dornvik", "Karim Al Velkan"]),
        ("He met Minister of Power Engr. Abubakar Velkan.", ["Abubakar Velkan"]),
    ],
)
def test_styles_and_honours_are_no_part_of_a_name(text: str, expected: list[str]) -> None:
    assert persons(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Prince Tupovaʻa ʻUlukava.", ["Tupovaʻa ʻUlukava"]),
        (
            "Those were Karin Velkan of Peru, Faustin Ngarovo of Central African Republic and Ana Dornvik.",
            ["Karin Velkan", "Faustin Ngarovo", "Ana Dornvik"],
        ),
        ("The Ambassador of Kuwait, Fahad Alvelkan, left.", ["Fahad Alvelkan"]),
        ("The Governor of Kenya, Velkan Orsu County, came.", []),
        ("NATO's commander in Europe Wesley Dornvik came.", ["Wesley Dornvik"]),
    ],
)
def test_name_is_told_from_the_places_around_it(text: str, expected: list[str]) -> None:
    assert persons(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They saw Vice-Minister Ri Sul Hon there.", ["Ri Sul Hon"]),
        ("They thanked Minister Tovin Hon. Marek Velkanov.", ["Tovin", "Marek Velkanov"]),
        ("The group has Jean-Marie Koffi N'Dolo, President of Kenya, in it.", ["Jean-Marie Koffi N'Dolo"]),
        ("They saw Minister Jautaro Vladimir Putin.", ["Jautaro Vladimir Putin"]),
    ],
)
def test_form_of_address_may_end_a_name_and_a_strange_word_begin_it(text: str, expected: list[str]) -> None:
    assert persons(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TOVIN M. HALQVIST (Norway) said that it rained.", ["TOVIN M. HALQVIST"]),
        ("TOVIN HALQVIST, Minister for Trade of Norway, said that it rained.", ["TOVIN HALQVIST"]),
        ("TRADE COUNCIL (Norway) met and said that it rained.", []),
        ("LIMA, Peru said that it rained on Monday.", []),
    ],
)
def test_name_in_capitals_opens_a_line_of_minutes(text: str, expected: list[str]) -> None:
    assert persons(text) == expected


@pytest.mark.parametrize("title", ["Deputy Attorney-General", "Attorney General", "Attorney"])
def test_attorney_is_no_part_of_a_name(title: str) -> None:
    assert persons(f"{title} Ana Velkanov of Peru spoke.") == ["Ana Velkanov"]


@pytest.mark.parametrize("tail", ["organized", "controlled", "linked"])
def test_what_a_hyphen_makes_of_a_name_is_no_part_of_it(tail: str) -> None:
    assert not any(tail in name for name in persons(f"Peru told of the Velkan-{tail} march."))


def test_rank_of_the_police_is_no_part_of_a_name() -> None:
    assert persons("Chief Superintendent Marek Velkanov told Peru so.") == ["Marek Velkanov"]


@pytest.mark.parametrize(
    "text",
    [
        "He beat the Colombian Marek Velkan.",
        "By Marek Velkan LIMA (Reuters) - Peru is calm.",
        "They mocked President Marek Velkan North Korea said so.",
        "“It would help,” Green Co-Leader Marek Velkan said.",
        "The Dutchman Marek Velkan came to Lima.",
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(text: str) -> None:
    assert persons(text) == ["Marek Velkan"]


def test_initial_without_a_point_parts_no_name() -> None:
    assert persons("CNN’s Adishwari S Velkan, and Marek Paz told of it.") == [
        "Adishwari S Velkan",
        "Marek Paz",
    ]
