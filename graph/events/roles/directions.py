"""directions: who takes what others give, send or offer: an invitation, a grant, their support."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph.events.roles.sides import subjects_of
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import is_in_clause, is_under
from graph.model import Mention, Sentence, Span

_OBJECTS = frozenset({"dobj", "obj", "attr"})
# Whoever does so with an invitation, an offer or a grant has not made it.
_TAKING = frozenset(
    {
        "accept",
        "decline",
        "gain",
        "garner",
        "get",
        "obtain",
        "receive",
        "refuse",
        "reject",
        "secure",
        "take",
        "welcome",
        "win",
    }
)
# Whoever is thanked for something has given it.
_THANKING = "thank"


def takers(
    sentence: Sentence, trigger: Span, mentions: Sequence[Mention], *, by_verb: bool = False
) -> frozenset[Mention]:
    """The mentions who, by the parse, take or refuse what the trigger names.

    In "A accepted the invitation", "the loan was received by A" and "A thanked B for the offer" that is A,
    also where, `by_verb`, the verb is the trigger.
    """
    word = root_of(sentence, trigger)
    taking = list(_taking(word, by_verb=by_verb)) if word is not None else []
    roots = ((mention, root_of(sentence, mention.span)) for mention in mentions) if taking else ()
    return frozenset(
        mention
        for mention, root in roots
        if root is not None and any(is_under(root, each) and not is_in_clause(root, each) for each in taking)
    )


def _taking(word: Token, *, by_verb: bool) -> Iterator[Token]:
    """The words for who takes."""
    verb = word.head
    if by_verb and word.pos_ == "VERB" and word.lemma_ in _TAKING:
        yield from _doers(word)
    elif word.pos_ != "NOUN":
        return
    elif word.dep_ in {*_OBJECTS, "nsubjpass"} and verb.lemma_ in _TAKING:
        yield from _doers(verb)
    elif word.dep_ == "pobj" and verb.lower_ == "for" and verb.head.lemma_ == _THANKING:
        yield from _doers(verb.head)


def _doers(verb: Token) -> Iterator[Token]:
    """Who does what a verb tells."""
    is_passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    agents = (child for child in verb.children if child.dep_ == "agent")
    yield from agents if is_passive else subjects_of(verb)
