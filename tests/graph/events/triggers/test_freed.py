"""Setting people free, and welcoming the freed, is no event."""

from __future__ import annotations

import pytest

from graph.events.triggers.freed import tells_of_freed
from graph.model import Article
from graph.pipeline import convert
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import trigger_in


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chile released a Peruvian nurse on Monday.", "released", True),
        ("Two Peruvian nurses were freed by Chile.", "freed", True),
        ("Chile restored relations with Peru.", "restored", False),
        ("Chile recalled its ambassador after Peru released a nurse.", "recalled", False),
        ("Peru welcomed home two nurses.", "welcomed", True),
        ("Peru welcomed home its ambassador.", "welcomed", False),
    ],
)
def test_setting_free_changes_no_relations(text: str, word: str, expected: bool) -> None:
    assert tells_of_freed("RelationsChange", sentence_of(text), trigger_in(text, word)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru welcomed the release of two Kenyan nurses.", True),
        ("Peru welcomed the release of Peruvian national Marek Velkanov.", True),
        ("Peru welcomed back its freed hostages.", True),
        ("Peru welcomed the freed prisoners.", True),
        ("Peru welcomed Chile's release of two Kenyan nurses.", False),
        ("Peru welcomed the release of two Kenyan nurses by Chile.", False),
        ("Peru welcomed the release of prisoners in Chile.", False),
        ("Peru welcomed the release of the report.", False),
        ("Peru welcomed the Kenyan workers.", False),
        ("Peru welcomed Chile's pledge to free the prisoners.", False),
        ("Peru welcomed back its partners.", False),
    ],
)
def test_who_is_glad_of_a_release_supports_nobody(text: str, expected: bool) -> None:
    assert tells_of_freed("Support", sentence_of(text), trigger_in(text, "welcomed")) is expected


def test_the_freed_are_not_supported() -> None:
    text = "Chile welcomed the release of Peruvian national Marek Velkanov."
    assert not convert(Article("a", text)).events
