"""lineups: those whom a list names one a line, each with his office ("Foreign Minister: Marek Velkanov")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import EntityType, Mention, Span
from graph.offices.line import Word
from graph.offices.phrases import Phrase, find_phrases
from graph.offices.who.claims import Claim
from graph.offices.who.joints import DASHES
from graph.offices.who.persons import past_honorifics, person_at
from graph.offices.whose.office_owners import Scene

MARKS = DASHES | {":"}
# What may stand behind the name: "X (new)", "X;"
CLOSING = frozenset({"(", ";", "."})
JOINTS = frozenset({",", "and", "&", "/"})

Member = tuple[int, Sequence[Phrase], Mention]


def lineup_claims(scene: Scene) -> Iterator[Claim]:
    """Give the members of each list of two or more officers of the one state named last before it."""
    run: list[Member] = []
    for number, words in enumerate((*scene.lines, ())):
        member = _member(words)
        if member is not None:
            run.append((number, *member))
            continue
        if len(run) > 1:
            yield from _claims(scene, run)
        run = []


def _claims(scene: Scene, run: Sequence[Member]) -> Iterator[Claim]:
    state = state_before(scene, run[0][0])
    for number, offices, holder in run if state is not None else ():
        words = scene.lines[number]
        for office in offices:
            spans = sorted((words[office.begin].span, words[office.end - 1].span, holder.span))
            yield Claim(number, holder, office, Span(spans[0].start, spans[-1].end), state)


def state_before(scene: Scene, line: int) -> Mention | None:
    """Find the only state that the last line to name any before a line names."""
    for words in reversed(scene.lines[:line]):
        states = [w.mention for w in words if w.mention and w.mention.type is EntityType.COUNTRY]
        if states:
            return states[0] if len({state.entities for state in states}) == 1 else None
    return None


def _member(words: Sequence[Word]) -> tuple[Sequence[Phrase], Mention] | None:
    """Read "- Deputy Prime Minister and Trade Minister: Mr X" and "X – Trade Minister"."""
    start = 0
    while start < len(words) and not words[start].text[:1].isalpha():
        start += 1
    marks = [index for index, word in enumerate(words) if index > start and word.text in MARKS]
    if not marks:
        return None
    name, (first, last) = marks[0] + 1, (start, marks[0])
    if person_at(words, start) is not None and marks[0] == start + 1:
        name, (first, last) = start, (start + 2, len(words))
    name = past_honorifics(words, name)
    offices, holder = find_phrases(words, first, last), person_at(words, name)
    # "Foreign Minister: X, thank you" is a transcript
    is_all = _are_all(words[first:last], first, offices) and (name < first or _is_closed(words, name + 1))
    return (offices, holder) if holder is not None and is_all else None


def _is_closed(words: Sequence[Word], end: int) -> bool:
    return end >= len(words) or words[end].text in CLOSING


def _are_all(words: Sequence[Word], first: int, offices: Sequence[Phrase]) -> bool:
    """Tell whether words are bare titles of state and what joins them."""
    left = set(range(first, first + len(words)))
    for office in offices:
        is_bare = not office.owners and office.possessor is None and not office.plural
        if not (office.national and is_bare):
            return False
        left -= set(range(office.begin, office.end))
    return bool(offices) and all(words[index - first].lower in JOINTS | {"."} for index in left)
