"""status: the verb of a figure and what governs it become actual, planned, proposed or denied."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.figures.measure import Measured
from graph.figures.words import load_words
from graph.model import Status

_AUXILIARIES = frozenset({"aux", "auxpass"})
# How a verb hangs on what says whether it is so: "plan to raise", "the goal of raising", "said it would".
_GOVERNED = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl", "conj"})
_DEEPEST = 4


def status_of(tied: Measured) -> Status:
    """Whether a figure is, is to be, might be, or is denied, by the verb that says it."""
    words, verb = load_words(), tied.verb
    if verb is None:
        return Status.ACTUAL
    status = _said_of(verb)
    is_promised = tied.indicator.given and verb.lemma_.lower() in words.promising
    return Status.PLANNED if is_promised and status is Status.ACTUAL else status


def _said_of(verb: Token) -> Status:
    words, token = load_words(), verb
    for _ in range(_DEEPEST):
        if any(child.dep_ == "neg" for child in token.children):
            return Status.DENIED
        for lemma in _modals(token, verb):
            if lemma == "would" and _is_reported(token):
                return Status.PLANNED
            if lemma in words.proposed:
                return Status.PROPOSED
            if lemma in words.planned:
                return Status.PLANNED
        if token.dep_ not in _GOVERNED or token.head.i == token.i:
            break
        token = token.head.head if token.head.dep_ == "prep" else token.head
    return Status.ACTUAL


def _modals(token: Token, verb: Token) -> Iterator[str]:
    """What says of a verb whether it is so: its auxiliaries; of what governs it, that itself as well."""
    for child in token.children:
        if child.dep_ in _AUXILIARIES:
            yield child.lower_ if child.lower_ in {"would", "could", "might"} else child.lemma_.lower()
    if token.i == verb.i:
        if any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children):
            yield from _bare(token)
    else:
        yield token.lemma_.lower()


def _bare(token: Token) -> Iterator[str]:
    """Of "to reach" without a governor, as in headlines, and of "is to reach": that it will."""
    if token.dep_ == "ROOT" or token.head.lemma_ == "be":
        yield "will"


def _is_reported(token: Token) -> bool:
    return token.dep_ == "ccomp" and token.head.lemma_.lower() in load_words().reporting
