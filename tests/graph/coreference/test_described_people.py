"""People are known by their offices where they are not named again."""

from __future__ import annotations

import pytest

from tests.graph.coreference.meaning import BOTH, meant

TRADE = (
    "President Castellor met Agriculture Minister Nadira Ostavik and Minister of Trade and Flour Velkanov. "
)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The farm minister left.", "The farm minister", ["Nadira Ostavik"]),
        ("The minister of agriculture left.", "The minister of agriculture", ["Nadira Ostavik"]),
        ("The trade minister left.", "The trade minister", ["Marek Velkanov"]),
        ("The flour minister left.", "The flour minister", ["Marek Velkanov"]),
        ("The health minister left.", "The health minister", []),
    ],
)
def test_minister_is_known_by_one_of_his_tasks(text: str, words: str, expected: list[str]) -> None:
    assert meant(TRADE + text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The diplomat left.", "The diplomat", ["Ilmar Castellor"]),
        ("The Peruvian diplomat left.", "The Peruvian diplomat", ["Ilmar Castellor"]),
        ("The Peruvian official left.", "The Peruvian official", ["Ilmar Castellor"]),
        ("The Kenyan official left.", "The Kenyan official", []),
        ("A lone diplomat wept. The diplomat left.", "The diplomat", []),
        ("Diplomat Ostavik wept. The Peruvian diplomat left.", "The Peruvian diplomat", ["Ilmar Castellor"]),
        ("A Peruvian ambassador wept. The Peruvian ambassador left.", "The Peruvian ambassador", ["Peru"]),
    ],
)
def test_diplomat_is_the_one_named_unless_another_came_since(
    text: str, words: str, expected: list[str]
) -> None:
    came = "Peruvian Ambassador Ilmar Castellor met Kenyan President Nadira Ostavik. "
    assert meant(came + text, words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan President Nadira Ostavik slept. The President of the Commission left.", []),
        ("Kenyan President Nadira Ostavik slept. The President of the Republic left.", ["Nadira Ostavik"]),
        ("African Union President Nadira Ostavik slept. The President of the Commission left.", [BOTH[0]]),
        ("The Kenyan president slept. The President of the Commission left.", []),
    ],
)
def test_president_of_a_body_is_no_head_of_state(text: str, expected: list[str]) -> None:
    words = text.split(". ")[1].removesuffix(" left.")
    assert meant(text, words) == expected
