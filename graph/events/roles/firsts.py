"""firsts: of what kind a visit is the first: "marking the first visit by a minister of A"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of, upwards
from graph.model import Mention, Sentence

_JOURNEYS = frozenset({"tour", "trip", "visit"})
_BY = frozenset({"by", "of"})
_ANY = frozenset({"a", "an", "any"})


def is_of_kind(sentence: Sentence, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether somebody is only of whose kind a visit is the first, or is meant with him behind it.

    Who paid it is told elsewhere; "the country" to which a Peruvian minister comes is not Peru.
    """
    return any(
        kind.span.start <= mention.span.start and not set(kind.entities).isdisjoint(mention.entities)
        for kind in mentions
        if any(map(_is_first, _owned(root_of(sentence, kind.span))))
    )


def _owned(token: Token | None) -> Iterator[Token]:
    """What is by or of anybody of a kind, of whom a word tells."""
    for noun in upwards(token):
        is_any = any(child.lower_ in _ANY for child in noun.children)
        if is_any and noun.dep_ == "pobj" and noun.head.lower_ in _BY:
            yield noun.head.head


def _is_first(noun: Token) -> bool:
    """Whether a noun is of a journey that another of its sentence is the first of: "marking the first visit".

    "It was the first visit by a minister of A" need not be told elsewhere.
    """
    is_other = noun.dep_ == "dobj" or (noun.dep_ == "attr" and noun.head.dep_ == "relcl")
    return noun.lemma_ in _JOURNEYS and is_other and any(child.lower_ == "first" for child in noun.children)
