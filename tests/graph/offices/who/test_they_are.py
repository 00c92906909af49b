"""Envoys may be told of first, and named in the next sentence."""

import pytest

from tests.graph.offices.cast import told


@pytest.mark.parametrize(
    "text",
    [
        "They received two new ambassadors. They are Mr Marek Velkanov of Peru and Nadira Ostavik of Kenya.",
        "Two ambassadors came. These were Marek Velkanov of Peru, Nadira Ostavik of Kenya and others.",
    ],
)
def test_envoys_are_of_the_states_behind_their_names(text: str) -> None:
    assert told(text) == [
        ("Marek Velkanov", "ambassador", "Peru"),
        ("Nadira Ostavik", "ambassador", "Kenya"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Two students came. They are Marek Velkanov of Peru and Nadira Ostavik of Kenya.",
        "The ambassadors of France came. They are Marek Velkanov of Peru and Nadira Ostavik of Kenya.",
        "Two envoys and two ministers came. They are Marek Velkanov of Peru and Nadira Ostavik of Kenya.",
        "Two envoys came. He met Marek Velkanov of Peru and Nadira Ostavik of Kenya.",
        "Two envoys came. They are Marek Velkanov of Telvane and Nadira Ostavik.",
    ],
)
def test_others_hold_no_office_by_a_sentence_before(text: str) -> None:
    assert told(text) == []
