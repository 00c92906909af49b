"""Pronouns are told from styles."""

from __future__ import annotations

import pytest

from tests.graph.coreference.meaning import TALKS, found_in


@pytest.mark.parametrize("style", ["His Highness", "His Royal Highness", "Her Majesty"])
def test_styles_are_no_pronouns(style: str) -> None:
    text = TALKS + f"Kenya thanked {style}."
    assert [mention.text for mention in found_in(text)] == []


def test_style_in_capitals_is_no_pronoun() -> None:
    assert [mention.text for mention in found_in(TALKS + "HE Marek Velkanov left.")] == []
    assert [mention.text for mention in found_in(TALKS + "THEN HE LEFT.")] == ["HE"]
