"""bullets: those whom a list names one a line, each before his office ("• X, foreign minister")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import EntityType, Mention, Span
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.phrases import Phrase, find_phrases
from graph.offices.who.claims import Claim
from graph.offices.who.lineups import state_before
from graph.offices.who.persons import past_honorifics, person_at
from graph.offices.whose.office_owners import Scene

FEWEST = 2  # people by whom a list is one of people
CLOSING = frozenset({".", ";", ","})

Entry = tuple[int, Mention, Phrase]


def bullet_claims(scene: Scene) -> Iterator[Claim]:
    """Give the officers of the one state of which a list is, or that was named last before it."""
    run: list[Entry] = []
    for number, words in enumerate((*scene.lines, ())):
        entry = _entry(words, number) if words and scene.opens_paragraph(number) else None
        if entry is not None:
            run.append(entry)
            continue
        if len(run) >= FEWEST:
            yield from _claims(scene, run)
        run = []


def _entry(words: Sequence[Word], number: int) -> Entry | None:
    """Read the line "Mr X, foreign minister": a name, and behind the comma nothing but a title."""
    name = past_honorifics(words, 0)
    holder, begin = person_at(words, name), name + 2
    if holder is None or begin >= len(words) or words[name + 1].text != ",":
        return None
    offices = find_phrases(words, begin)
    if len(offices) != 1 or offices[0].begin != begin:
        return None
    end = offices[0].end
    is_all = end == len(words) or (end == len(words) - 1 and words[end].text in CLOSING)
    return (number, holder, offices[0]) if is_all else None


def _claims(scene: Scene, run: Sequence[Entry]) -> Iterator[Claim]:
    named = [
        owner
        for _, _, office in run
        for owner in office.owners
        if office.national and owner.type is EntityType.COUNTRY
    ]
    states = {owner.entities for owner in named}
    state = named[0] if len(states) == 1 else None if states else state_before(scene, run[0][0])
    for number, holder, office in run if state is not None else ():
        if _is_bare(office):
            end = scene.lines[number][office.end - 1].span.end
            yield Claim(number, holder, office, Span(holder.span.start, end), state)


def _is_bare(office: Phrase) -> bool:
    is_alone = not office.owners and office.possessor is None and not office.nameless and not office.plural
    return office.national and is_alone and office.noun not in load_nouns().away
