"""purposes: who came "to hold talks" has met somebody, who "flies to Lima for talks" is going to."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.dates.words import MONTHS, WEEKDAYS
from graph.events.syntax.governors import auxiliaries, verb_of

_COMING = frozenset({"arrive", "assemble", "come", "convene", "fly", "gather", "go", "meet", "travel"})
_GOING = frozenset({"depart", "fly", "go", "head", "leave", "travel"})
_IS = frozenset({"are", "is", "'s", "’s"})
_AT = frozenset({"at", "in"})
_CLAUSES = frozenset({"advcl", "xcomp"})
_PERFECT = frozenset({"had", "has", "have", "'ve", "’ve"})
# With a day of its own it may still be ahead: "came to meet the president on Monday".
_DAYS = frozenset({*WEEKDAYS, *MONTHS, "later", "next", "tomorrow"})


def has_come_for(word: Token | None) -> bool:
    """Whether somebody has come, or is there, for the event on whose trigger's root this is."""
    verb = verb_of(word)
    if verb is None or verb.dep_ not in _CLAUSES or "to" not in auxiliaries(verb):
        return False
    return _is_there(verb.head) and not any(token.text in _DAYS for token in verb.subtree)


def is_going_for(word: Token | None) -> bool:
    """Whether somebody is on the way to an event, seen from the root of its trigger: "flies for talks"."""
    if word is None or word.dep_ != "pobj" or word.head.lower_ != "for":
        return False
    verb = word.head.head
    is_present = verb.tag_ in {"VBP", "VBZ"} or (verb.tag_ == "VBG" and bool(auxiliaries(verb) & _IS))
    return verb.lemma_ in _GOING and is_present


def _is_there(verb: Token) -> bool:
    """Whether a verb tells that somebody has come, or is at a place; not that he "is to" do something."""
    if verb.lemma_ == "be":
        return any(child.dep_ == "prep" and child.lower_ in _AT for child in verb.children)
    has_come = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(auxiliaries(verb) & _PERFECT))
    return verb.lemma_ in _COMING and has_come
