"""A title behind another one, or behind a parliament, is of the same state."""

import pytest

from tests.graph.offices.cast import told


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("They are to meet the Kenyan head of government, Trade Minister Nadira Ostavik.", "trade minister"),
        (
            "She spoke to members of the Kenyan Senate and Trade Minister Nadira Ostavik.",
            "trade minister",
        ),
    ],
)
def test_title_behind_an_officer_or_parliament_is_of_its_state(text: str, role: str) -> None:
    assert ("Nadira Ostavik", role, "Kenya") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Asked about the Kenyan head of government, Trade Minister Nadira Ostavik said no.",
        "They met the Kenyan president, Ambassador Nadira Ostavik and others.",
        "They met the Kenyan and Peruvian heads of government, Trade Minister Nadira Ostavik and others.",
    ],
)
def test_title_of_who_acts_or_is_sent_is_left_open(text: str) -> None:
    assert told(text) == []
