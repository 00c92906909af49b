"""Who denies a charge is whom somebody accuses."""

from __future__ import annotations

import pytest

from tests.graph.coreference.meaning import meant


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Observers accuse Kenya of backing the rebels, which it denies.", ["Kenya"]),
        ("Kenya has been accused of backing the rebels, which it denies.", ["Kenya"]),
        ("Observers accuse Kenya of backing the rebels, which it leads.", []),
        ("Observers saw Kenya with the rebels, which it denies.", []),
        ("Peru accused Kenya of a raid and it denied visas to guests.", ["Peru"]),
    ],
)
def test_who_denies_a_charge_is_the_one_accused(text: str, expected: list[str]) -> None:
    assert meant("Peru waits. " + text, "it") == expected
