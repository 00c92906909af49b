"""inner: what a government does with its own opponents is of no other state: "the junta and the rebels"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import NOUNS, WITH, is_under, verb_of
from graph.model import Sentence, Span

_RULERS = frozenset({"government", "junta", "regime"})
_OPPONENTS = frozenset(
    {"faction", "front", "guerrilla", "insurgent", "militia", "movement", "opposition", "rebel", "separatist"}
)


def is_inner(sentence: Sentence, trigger: Span) -> bool:
    """Whether a government and its opponents, or these and anybody, are the sides of what is told."""
    word = root_of(sentence, trigger)
    verb = verb_of(word)
    if word is None or verb is None:
        return False
    if any(_opposes(each) for each in _sides(word)):
        return True
    rulers = (each for each in verb.subtree if each.lemma_ in _RULERS)
    return any(_is_opposed(each, verb) for each in rulers)


def _sides(noun: Token) -> list[Token]:
    """The sides that stand behind a noun: "talks between A and the rebels", "A's talks with them"."""
    beside = {"between", *WITH}
    placed = (each for child in noun.children if child.lower_ in beside for each in child.children)
    firsts = [each for each in placed if each.dep_ == "pobj"]
    return [side for each in firsts for side in (each, *each.conjuncts, *_unjoined(each))]


def _unjoined(side: Token) -> Iterator[Token]:
    """The other side where the parse has it act: "talks between A and the rebels failed"."""
    for each in side.children if not any(side.conjuncts) else ():
        if each.dep_ == "cc":
            yield from islice((word for word in side.doc[each.i + 1 :] if word.pos_ in NOUNS), 1)


def _is_opposed(ruler: Token, verb: Token) -> bool:
    """Whether an opponent is joined to a government, or does something with it."""
    partners = [*ruler.conjuncts]
    partners += [
        each
        for partner in verb.subtree
        if partner.lower_ in WITH and is_under(partner.head, verb)
        for each in partner.children
        if each.dep_ == "pobj"
    ]
    return any(_opposes(each) for each in partners)


def _opposes(noun: Token) -> bool:
    """Whether a noun or a word before it is for an opponent: "opposition parties", "the rebel front"."""
    return any(each.lemma_.lower() in _OPPONENTS for each in (noun, *noun.lefts))
