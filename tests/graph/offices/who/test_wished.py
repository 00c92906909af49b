"""Offices that are only wished for, or refused, are not held."""

import pytest

from tests.graph.offices.cast import told


@pytest.mark.parametrize(
    "text",
    [
        "Marek Velkanov wants to become president of Peru.",
        "Marek Velkanov refused to serve as president of Peru.",
        "Marek Velkanov did not serve as president of Peru.",
        "Marek Velkanov hopes to be elected president of Peru.",
        "Marek Velkanov was chosen to serve as president of Peru.",
    ],
)
def test_office_that_nobody_took_is_not_held(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("verb", ["resigned as", "stepped down as", "will act as", "agreed to serve as"])
def test_office_taken_or_left_is_held(verb: str) -> None:
    assert told(f"Marek Velkanov {verb} president of Peru.") == [("Marek Velkanov", "president", "Peru")]
