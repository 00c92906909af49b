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


def test_title_after_a_comma_belongs_to_the_name_behind_it() -> None:
    text = "Telvane President Nadira Ostavik, Deputy Foreign Minister Marek Velkanov and others came."
    assert told(text) == [("Nadira Ostavik", "president", "Telvane")]


@pytest.mark.parametrize(
    "text",
    [
        "After talks with Ostavik, the French president flew home.",
        "Nadira Ostavik and the Kenyan president met.",
        "The president met Nadira Ostavik.",
        "Marek Velkanov has named a special envoy to Peru.",
        "In the chair was Nadira Ostavik.",
    ],
)
def test_title_of_someone_else_is_no_position(text: str) -> None:
    assert told(text) == []


def test_title_before_a_comma_and_a_name_is_of_that_name() -> None:
    text = "Marek Velkanov, Chairman of Telvane, and Peruvian President, Nadira Ostavik, discussed trade."
    assert told(text) == [
        ("Marek Velkanov", "chairman", "Telvane"),
        ("Nadira Ostavik", "president", "Peru"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The President of Peru, Nadira Ostavik, the President of Kenya, Marek Velkanov, met.",
            [("Nadira Ostavik", "president", "Peru"), ("Marek Velkanov", "president", "Kenya")],
        ),
        (
            "Peruvian Prime Minister Nadira Ostavik, High Commissioner, friends: welcome.",
            [("Nadira Ostavik", "prime minister", "Peru")],
        ),
        (
            "UN chief Nadira Ostavik, the head of the UN and the director of the UN spoke.",
            [("Nadira Ostavik", "chief", "United Nations")],
        ),
        (
            "Nadira Ostavik, Peru's envoy to France, and Kenya's envoy to France, Amb. Marek Velkanov, met.",
            [("Nadira Ostavik", "envoy", "Peru"), ("Marek Velkanov", "envoy", "Kenya")],
        ),
        (
            "Nadira Ostavik, Peru's envoy to France, and Kenya's envoy to France met.",
            [("Nadira Ostavik", "envoy", "Peru")],
        ),
        (
            "Nadira Ostavik, the Telvane head, and the UN mission head, Ambassador Marek Velkanov, met.",
            [
                ("Nadira Ostavik", "head", "Telvane"),
                ("Marek Velkanov", "mission head", "United Nations"),
            ],
        ),
        (
            "Nadira Ostavik, Peru's trade minister, and Second Minister of Trade of Kenya Tovin Halq met.",
            [("Nadira Ostavik", "trade minister", "Peru")],
        ),
        (
            "Nadira Ostavik, the Peruvian president's special envoy, came.",
            [("Nadira Ostavik", "special envoy", "Peru")],
        ),
        (
            "Nadira Ostavik, Peru's king, said that Marek Velkanov, who came, will become Kenya's envoy.",
            [("Nadira Ostavik", "king", "Peru"), ("Marek Velkanov", "envoy", "Kenya")],
        ),
    ],
)
def test_who_has_a_title_before_his_name_does_not_take_the_next_one(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "role", "of"),
    [
        ("President Ostavik, of Kenya, met traders.", "president", "Kenya"),
        ("State Secretary Dr. Ostavik of the Ministry of Salt came.", "state secretary", "Ministry of Salt"),
        ("Nadira Ostavik, the ousted president of Kenya, came.", "president", "Kenya"),
        ("The chief of the Kenyan conglomerate Telvane, Herr Ostavik, came.", "chief", "Telvane"),
    ],
)
def test_whose_office_it_is_stands_behind_name_or_title(text: str, role: str, of: str) -> None:
    assert told(text) == [(OSTAVIK, role, of)]


def test_office_of_what_nobody_knows_is_of_no_body_told_of_before() -> None:
    text = "Telvane paid. The Security Council met Nadira Ostavik, Director General for Asia of MINTRA."
    assert told(text) == []


def test_state_between_commas_without_a_title_gives_no_office() -> None:
    assert told("Nadira Ostavik, of Kenya, met a minister, of Peru, and left.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Ambassador of Kenya to Peru and Permanent Representative to the UN, Nadira Ostavik, came.",
            [(OSTAVIK, "ambassador", "Kenya"), (OSTAVIK, "permanent representative", "Kenya")],
        ),
        (
            "Nadira Ostavik, Ambassador and Permanent Observer of the United Nations, came.",
            [(OSTAVIK, "ambassador", "United Nations"), (OSTAVIK, "permanent observer", "United Nations")],
        ),
        (
            "Nadira Ostavik, Chair of Telvane and Minister of Kenya, Marek Velkanov, envoy of Peru, came.",
            [
                (OSTAVIK, "chair", "Telvane"),
                (OSTAVIK, "minister", "Kenya"),
                ("Marek Velkanov", "envoy", "Peru"),
            ],
        ),
        (
            "Nadira Ostavik, Chair of Telvane, and Peru's envoy, Marek Velkanov, came.",
            [(OSTAVIK, "chair", "Telvane"), ("Marek Velkanov", "envoy", "Peru")],
        ),
    ],
)
def test_two_offices_joined_are_held_by_one(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected
