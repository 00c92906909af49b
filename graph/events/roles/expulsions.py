"""expulsions: by the parse, out of which state somebody is thrown."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of, upwards
from graph.model import Mention, Sentence

# Who, and what, is in a state that may expel it.
_POSTED = frozenset(
    {"ambassador", "consul", "delegation", "diplomat", "embassy", "envoy", "mission", "staff"}
)
LEAVING = frozenset({"depart", "leave", "quit"})
_EXPELLING = frozenset({"eject", "expel", "kick", "oust", "throw"})
_EXPULSIONS = frozenset({"ejection", "expulsion"})
_NOMINAL = frozenset({"ADP", "NOUN", "PROPN"})


def is_left(sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody is to leave a mention, or is thrown out of it, and by others than his own.

    In "envoys of B are to leave A", "the envoy of B in A" and "the expulsion of the envoy of B from A", A
    expels them; in "B ordered its envoys to leave A", B recalls them.
    """
    token = root_of(sentence, mention.span)
    if token is None:
        return False
    is_in = token.dep_ == "pobj" and token.head.lower_ == "in"
    if (is_in and token.head.head.lemma_.lower() in _POSTED) or _is_expelled_from(token):
        return True
    is_from = token.dep_ == "pobj" and token.head.lower_ in {"from", "of"}
    verb = token.head.head if is_from else token.head
    is_thrown_out = is_from and verb.lemma_ in _EXPELLING
    if not is_thrown_out and not (token.dep_ == "dobj" and verb.lemma_ in LEAVING):
        return False
    leaving = [*verb.children, *verb.head.children]
    return not any(
        owner.dep_ == "poss" and owner.pos_ == "PRON" for each in leaving for owner in each.children
    )


def _is_expelled_from(state: Token) -> bool:
    """Whether a noun tells that somebody is thrown out of a state."""
    is_from = False
    for token in upwards(state):
        if token.pos_ not in _NOMINAL:
            return False
        is_from = is_from or token.lower_ == "from"
        if token.lemma_.lower() in _EXPULSIONS:
            return is_from
    return False
