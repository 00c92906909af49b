"""A title ends where what its holder is for ends."""

import pytest

from tests.graph.offices.cast import told


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Minister of Flour, Water, and Clean Salt", "minister of flour, water, and clean salt"),
        ("Minister of Flour, Water and Salt", "minister of flour, water and salt"),
        ("Minister of Flour, and Health Minister", "health minister"),
    ],
)
def test_comma_before_and_stands_inside_a_title_but_before_another(title: str, role: str) -> None:
    assert told(f"{title} Nadira Ostavik of Kenya spoke.") == [("Nadira Ostavik", role, "Kenya")]
