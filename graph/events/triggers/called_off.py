"""called off: by the parse, what was announced does not take place: "the summit was called off"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.draft import GATHERINGS
from graph.events.syntax.governors import NOUNS, THINGS, verb_of

TYPES = GATHERINGS | {"Agreement"}
# "A summit planned for May was called off" may read as a clause that is called off.
_CLAUSES = frozenset({"csubj", "csubjpass"})
_DEALT_WITH = THINGS | _CLAUSES
_DELAYS = frozenset({"cancellation", "postponement"})
_ASKING = frozenset({"ask", "call", "demand", "propose", "request", "rule", "seek", "threaten", "urge"})
_CALLING_OFF = frozenset({"abandon", "axe", "cancel", "postpone", "scrap", "shelve"})
# "Call off", "put off".
_WITH_OFF = frozenset({"call", "put"})
_TAKING_PLACE = frozenset({"go", "happen", "materialise", "materialize", "proceed", "take"})
# What "could" or "is to" be called off is not.
_OPEN = frozenset({"could", "may", "might", "should", "to", "would"})


def is_called_off(event_type: str, word: Token | None) -> bool:
    """Whether an event of a class is called off or does not go ahead, seen from the root of its trigger."""
    if event_type not in TYPES or word is None or word.pos_ not in NOUNS:
        return False
    if word.dep_ == "pobj" and word.head.lower_ == "of" and word.head.head.lemma_ in _DELAYS:
        return not _is_only_asked(verb_of(word.head.head))
    thing = word.head if word.head.dep_ in _CLAUSES else word
    verb = thing.head
    if thing.dep_ in _DEALT_WITH and _calls_off(verb):
        return not _is_negated(verb) and not any(child.lower_ in _OPEN for child in verb.lefts)
    # "Could not have happened without Peru": it has happened
    is_unreal = any(child.lower_ == "have" for child in verb.lefts)
    return word.dep_ == "nsubj" and verb.lemma_ in _TAKING_PLACE and _is_negated(verb) and not is_unreal


def _is_only_asked(verb: Token | None) -> bool:
    """Whether a verb leaves it open that something is put off: "asked for the postponement"."""
    if verb is None:
        return False
    return verb.lemma_ in _ASKING or _is_negated(verb) or any(each.lower_ in _OPEN for each in verb.lefts)


def _calls_off(verb: Token) -> bool:
    if verb.lemma_ in _WITH_OFF:
        return any(child.dep_ == "prt" and child.lower_ == "off" for child in verb.children)
    return verb.lemma_ in _CALLING_OFF


def _is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)
