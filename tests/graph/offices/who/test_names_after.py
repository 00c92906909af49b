"""Whoever is named behind a title holds it."""

import pytest

from tests.graph.offices.cast import told


@pytest.mark.parametrize(
    ("text", "role", "of"),
    [
        ("Kenyan President Nadira Ostavik flew home.", "president", "Kenya"),
        ("The UN Ambassador Nadira Ostavik came.", "ambassador", "United Nations"),
        ("Former Kenyan President Nadira Ostavik spoke.", "former president", "Kenya"),
        ("President Nadira Ostavik of Kenya flew home.", "president", "Kenya"),
        ("The President of Kenya, Nadira Ostavik, flew home.", "president", "Kenya"),
        ("Kenya's foreign minister, Nadira Ostavik, spoke.", "foreign minister", "Kenya"),
        ("Telvane head Nadira Ostavik spoke.", "head", "Telvane"),
        ("Foreign Ministry spokeswoman Nadira Ostavik spoke.", "spokeswoman", "Foreign Ministry"),
        ("UN Secretary-General Nadira Ostavik spoke.", "secretary-general", "United Nations"),
        ("They met the UN Resident Coordinator, Nadira Ostavik.", "resident coordinator", "United Nations"),
        ("Deputy Prime Minister of Kenya Nadira Ostavik spoke.", "deputy prime minister", "Kenya"),
    ],
)
def test_name_behind_a_title_is_its_holders(text: str, role: str, of: str) -> None:
    assert told(text) == [("Nadira Ostavik", role, of)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prime Minister of Kenya, the Honourable Dr Nadira Ostavik; spoke.", [("prime minister", "Kenya")]),
        ("Premier of Kenya, Most Honourable Nadira Ostavik, spoke.", [("premier", "Kenya")]),
        ("President Nadira Ostavik of the United Nations spoke.", [("president", "United Nations")]),
    ],
)
def test_name_is_read_past_honorifics_and_with_its_owner(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(role, of) for _, role, of in told(text)] == expected


def test_lists_of_holders_are_paired_with_their_countries() -> None:
    expected = [("Nadira Ostavik", "president", "Kenya"), ("Marek Velkanov", "president", "Peru")]
    assert told("The presidents of Kenya and Peru, Nadira Ostavik and Marek Velkanov, met.") == expected
    assert told("Presidents Nadira Ostavik (Kenya) and Marek Velkanov (Peru) met.") == expected
    assert told("The presidents of Kenya, Nadira Ostavik, and of Peru, Marek Velkanov, met.") == expected


@pytest.mark.parametrize(
    "text",
    [
        "She met her fellow foreign ministers -- Kenya's Nadira Ostavik and Peru's Marek Velkanov.",
        "The foreign ministers - Kenya's Nadira Ostavik and Peru's Marek Velkanov - met.",
        "Three foreign ministers, Kenya's Nadira Ostavik, Peru's Marek Velkanov and Castellor, met.",
    ],
)
def test_list_behind_a_title_names_each_holder_with_his_state(text: str) -> None:
    assert told(text)[:2] == [
        ("Nadira Ostavik", "foreign minister", "Kenya"),
        ("Marek Velkanov", "foreign minister", "Peru"),
    ]


def test_one_name_with_a_state_behind_a_title_of_several_is_who_tells_of_them() -> None:
    assert told("The ministers, Kenya's Nadira Ostavik told Telvane, had come.") == []


def test_lists_of_holders_and_countries_of_different_lengths_are_not_paired() -> None:
    assert told("The presidents of Kenya, Peru and France, Nadira Ostavik and Marek Velkanov, met.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Paris fell. France rose. Paris sang. Deputy minister, Marek Velkanov, said no.",
            [("deputy minister", "France")],
        ),
        ("France rose. Paris sang. The aide to Trade minister, Marek Velkanov, said no.", []),
        ("Paris fell. France rose. Paris sang. Deputy minister, Marek Velkanov and others said no.", []),
    ],
)
def test_name_between_commas_is_of_the_title_that_opens_a_sentence(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text) == [("Marek Velkanov", role, of) for role, of in expected]


def test_president_of_whom_is_only_thought_holds_no_office() -> None:
    assert told("Kenya fears that a President Nadira Ostavik would pay.") == []
    assert told("A visiting Kenyan President Nadira Ostavik spoke.") == [
        ("Nadira Ostavik", "president", "Kenya")
    ]


def test_list_with_semicolons_pairs_each_with_his_state() -> None:
    text = "He met the presidents of Kenya, Nadira Ostavik; of Peru, Marek Velkanov; and the envoy."
    assert told(text) == [
        ("Nadira Ostavik", "president", "Kenya"),
        ("Marek Velkanov", "president", "Peru"),
    ]


def test_states_and_envoys_by_turns_are_paired() -> None:
    text = (
        "The ambassadors of Kenya, Nadira Ostavik, Peru, Marek Velkanov, and France's Ilmar Castellor came."
    )
    assert told(text) == [
        ("Nadira Ostavik", "ambassador", "Kenya"),
        ("Marek Velkanov", "ambassador", "Peru"),
        ("Ilmar Castellor", "ambassador", "France"),
    ]


def test_names_without_commas_between_titles_keep_their_own() -> None:
    text = "The head of Telvane Nadira Ostavik and the foreign minister of Peru Marek Velkanov met."
    assert told(text) == [
        ("Nadira Ostavik", "head", "Telvane"),
        ("Marek Velkanov", "foreign minister", "Peru"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A UN spokesman, Marek Velkanov, said so.", [("Marek Velkanov", "spokesman", "United Nations")]),
        (
            "It was said by a Kenyan envoy, Marek Velkanov, speaking here.",
            [("Marek Velkanov", "envoy", "Kenya")],
        ),
        ("A Kenyan delegate, Marek Velkanov, said so.", [("Marek Velkanov", "delegate", "Kenya")]),
        ("A UN spokesman, Marek Velkanov and Oona Berling said so.", []),
        ("He met a UN spokesman, Marek Velkanov, two envoys and Oona Berling.", []),
        ("After talks with a UN spokesman, Marek Velkanov said he would go.", []),
        ("A spokesman, Marek Velkanov, said so.", []),
        ("A Kenyan community leader, Marek Velkanov, said so.", []),
    ],
)
def test_who_is_named_between_commas_holds_the_office_that_introduces_him(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kenya has a candidate for the post of Director of Telvane, Mr Marek Velkanov.",
        "The nominee for President of Kenya, Marek Velkanov, lost.",
        "They discussed his bid for Director of Telvane, Marek Velkanov, and left.",
    ],
)
def test_who_is_only_up_for_an_office_does_not_hold_it(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "line", ["President Nadira Ostavik, Kenya", "President Nadira Ostavik, Kenya, Republic of"]
)
def test_state_behind_a_name_is_read_in_a_list_of_guests(line: str) -> None:
    assert told(f"{line}\n\nMet with the press.") == [("Nadira Ostavik", "president", "Kenya")]


def test_state_behind_a_name_that_does_something_is_left_open() -> None:
    assert told("President Nadira Ostavik, Kenya says, left.") == []
