"""speeches: who alone speaks at a gathering gives a speech and meets nobody: "A spoke at the assembly"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import WITH
from graph.model import Sentence, Span

_GATHERINGS = frozenset({"assembly", "ceremony", "conference", "forum", "session", "summit", "symposium"})
_ALONE = frozenset({"NN", "NNP", "PRP"})
_WE = frozenset({"they", "we"})
_HEARD = WITH | {"to"}


def is_speech(event_type: str, sentence: Sentence, trigger: Span) -> bool:
    """Whether a trigger for a meeting tells of a speech: "spoke at the summit", not "spoke with B at it"."""
    verb = root_of(sentence, trigger) if event_type == "Meeting" else None
    if verb is None or verb.lemma_ != "speak":
        return False
    is_heard = any(child.lower_ in _HEARD for child in verb.children if child.dep_ == "prep")
    return not is_heard and _is_at_gathering(verb) and _is_alone(verb)


def _is_at_gathering(verb: Token) -> bool:
    places = [noun for child in verb.children if child.lower_ == "at" for noun in child.children]
    return any(noun.dep_ == "pobj" and noun.lemma_.lower() in _GATHERINGS for noun in places)


def _is_alone(verb: Token) -> bool:
    """Whether one alone speaks: several may speak with each other."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    tags = {each.tag_ for each in subjects}
    return tags <= _ALONE and not any(each.lower_ in _WE or [*each.conjuncts] for each in subjects)
