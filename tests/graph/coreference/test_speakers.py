"""Who speaks after what is said is who spoke before."""

from __future__ import annotations

import pytest

from tests.graph.coreference.meaning import meant


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Velkanov and Ostavik will attend, he said.", "he", ["Ilmar Castellor"]),
        ("Velkanov said he would attend.", "he", ["Marek Velkanov"]),
        ('"We wait," the statement said.', "the statement", ["Ilmar Castellor"]),
    ],
)
def test_who_speaks_after_the_content_is_the_last_speaker(text: str, words: str, expected: list[str]) -> None:
    assert meant("Ilmar Castellor said that the talks went well. " + text, words) == expected
