"""A short title goes on with the one told in full before."""

import pytest

from tests.graph.offices.cast import told


@pytest.mark.parametrize(
    ("before", "title", "role"),
    [
        ("Peru's acting trade minister cancelled a trip.", "The acting minister", "acting trade minister"),
        ("Peru's ambassador to Kenya was summoned.", "The ambassador", "ambassador"),
        ("Kenya's president, Oona Berling, met Peru's trade minister.", "The minister", "trade minister"),
    ],
)
def test_name_behind_a_short_title_is_of_who_was_told_of_without_one(
    before: str, title: str, role: str
) -> None:
    assert ("Nadira Ostavik", role, "Peru") in told(f"{before} {title}, Nadira Ostavik, denied it.")


@pytest.mark.parametrize(
    "before",
    [
        "Peru's trade minister met Kenya's trade minister.",
        "The trade ministers of Peru and Kenya met.",
    ],
)
def test_short_title_after_none_or_several_is_nobodys(before: str) -> None:
    text = f"{before} The minister, Nadira Ostavik, denied it."
    assert [each for each in told(text) if each[0] == "Nadira Ostavik"] == []


def test_title_right_before_a_name_may_be_of_another() -> None:
    text = "Peru's trade minister spoke to Kenya. He recalled the Minister Nadira Ostavik."
    assert told(text) == []
