"""nested: what somebody is accused of, threatens or refuses to do, or asks for, is not told by itself."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.draft import SPEECH
from graph.events.model.predict import Trigger
from graph.events.syntax.coordination import first_conjunct, root_of
from graph.events.syntax.governors import OBJECTS, auxiliaries, has_subject, is_passive
from graph.model import Sentence

_ACCUSING = frozenset({"accuse", "suspect"})
_ASKING = frozenset({"appeal", "ask", "bid", "call", "demand", "push", "request", "urge", "want"})
_REFUSING = frozenset({"decline", "refuse"})
# What an organization does to a member, when somebody asks it.
_PUTTING_OUT = frozenset({"ban", "exclude", "expel", "oust", "remove", "suspend"})


def is_nested(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a trigger tells what somebody is accused of, threatens or refuses, or a union is asked to do.

    "A accused B of backing C" is no support of C, nor is B out where A "asks a union to suspend B".
    """
    verb = root_of(sentence, trigger.span)
    if verb is None:
        return False
    first = first_conjunct(verb)
    if _is_threatened_or_refused(trigger.type, first):
        return True
    if trigger.type in SPEECH - {"Statement"}:
        # The parse may hang "and condemned C" on "accused B of arming rebels"
        return verb.tag_ == "VBG" and first.dep_ == "pcomp" and _is_charged(first.head)
    return trigger.type == "Accession" and first.lemma_ in _PUTTING_OUT and _is_asked_for(first)


def _is_charged(prep: Token) -> bool:
    """Whether a preposition leads to what somebody is accused of: "of arming B", "of bias in backing B"."""
    while prep.head.dep_ == "pobj":
        prep = prep.head.head
    return prep.head.lemma_ in _ACCUSING


def _is_threatened_or_refused(event_type: str, verb: Token) -> bool:
    """Whether somebody threatens it, or refuses to say it: "threatened to expel B", "refused to blame B".

    The threat and the refusal themselves may be told by the verb under them.
    """
    if verb.dep_ != "xcomp" or "to" not in auxiliaries(verb):
        return False
    if verb.head.lemma_ == "threaten":
        return event_type not in {"Statement", "Threat"}
    return verb.head.lemma_ in _REFUSING and event_type in SPEECH - {"Rejection", "Statement"}


def _is_asked_for(verb: Token) -> bool:
    """Whether somebody wants another to do what a verb tells: "wants it to suspend B", "to have it do so"."""
    if verb.head.lemma_ == "have" and verb.dep_ in {"ccomp", "dobj"}:
        verb = verb.head
    is_asked = verb.dep_ in {"acl", "ccomp", "relcl", "xcomp"} and verb.head.lemma_ in _ASKING
    return is_asked and "to" in auxiliaries(verb) and not _is_own_wish(verb)


def _is_own_wish(verb: Token) -> bool:
    """Whether somebody wants to do it himself: "wants to suspend its membership"."""
    asking = verb.head
    names_another = is_passive(asking) or any(
        child.dep_ in OBJECTS or child.dep_ == "prep" for child in asking.children
    )
    return asking.pos_ == "VERB" and not has_subject(verb) and not names_another
