"""Who acts by his title alone is whom "he" goes on with."""

from __future__ import annotations

import pytest

from tests.graph.coreference.meaning import meant


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The Peruvian president met Velkanov. He was late.", "He", ["Peru"]),
        ("The Minister met Velkanov. He was late.", "He", []),
        ("The Minister met Velkanov. He was late. He then left.", "He", []),
        ("The Minister met Velkanov. He asked him to wait.", "him", ["Marek Velkanov"]),
        ("The Minister met Velkanov. He asked him to wait. He then left.", "He", []),
        ("The Minister met Velkanov. He lost his hat.", "his", []),
        ("The Minister met Velkanov. His hat was new.", "His", ["Marek Velkanov"]),
        ("A minister met Velkanov. He was late.", "He", ["Marek Velkanov"]),
        ("The Kenyan envoy is Velkanov, who left. He was late.", "He", ["Marek Velkanov"]),
        ("The Minister met Velkanov. He said he had lost his hat.", "he", []),
        ("The storm met Velkanov. He was late.", "He", ["Marek Velkanov"]),
        ("The Minister said that Velkanov had left. He was late.", "He", ["Marek Velkanov"]),
        (
            "Minister Castellor met Velkanov. The Minister met Ostavik. He was late.",
            "He",
            ["Ilmar Castellor"],
        ),
        (
            "The United Nations Secretary-General met President Sarah Velkanov. He wept.",
            "He",
            ["United Nations"],
        ),
    ],
)
def test_title_that_acts_goes_on_before_whom_it_acts_on(text: str, word: str, expected: list[str]) -> None:
    assert meant(text, word) == expected
