"""stopped: aid that is suspended, cut or withheld is a measure against who was to have it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from graph.events.model.predict import Trigger
from graph.events.syntax.coordination import first_conjunct, root_of
from graph.events.syntax.governors import is_passive, verb_of
from graph.model import Sentence

_STOPPING = frozenset({
    "axe", "cancel", "cease", "curtail", "cut", "discontinue", "end", "freeze", "halt", "pause", "reduce",
    "slash", "stop", "suspend", "terminate", "trim", "withdraw", "withhold",
})  # fmt: skip
# "A suspension of aid", "the cut in aid"
_STOPS = frozenset({
    "cessation", "cut", "cutback", "cutoff", "freeze", "halt", "reduction", "suspension", "termination",
    "withdrawal",
})  # fmt: skip
_OF = frozenset({"in", "of", "on", "to"})


def with_stopped(triggers: Sequence[Trigger], sentence: Sentence) -> list[Trigger]:
    """Takes aid that is stopped for a sanction, once where the model takes its stop for one already."""
    found: list[Trigger] = []
    for trigger in triggers:
        stop = _stop_of(trigger, sentence)
        if stop is None:
            found.append(trigger)
        elif not any(_tells(other, stop, sentence) for other in triggers):
            found.append(replace(trigger, type="Sanction", attribute=None))
    return found


def _stop_of(trigger: Trigger, sentence: Sentence) -> Token | None:
    """The word that tells that a trigger's aid is stopped, or None."""
    word = root_of(sentence, trigger.span)
    if trigger.type != "Aid" or word is None:
        return None
    noun = first_conjunct(word)
    if noun.dep_ == "pobj" and noun.head.lower_ in _OF and noun.head.head.lemma_ in _STOPS:
        return noun.head.head
    is_object = noun.dep_ == "dobj" or (noun.dep_ == "nsubjpass" and is_passive(noun.head))
    verb = noun.head if is_object else word
    is_told = verb.pos_ == "VERB" and verb.lemma_ in _STOPPING and not _is_negated(verb)
    return verb if is_told else None


def _is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _tells(trigger: Trigger, stop: Token, sentence: Sentence) -> bool:
    """Whether a trigger takes the stop for a sanction or a threat already."""
    word = root_of(sentence, trigger.span)
    return trigger.type in {"Sanction", "Threat"} and word is not None and word in {stop, verb_of(stop)}
