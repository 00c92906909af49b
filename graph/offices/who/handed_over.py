"""handed over: who left an office, and who took it, by one verb ("X succeeded Y as president")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.model import Mention, Position, Span
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.phrases import Phrase, find_phrases
from graph.offices.who.appointed import REPLACING
from graph.offices.who.persons import past_honorifics, person_at
from graph.offices.whose.office_owners import Scene

TAKING = frozenset({"take", "takes", "taken", "taking", "took"})
MODALS = frozenset({"could", "may", "might", "should", "would"})


def handed_over(scene: Scene, positions: Sequence[Position]) -> Iterator[Position]:
    """Give the offices of those from whom, or to whom, an office that is told of passed."""
    for words in scene.lines:
        is_told = any(word.lower == "as" for word in words)
        for office in find_phrases(words) if is_told else ():
            if office.is_office and not office.plural:
                yield from _passed_on(words, office, positions)


def _passed_on(words: Sequence[Word], office: Phrase, positions: Sequence[Position]) -> Iterator[Position]:
    """Read "X succeeded Y as president of Peru" and "X took over as president of Peru from Y"."""
    pair = _pair(words, office)
    if pair is None:
        return
    begin, end = words[office.begin].span.start, words[office.end - 1].span.end
    for position in positions:
        told = [span for span in position.evidence if span.start <= begin and end <= span.end]
        if told and position.role == office.role and position.holder in pair:
            other = pair[0] if position.holder == pair[1] else pair[1]
            if not any((p.holder, p.of, p.role) == (other, position.of, office.role) for p in positions):
                yield replace(position, holder=other, evidence=(_line_part(words, told[0]),))
            return


def _line_part(words: Sequence[Word], told: Span) -> Span:
    return Span(min(words[0].span.start, told.start), max(words[-1].span.end, told.end))


def _pair(words: Sequence[Word], office: Phrase) -> tuple[int, int] | None:
    """Give who comes and who goes, where one verb tells of both."""
    place = office.begin - 1
    if place < 2 or words[place].lower != "as":
        return None
    goes = person_at(words, place - 1)
    verb = _verb_before(words, place - 1) if goes is not None else None
    if goes is None and words[place - 1].lower == "over" and words[place - 2].lower in TAKING:
        goes, verb = _from(words, office.end), words[place - 2]
    comes = _subject(words, verb) if verb is not None else None
    return (comes.entities[0], goes.entities[0]) if comes is not None and goes is not None else None


def _verb_before(words: Sequence[Word], name: int) -> Word | None:
    """Find the verb before who goes: "succeeded Y", "took over from Mr Y"."""
    before = name - 1
    while before > 0 and words[before].lower in load_nouns().honorifics:
        before -= 1
    if words[before].lower in REPLACING:
        return words[before]
    over = [word.lower for word in words[max(0, before - 1) : before + 1]] == ["over", "from"]
    return words[before - 2] if over and before > 1 and words[before - 2].lower in TAKING else None


def _from(words: Sequence[Word], index: int) -> Mention | None:
    if index >= len(words) or words[index].lower != "from":
        return None
    return person_at(words, past_honorifics(words, index + 1))


def _subject(words: Sequence[Word], verb: Word) -> Mention | None:
    """Give the person who does it for certain, no "he" who "could" or does "not"."""
    children = list(verb.token.children)
    if any(child.dep_ == "neg" or child.lower_ in MODALS for child in children):
        return None
    subjects = {child.i for child in children if child.dep_ == "nsubj"}
    return next((person_at(words, i) for i, word in enumerate(words) if word.token.i in subjects), None)
