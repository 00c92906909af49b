"""to come: a gathering is only named as what something is done before, or for: "ahead of the visit"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from graph.events.dates.words import MONTHS, WEEKDAYS
from graph.events.merging.wording import ELSEWHEN
from graph.events.syntax.governors import NOUNS, PRESENT, RELATIVE, auxiliaries, counted
from graph.events.syntax.times import is_ahead_of
from graph.events.triggers.purposes import WILL

# But "the first visit since 2010" is of today.
_YEAR = re.compile(r"(?<!since )\b(?:1[89]|20)\d\d\b")
# "On the eve of the visit"; of "run-up" the parse has "up".
_EVE = frozenset({"advance", "eve", "runup", "up"})
# "Preparations for the visit", "no date for the visit".
_READYING = frozenset({"agenda", "arrangement", "date", "groundwork", "preparation", "timing"})
_PREPARING = frozenset({"prepare", "ready"})
_CLAUSES = frozenset({"acl", "relcl"})
_THAT = frozenset({"that", "which"})
# "Next week's summit", "opens on Monday", "begins next week".
_SPANS = frozenset({"month", "week"})
_DAYS = frozenset({*MONTHS, *WEEKDAYS})
_BEGINNING = frozenset({"begin", "commence", "convene", "kick", "open", "start"})


def is_to_come(word: Token | None) -> bool:
    """Whether a noun tells what is still to come when something else is done, seen from a trigger's root.

    Not so in a sentence with a year, which rather looks back, nor what is told as done: "ahead of the talks,
    which ended on Monday".
    """
    if word is None or word.pos_ not in NOUNS or _YEAR.search(word.sent.text):
        return False
    noun = counted(word)
    beside = {each.lower_ for child in (*word.lefts, *noun.lefts) for each in child.subtree}
    return (
        not beside & ELSEWHEN
        and not _is_done(noun)
        and (_is_led_up_to(noun) or _will_be(noun) or _is_of_next(noun) or _begins_on(noun))
    )


def _is_done(noun: Token) -> bool:
    """Whether a clause on a noun tells that it is over: "the talks, which ended on Monday"."""
    return any(
        each.dep_ in _CLAUSES and each.tag_ == "VBD" and not _is_of_whom(each) for each in noun.subtree
    )


def _is_of_whom(clause: Token) -> bool:
    """Whether a clause tells what somebody did: "the visit of A, who came to power in May"."""
    return any(child.tag_ in RELATIVE and child.lower_ not in _THAT for child in clause.children)


def _is_led_up_to(noun: Token) -> bool:
    """Whether something is done before or for what a noun tells: "in the run-up to it", "prepares for it"."""
    if noun.dep_ == "dobj":
        return noun.head.lemma_ in _PREPARING and noun.head.tag_ != "VBD"
    if noun.dep_ != "pobj":
        return False
    joint, above = noun.head, noun.head.head
    if joint.lower_ in {"of", "to"}:
        return is_ahead_of(joint) or above.lower_ in _EVE
    before = joint.doc[joint.i - 1]  # "Agreed on the agenda for it" may read as "agreed for it"
    return joint.lower_ == "for" and not {above.lemma_, before.lemma_}.isdisjoint(_READYING | _PREPARING)


def _will_be(noun: Token) -> bool:
    """Whether it is told what a gathering will be: "the visit will be the first of its kind"."""
    verb = noun.head
    return noun.dep_ == "nsubj" and verb.lemma_ == "be" and bool(auxiliaries(verb) & WILL)


def _is_of_next(noun: Token) -> bool:
    """Whether a noun is of a time that is ahead: "next week's summit"; in a story "the next week" is over."""
    owners = (child for child in noun.lefts if child.dep_ == "poss" and child.lower_ in _SPANS)
    return any([each.lower_ for each in owner.lefts] == ["next"] for owner in owners)


def _begins_on(noun: Token) -> bool:
    """Whether a gathering, by a verb in the present, begins on some day: "the summit opens on Monday"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ not in _BEGINNING or verb.tag_ not in PRESENT:
        return False
    days = (each for child in verb.rights if child.lower_ == "on" for each in child.children)
    return any(each.text in _DAYS for each in days) or any(
        child.dep_ == "npadvmod" and any(each.lower_ == "next" for each in child.lefts)
        for child in verb.rights
    )
