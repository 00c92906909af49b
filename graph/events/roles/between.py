"""between: the two sides whom a noun names at once: "a call between A and B"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of, rooted_at
from graph.events.syntax.governors import THINGS, counted
from graph.model import Mention, Sentence, Span

_SIDES = 2


def both_sides(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions between whom by the parse something is, if they are two at least: it is of no others."""
    return _sides_of(root_of(sentence, trigger), sentence, mentions)


def tied(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions between whom there is what is done: "helped to restore ties between A and B"."""
    word = root_of(sentence, trigger)
    done_to = (child for child in word.children if child.dep_ in THINGS) if word is not None else iter(())
    return _sides_of(next(done_to, word), sentence, mentions)


def _sides_of(noun: Token | None, sentence: Sentence, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions between whom a noun tells that something is."""
    if noun is None or noun.pos_ != "NOUN":
        return frozenset()
    prepositions = [
        child
        for each in {noun, counted(noun)}
        for child in each.children
        if child.lower_ == "between" and child.dep_ == "prep"
    ]
    first = [place for each in prepositions for place in each.children if place.dep_ == "pobj"]
    sides = [token for each in first for token in (each, *each.conjuncts)]
    found = frozenset(mention for each in sides for mention in _named_in(each, sentence, mentions))
    return found if len(found) >= _SIDES else frozenset()


def _named_in(side: Token, sentence: Sentence, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions of a side, or else of whom it is: "the rulers of A", "A's rulers"."""
    own = rooted_at({side.i}, sentence, mentions)
    return own or rooted_at({token.i for token in side.subtree} - {side.i}, sentence, mentions)
