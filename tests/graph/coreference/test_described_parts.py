"""Hosts and guests are known by their parts."""

from __future__ import annotations

import pytest

from tests.graph.coreference.meaning import TALKS, meant

CAME = "Peruvian President Marek Velkanov arrived for talks with Kenyan President Nadira Ostavik. "
VISIT = "Peruvian Minister Marek Velkanov visited Nairobi, where he met Kenyan Minister Nadira Ostavik. "


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (TALKS + "The visitor smiled.", "The visitor", ["Marek Velkanov"]),
        (TALKS + "The guest smiled.", "The guest", ["Marek Velkanov"]),
        (TALKS + "The visiting president smiled.", "The visiting president", ["Marek Velkanov"]),
        (CAME + "The host smiled.", "The host", ["Nadira Ostavik"]),
        (VISIT + "The host smiled.", "The host", ["Nadira Ostavik"]),
        (CAME + "Marek Velkanov, the host, smiled.", "the host", ["Marek Velkanov"]),
        (VISIT + "The guest smiled.", "The guest", ["Marek Velkanov"]),
        ("Velkanov arrived with Ostavik. The host smiled.", "The host", []),
    ],
)
def test_host_and_guest_are_told_apart_by_who_came(text: str, words: str, expected: list[str]) -> None:
    assert meant(text, words) == expected


def test_who_tells_of_a_host_is_another() -> None:
    text = CAME + "Ilmar Castellor said Velkanov had thanked his host."
    assert meant(text, "his host") == ["Nadira Ostavik"]
