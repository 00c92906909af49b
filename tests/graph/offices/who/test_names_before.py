"""Whoever is named before a title holds it."""

import pytest

from tests.graph.offices.cast import told


@pytest.mark.parametrize(
    ("text", "role", "of"),
    [
        ("Nadira Ostavik, the Kenyan foreign minister, spoke.", "foreign minister", "Kenya"),
        ("Nadira Ostavik, who is the ambassador of Kenya to Peru, spoke.", "ambassador", "Kenya"),
        ("Nadira Ostavik, Kenya's ambassador to Peru, spoke.", "ambassador", "Kenya"),
        ("Nadira Ostavik, who holds the chair of Telvane, spoke.", "chair", "Telvane"),
        ("Nadira Ostavik, secretary at the Foreign Ministry, spoke.", "secretary", "Foreign Ministry"),
        ("Nadira Ostavik, director for Lima of the Security Council, spoke.", "director", "Security Council"),
        ("In the picture: Nadira Ostavik, PM Kenya; others.", "prime minister", "Kenya"),
        ("In the picture: Nadira Ostavik, Director General UN.", "director general", "United Nations"),
        ("Nadira Ostavik, as president of Kenya, spoke.", "president", "Kenya"),
        ("Nadira Ostavik, secretary of Kenya's Security Council, spoke.", "secretary", "Security Council"),
    ],
)
def test_name_before_a_title_is_its_holders(text: str, role: str, of: str) -> None:
    assert told(text) == [("Nadira Ostavik", role, of)]


@pytest.mark.parametrize(
    ("text", "role", "of"),
    [
        (
            "Nadira Ostavik, one of the five members of the Security Council, spoke.",
            "member",
            "Security Council",
        ),
        ("They met Nadira Ostavik, one of Kenya's ministers.", "minister", "Kenya"),
        ("Marek Velkanov and Nadira Ostavik, one of the ministers of Kenya, met.", "minister", "Kenya"),
    ],
)
def test_one_of_several_officers_is_who_stands_just_before(text: str, role: str, of: str) -> None:
    assert told(text) == [("Nadira Ostavik", role, of)]


def test_one_of_the_officers_of_two_states_is_of_neither_for_certain() -> None:
    assert told("Nadira Ostavik, one of the ministers of Kenya and Peru, spoke.") == []


def test_who_does_something_as_others_meet_has_not_their_title() -> None:
    assert told("Nadira Ostavik, as the leaders of Peru met, spoke.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marek Velkanov, the retired teacher who was Kenya's envoy, left.", [("envoy", "Kenya")]),
        ("Marek Velkanov, a Peruvian who has been UN envoy since May, left.", [("envoy", "United Nations")]),
        ("Marek Velkanov, formerly Kenya's envoy, left.", [("envoy", "Kenya")]),
        ("Marek Velkanov, the friend of a man who was Kenya's envoy, left.", []),
        ("Marek Velkanov met the man who was Kenya's envoy.", []),
        ("Marek Velkanov, the woman whose father was Kenya's envoy, left.", []),
    ],
)
def test_office_may_stand_behind_what_else_its_holder_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == [("Marek Velkanov", role, of) for role, of in expected]
