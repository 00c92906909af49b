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


@pytest.mark.parametrize(
    "text",
    [
        "his colleagues Nadira Ostavik of Kenya and Mr Ilmar Castellor of France.",
        "his colleagues, Nadira Ostavik of Kenya and Ilmar Castellor of France, on Friday.",
    ],
)
def test_colleagues_may_each_have_the_state_behind_the_name(text: str) -> None:
    assert told(MET + text)[1:] == [
        ("Nadira Ostavik", "foreign minister", "Kenya"),
        ("Ilmar Castellor", "foreign minister", "France"),
    ]


def test_one_colleague_may_have_the_state_behind_the_name() -> None:
    text = "his colleague Nadira Ostavik of Kenya on Friday."
    assert told(MET + text)[1:] == [("Nadira Ostavik", "foreign minister", "Kenya")]


@pytest.mark.parametrize(
    "text",
    [
        "his colleagues Nadira Ostavik of Kenya and Ilmar Castellor.",
        "his colleagues Nadira Ostavik of Telvane and Ilmar Castellor of Telvane.",
    ],
)
def test_colleagues_of_whom_one_has_no_state_hold_nothing(text: str) -> None:
    assert told(MET + text) == [("Marek Velkanov", "foreign minister", "Peru")]


def test_colleague_of_two_has_the_office_that_either_is_told_to_have() -> None:
    text = "Peruvian Foreign Minister Velkanov and Oona Berling met Nadira Ostavik, their Kenyan colleague."
    assert told(text)[1:] == [("Nadira Ostavik", "foreign minister", "Kenya")]


def test_colleague_of_two_with_different_offices_has_neither() -> None:
    text = (
        "Peruvian Foreign Minister Marek Velkanov and French envoy Ilmar Castellor met Nadira Ostavik, "
        "their Kenyan colleague."
    )
    assert [holder for holder, _, _ in told(text)] == ["Marek Velkanov", "Ilmar Castellor"]
