"""Headlines of other articles at the end of a page are no part of its story."""

from __future__ import annotations

import pytest

from graph.model import Article
from graph.reading.rails import story_paragraphs
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
    assert story_paragraphs([*STORY, *below]) == list(range(own))


def test_headlines_alone_are_all_that_there_is() -> None:
    assert story_paragraphs(["01:20", "Ghana recalls its envoy"]) == [0, 1]


@pytest.mark.parametrize(
    ("below", "own"),
    [
        (["Related Article", "Ghana recalls its envoy", "Can Mali vote?", "More in World", "Chad wins"], []),
        (["Related", "Ghana recalls its envoy", "Mali and Chad vote", "Chad wins again"], [3, 4, 5, 6]),
        (["Related", "World", "Ghana recalls its envoy", "Politics", "Mali and Chad vote"], []),
        (["Read also:", "Ghana recalls its envoy", "The ministers left Lima."], [5]),
        (["MOST READ", "Kenya thanks Peru", "On Monday the ministers of both sides will meet " * 3], [5]),
        (["Read more", "The ministers then agreed on:", "a visit to Lima"], [4, 5]),
        (["More than bread", "Ghana recalls its envoy"], [3, 4]),
        (["Related to the treaty is a loan of Peru", "Ghana recalls its envoy"], [3, 4]),
    ],
    ids=[
        "box",
        "list under one heading",
        "labels",
        "link in the text",
        "no headline is so long",
        "lead-in",
        "crosshead",
        "sentence",
    ],
)
def test_story_leaves_out_headlines_under_the_heading_of_a_box(below: list[str], own: list[int]) -> None:
    assert story_paragraphs([*STORY, *below]) == [0, 1, 2, *own]


def test_heading_of_a_box_above_the_story_is_that_of_a_section() -> None:
    assert story_paragraphs(["Latest news", *STORY]) == [0, 1, 2, 3]


def test_headlines_of_others_are_not_read() -> None:
    article = Article("a", "\n".join([*STORY, "01:20", "Ghana recalls its envoy"]))
    assert [sentence.text for sentence in segment(article)] == STORY


def test_headline_glued_between_two_sentences_is_not_read() -> None:
    article = Article("a", "They met in Lima.GHANA VOTES ON A PACT WITH MALIKenya and Peru signed a treaty.")
    told = [(sentence.text, sentence.tokens.text) for sentence in segment(article)]
    assert told == [(text, text) for text in ("They met in Lima.", "Kenya and Peru signed a treaty.")]
