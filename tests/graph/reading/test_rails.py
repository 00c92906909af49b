"""Headlines of other articles at the end of a page are no part of its story."""

from __future__ import annotations

import pytest

from graph.model import Article
from graph.reading.rails import story_length
from graph.reading.segment import segment

STORY = ["Kenya and Peru meet", "They met in Lima.", "They signed a treaty."]


@pytest.mark.parametrize(
    ("below", "own"),
    [
        ([], 3),
        (["01:20", "Ghana recalls its envoy", "23.45", "Mali votes"], 3),
        (["Photo: Lima", "01:20", "Ghana recalls its envoy"], 4),
        (["01:20", "Peru thanks Kenya", "The ministers left Lima."], 6),
        (["25:70", "Peru thanks Kenya"], 5),
        (["At 01:20 Peru thanks Kenya"], 4),
    ],
    ids=["nothing", "rail", "caption", "live report", "no time", "time in a sentence"],
)
def test_story_ends_where_headlines_stand_under_times(below: list[str], own: int) -> None:
    assert story_length([*STORY, *below]) == own


def test_headlines_alone_are_all_that_there_is() -> None:
    assert story_length(["01:20", "Ghana recalls its envoy"]) == 2


def test_headlines_of_others_are_not_read() -> None:
    article = Article("a", "\n".join([*STORY, "01:20", "Ghana recalls its envoy"]))
    assert [sentence.text for sentence in segment(article)] == STORY
