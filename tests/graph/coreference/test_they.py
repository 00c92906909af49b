"""What "they" and "them" mean acts or is told of together."""

from __future__ import annotations

import pytest

from tests.graph.coreference.meaning import BOTH, meant


def test_they_are_who_bear_the_title_told_of() -> None:
    text = "The Presidents of Kenya, Nadira Ostavik, and of Peru, Marek Velkanov, met. They spoke."
    assert meant(text, "They") == BOTH


def test_city_of_a_dateline_is_none_of_those_who_act() -> None:
    text = "Nairobi, Kenya and Peru announced that they would leave."
    assert meant(text, "they") == ["Kenya", "Peru"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Velkanov and envoys came to see Ostavik. They later met Peru's king.", ["Marek Velkanov"]),
        ("Velkanov and envoys went to see Ostavik. They then met with Peru's king.", ["Marek Velkanov"]),
        ("Velkanov and envoys went to Nairobi to see Ostavik. They met on Monday.", BOTH),
        ("Velkanov and envoys went to Nairobi to see Ostavik. They signed a treaty.", BOTH),
        ("Velkanov went to Nairobi to see Ostavik. They later met Peru's king.", BOTH),
    ],
)
def test_who_meets_others_is_not_who_was_seen_before(text: str, expected: list[str]) -> None:
    assert sorted(meant(text, "They")) == sorted(expected)
