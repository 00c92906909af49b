"""they are: officers of whom one sentence tells the office, and the next the names, each with a state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import Position, Span
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.phrases import Phrase, find_phrases
from graph.offices.who.holders import people_beside
from graph.offices.who.persons import each_with_state
from graph.offices.whose.office_owners import Scene

OPENINGS = (("they", "are"), ("they", "were"), ("they", "include"), ("these", "are"), ("these", "were"))


def named_after(scene: Scene) -> Iterator[Position]:
    """Read "He received two new ambassadors. They are X of Peru and Y of Kenya."."""
    for number, words in enumerate(scene.lines[1:], 1):
        if tuple(word.lower for word in words[:2]) not in OPENINGS:
            continue
        office = _envoys(scene.lines[number - 1])
        if office is None:
            continue
        for name, state in each_with_state(words, 2):
            span = Span(name.span.start, state.span.end)
            yield Position(name.entities[0], office.role, state.entities[0], (span,))


def _envoys(words: Sequence[Word]) -> Phrase | None:
    """Find the only office of several in a line, if they are envoys without names: "three ambassadors"."""
    several = [office for office in find_phrases(words) if office.is_office and office.plural]
    if len(several) != 1 or several[0].noun not in load_nouns().away:
        return None
    is_bare = not several[0].owners and several[0].possessor is None
    return several[0] if is_bare and not people_beside(words, several[0], {}) else None
