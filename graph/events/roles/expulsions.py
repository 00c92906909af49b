"""expulsions: by the parse, out of which state somebody is thrown, and who orders whom out."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graph.events.model.predict import Trigger
from graph.events.syntax.coordination import root_of, rooted_at, upwards, with_conjuncts
from graph.events.syntax.governors import is_passive
from graph.events.syntax.owners import OWNERS, with_owners
from graph.model import EntityType, Mention, Sentence, Span

# Who, and what, is in a state that may expel it.
_POSTED = frozenset(
    {"ambassador", "consul", "delegation", "diplomat", "embassy", "envoy", "mission", "staff"}
)
LEAVING = frozenset({"depart", "leave", "quit"})
_EXPELLING = frozenset({"eject", "expel", "kick", "oust", "throw"})
_EXPULSIONS = frozenset({"ejection", "expulsion"})
# "Declared A's envoy persona non grata" baffles the parse.
_UNWELCOME = frozenset({"grata", "non", "persona", "personae"})
_DECLARING = frozenset({"brand", "declare", "designate", "label", "name", "pronounce"})
_ORDERING = frozenset({"ask", "instruct", "oblige", "order", "require", "tell"})
_NOMINAL = frozenset({"ADP", "NOUN", "PROPN"})
# The changes of relations by which somebody has to leave a state.
_OUT = frozenset({"close-mission", "expel"})


def is_left(sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody is to leave a mention, or is thrown out of it, and by others than his own.

    In "envoys of B are to leave A", "the envoy of B in A" or "to A" and "expulsions of envoys of B from A",
    A expels them; in "B ordered its envoys to leave A", B recalls them.
    """
    token = root_of(sentence, mention.span)
    if token is None:
        return False
    is_in = token.dep_ == "pobj" and token.head.lower_ in {"in", "to"}
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


def declaring(word: Token) -> Token:
    """The verb that declares somebody persona non grata, where a word is one of these three; or the word."""
    before = reversed(word.doc[word.sent.start : word.i]) if word.lower_ in _UNWELCOME else iter(())
    return next((each for each in before if each.lemma_ in _DECLARING), word)


def orders(
    sentence: Sentence, trigger: Span, mentions: Sequence[Mention]
) -> tuple[frozenset[Mention], frozenset[Mention]]:
    """The mentions who order and who are ordered out: "A ordered B to close its embassy".

    In "A had its envoys expelled" A is ordered out. Both are empty where somebody orders his own.
    """
    ordering, ordered = _ordering(root_of(sentence, trigger))
    if ordering is None and ordered is not None and ordered.lemma_.lower() in _POSTED:
        ordering, ordered = _post_of(ordered), _part(ordered, "poss")
    if ordered is None or any(child.dep_ == "poss" and child.pos_ == "PRON" for child in ordered.children):
        return frozenset(), frozenset()
    # A minister who is told to do it does it for his own state
    states = [each for each in mentions if each.type is not EntityType.PERSON]
    return _named(ordering, sentence, mentions), _named(ordered, sentence, states)


def orders_of(
    trigger: Trigger, sentence: Sentence, mentions: Sequence[Mention]
) -> tuple[frozenset[Mention], frozenset[Mention]]:
    """Who orders and who is ordered out, if that is what the trigger's event changes."""
    is_out = trigger.attribute in _OUT
    return orders(sentence, trigger.span, mentions) if is_out else (frozenset(), frozenset())


def expelled(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions of whom, or of whose, an expulsion is: "the expulsion of an envoy of A from B"."""
    noun = root_of(sentence, trigger)
    if noun is None or noun.lemma_.lower() not in _EXPULSIONS:
        return frozenset()
    parts = (each for of in noun.children if of.lower_ == "of" for each in of.children)
    return rooted_at({number for each in parts for number in with_owners(each)}, sentence, mentions)


def called_home(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions whose envoy is called home: "A's ambassador to B was recalled"."""
    verb = root_of(sentence, trigger)
    envoy = _part(verb, "nsubjpass") if verb is not None else None
    if envoy is None or envoy.lemma_.lower() not in _POSTED:
        return frozenset()
    sending = with_conjuncts(child for child in envoy.children if child.dep_ in OWNERS)
    return rooted_at(sending, sentence, mentions)


def _ordering(verb: Token | None) -> tuple[Token | None, Token | None]:
    """The words for who orders and who is ordered to do what a verb tells."""
    if verb is None:
        return None, None
    above = verb if _orders_to_leave(verb) else verb.head
    if verb.dep_ == "ccomp" and verb.tag_ == "VBN" and above.lemma_ == "have":
        return None, _part(above, "nsubj")
    if above.lemma_ not in _ORDERING or (verb.dep_ != "xcomp" and above != verb):
        return None, None
    by = _part(above, "agent")
    if is_passive(above):
        return by and _part(by, "pobj"), _part(above, "nsubjpass")
    return _part(above, "nsubj"), _part(above, "dobj")


def _orders_to_leave(verb: Token) -> bool:
    """Whether a verb orders somebody to go: "was asked to leave"."""
    ends = (child.lemma_ for child in verb.children if child.dep_ == "xcomp")
    return verb.lemma_ in _ORDERING and not LEAVING.isdisjoint(ends)


def _post_of(envoy: Token) -> Token | None:
    """The word for the state to which somebody is posted: "A's ambassador to B"."""
    posts = (child for child in envoy.children if child.dep_ == "prep" and child.lower_ in {"in", "to"})
    return next((place for post in posts for place in post.children if place.dep_ == "pobj"), None)


def _part(word: Token, dep: str) -> Token | None:
    return next((child for child in word.children if child.dep_ == dep), None)


def _named(word: Token | None, sentence: Sentence, mentions: Sequence[Mention]) -> frozenset[Mention]:
    return rooted_at(with_conjuncts([word] if word is not None else []), sentence, mentions)


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
