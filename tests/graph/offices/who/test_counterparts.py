"""Counterparts hold the office of whom they meet, in their own states."""

import pytest

from tests.graph.offices.cast import told

MET = "Peruvian Foreign Minister Marek Velkanov met "


@pytest.mark.parametrize(
    "text",
    [
        "Nadira Ostavik, his Kenyan counterpart, on Friday.",
        "Nadira Ostavik, his Kenyan counterpart.",
        "Nadira Ostavik, his counterpart from Kenya, on Friday.",
    ],
)
def test_counterpart_may_be_named_before_the_word(text: str) -> None:
    assert told(MET + text)[1:] == [("Nadira Ostavik", "foreign minister", "Kenya")]


@pytest.mark.parametrize(
    "text",
    [
        "Nadira Ostavik, his Kenyan counterpart, Oona Berling, and others.",
        "Nadira Ostavik, a friend of his Kenyan counterpart.",
        "Nadira Ostavik and his Kenyan counterpart.",
        "his Kenyan and French counterparts, Nadira Ostavik and others.",
        "his Kenyan counterparts, Nadira Ostavik and Ilmar Castellor.",
        "his Kenyan and French counterparts. Nadira Ostavik spoke.",
    ],
)
def test_who_is_not_told_to_be_a_counterpart_holds_nothing(text: str) -> None:
    assert told(MET + text) == [("Marek Velkanov", "foreign minister", "Peru")]


@pytest.mark.parametrize(
    "text",
    [
        "his Kenyan and French counterparts, Nadira Ostavik and Ilmar Castellor, on Friday.",
        "his counterparts from Kenya and France, Nadira Ostavik and Ilmar Castellor, on Friday.",
        "his Kenyan and French colleagues. He and his colleagues, Nadira Ostavik and Ilmar Castellor, ate.",
    ],
)
def test_several_counterparts_are_paired_with_their_states(text: str) -> None:
    assert told(MET + text)[1:] == [
        ("Nadira Ostavik", "foreign minister", "Kenya"),
        ("Ilmar Castellor", "foreign minister", "France"),
    ]
