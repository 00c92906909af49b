"""held post: who is told to have held the office told of just before ("X, who held the post until 2002")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import Mention, Position, Span
from graph.offices.line import Word
from graph.offices.phrases import find_phrases
from graph.offices.who.persons import person_at
from graph.offices.whose.office_owners import Scene, office_owner

HOLDING = frozenset({"held", "holds", "occupied"})
POSTS = frozenset({"job", "office", "portfolio", "position", "post"})
FILLING = frozenset({"has", "had", "also", "previously", "once", "the", "that", "same"})
NEAR = 4  # lines within which the post was told of


def held_posts(scene: Scene) -> Iterator[Position]:
    """Give the office told of last to those who held it too."""
    for number, words in enumerate(scene.lines):
        for index, word in enumerate(words):
            holder = _holder(words, index) if word.lower in POSTS and not word.mention else None
            told = _told(scene, number, holder.span.start) if holder is not None else None
            if holder is not None and told is not None:
                span = Span(holder.span.start, word.span.end)
                yield Position(holder.entities[0], told[0], told[1], (span,))


def _holder(words: Sequence[Word], index: int) -> Mention | None:
    """Read "X, who had held the post" up to its noun; "a post" is another."""
    if words[index - 1].lower not in ("the", "that", "same"):
        return None
    passed = set()
    while index > 0 and words[index - 1].lower in FILLING | HOLDING:
        index -= 1
        passed.add(words[index].lower)
    is_told = bool(passed & HOLDING) and [word.lower for word in words[max(0, index - 2) : index]] == [
        ",",
        "who",
    ]
    return person_at(words, index - 3) if is_told else None


def _told(scene: Scene, number: int, before: int) -> tuple[str, int] | None:
    """Give the only office, and whose it is, in the nearest line that tells of any with its owner."""
    for place in range(number, max(-1, number - NEAR), -1):
        words = scene.lines[place]
        offices = {
            (office.role, owner)
            for office in find_phrases(words)
            if office.is_office and words[office.end - 1].span.end <= before and not office.plural
            if (owner := office_owner(scene, office)) is not None
        }
        if offices:
            return offices.pop() if len(offices) == 1 else None
    return None
