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


def test_who_does_something_as_others_meet_has_not_their_title() -> None:
    assert told("Nadira Ostavik, as the leaders of Peru met, spoke.") == []
