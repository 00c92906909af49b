"""The staff of the embassy told of serve its state."""

import pytest

from tests.graph.offices.cast import told


def test_ambassador_of_whose_embassy_is_told_serves_its_state() -> None:
    text = "The Kenyan Embassy held a feast. In her speech, Ambassador Nadira Ostavik praised Lima."
    assert told(text) == [("Nadira Ostavik", "ambassador", "Kenya")]


def test_ambassador_told_of_by_an_embassy_serves_its_state() -> None:
    text = (
        "An aide at the Kenyan Embassy said ambassador Nadira Ostavik was out. The Peruvian Embassy burned."
    )
    assert told(text) == [("Nadira Ostavik", "ambassador", "Kenya")]


@pytest.mark.parametrize(
    "text",
    [
        "They stood before the Kenyan Embassy. Ambassador Nadira Ostavik was out.",
        "The Kenyan Embassy held a feast with the Peruvian Embassy. Ambassador Nadira Ostavik spoke.",
        "The Peruvian Embassy burned. They saw ambassador Nadira Ostavik at the Kenyan Embassy.",
        "The Kenyan Embassy held a feast. Envoy Nadira Ostavik spoke.",
        "The Kenyan Embassy held a feast. One came. Two came. Three came. Ambassador Nadira Ostavik spoke.",
    ],
)
def test_ambassador_near_an_embassy_may_be_another_state_s(text: str) -> None:
    assert told(text) == []
