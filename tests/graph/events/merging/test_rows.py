"""Gatherings of one row are told apart by their number, or as the next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.events.draft import Draft
from graph.events.merging.merge import merge
from graph.events.merging.wording import place_in_row
from graph.events.scene import Scene
from graph.model import Article, Entity, EntityType, Span, Status
from graph.reading.segment import segment

STATES = (Entity("Kenya", EntityType.COUNTRY), Entity("Peru", EntityType.COUNTRY))
SIDES = {"participant": (0, 1)}


def drafts(text: str, words: tuple[str, ...]) -> tuple[tuple[Draft, ...], Scene]:
    """A planned meeting of both states in each sentence, at the word given."""
    scene = Scene(segment(Article("a", text)), STATES, ())
    told = []
    for number, word in enumerate(words):
        start = text.index(word, scene.sentences[number].span.start)
        span, evidence = Span(start, start + len(word)), (scene.sentences[number].span,)
        told.append(Draft(number, span, "Meeting", Status.PLANNED, 0.9, evidence, SIDES))
    return tuple(told), scene


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The tenth meeting will be held in Lima.", "meeting", "tenth"),
        ("The 10th meeting will be held in Lima.", "meeting", "10th"),
        ("A further round of talks will be held in Lima.", "talks", "further"),
        ("Next year's summit will be held in Lima.", "summit", "next"),
        ("Next week's summit will be held in Lima.", "summit", None),
        ("The meeting will be held next year.", "meeting", None),
        ("They will meet a second time.", "meet", None),
    ],
)
def test_place_in_a_row_is_told_by_the_words_of_the_gathering(
    text: str, word: str, expected: str | None
) -> None:
    (told,), scene = drafts(text, (word,))
    assert place_in_row(told, scene.sentences) == expected


@pytest.mark.parametrize(
    ("text", "words", "groups"),
    [
        ("The ninth meeting opens. The tenth meeting will be in Lima.", ("meeting", "meeting"), 2),
        ("They will meet on Monday. The next round will be in Lima.", ("meet", "round"), 2),
        ("The next round will open. The next round will be in Lima.", ("round", "round"), 1),
        ("They will meet on Monday. The meeting will be in Lima.", ("meet", "meeting"), 1),
    ],
)
def test_meetings_of_one_row_are_several(text: str, words: tuple[str, ...], groups: int) -> None:
    told, scene = drafts(text, words)
    assert len(merge(told, scene)) == groups


def test_papers_told_of_at_once_are_none_of_those_listed_below() -> None:
    text = "They prepared a package of documents. Agreed were: a treaty on visas."
    scene = Scene(segment(Article("a", text)), STATES, ())
    package, treaty = (
        Draft(
            number,
            Span(start := text.index(word), start + len(word)),
            "Agreement",
            Status.ACTUAL,
            0.9,
            (scene.sentences[number].span,),
            {"party": (0, 1)},
            is_listed=is_listed,
        )
        for number, word, is_listed in ((0, "package", False), (1, "treaty", True))
    )
    assert len(merge((package, treaty), scene)) == 2
    one = text.replace("a package of documents", "a plan")
    scene = Scene(segment(Article("a", one)), STATES, ())
    shift = len(one) - len(text)
    plan = replace(package, trigger=Span(start := one.index("plan"), start + len("plan")))
    below = replace(treaty, trigger=Span(treaty.trigger.start + shift, treaty.trigger.end + shift))
    assert len(merge((plan, below), scene)) == 1
