"""nested: what somebody is only accused of, or only asks another to do, is not told by itself."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.draft import SPEECH
from graph.events.model.predict import Trigger
from graph.events.syntax.coordination import first_conjunct, root_of
from graph.events.syntax.governors import auxiliaries
from graph.model import Sentence

_ACCUSING = frozenset({"accuse", "suspect"})
_ASKING = frozenset({"appeal", "ask", "bid", "call", "demand", "push", "request", "urge", "want"})
# What an organization does to a member, when somebody asks it.
_PUTTING_OUT = frozenset({"ban", "exclude", "expel", "oust", "remove", "suspend"})


def is_nested(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a trigger tells what somebody is accused of, or what a union is asked to do to a member.

    "A accused B of backing C" is no support of C, nor is B out where A "asks a union to suspend B".
    """
    verb = root_of(sentence, trigger.span)
    if verb is None:
        return False
    verb = first_conjunct(verb)
    if trigger.type in SPEECH - {"Statement"}:
        return (
            verb.pos_ == "VERB"
            and verb.dep_ == "pcomp"
            and verb.head.lower_ == "of"
            and verb.head.head.lemma_ in _ACCUSING
        )
    return trigger.type == "Accession" and verb.lemma_ in _PUTTING_OUT and _is_asked_for(verb)


def _is_asked_for(verb: Token) -> bool:
    """Whether somebody wants another to do what a verb tells: "wants it to suspend B", "to have it do so"."""
    if verb.head.lemma_ == "have" and verb.dep_ in {"ccomp", "dobj"}:
        verb = verb.head
    is_asked = verb.dep_ in {"acl", "ccomp", "relcl", "xcomp"} and verb.head.lemma_ in _ASKING
    return is_asked and "to" in auxiliaries(verb)
