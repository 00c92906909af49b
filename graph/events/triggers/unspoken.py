"""unspoken: what somebody should or may say is not said by that: "A should condemn it"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.draft import SPEECH
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import SUBJECTS, auxiliaries, is_passive, with_subject
from graph.model import Sentence, Span

_ADVISED = frozenset({"should"})
_POSSIBLE = frozenset({"may", "might"})
# By these verbs a demand is made; another may be its content: "A should leave".
_DEMANDING = frozenset({"appeal", "ask", "call", "demand", "press", "request", "urge"})


def is_unspoken(event_type: str, sentence: Sentence, trigger: Span) -> bool:
    """Whether an act of speech is only advised, or thought possible of somebody by others.

    Who says that he himself may reject something considers it.
    """
    verb = root_of(sentence, trigger) if event_type in SPEECH - {"Statement"} else None
    if verb is None or verb.pos_ != "VERB" or is_passive(verb):
        return False
    if event_type == "Demand" and verb.lemma_ not in _DEMANDING:
        return False
    doing = verb if auxiliaries(verb) else with_subject(verb)
    helping = auxiliaries(doing)
    return bool(helping & _ADVISED) or (bool(helping & _POSSIBLE) and not _is_of_himself(doing))


def _is_of_himself(verb: Token) -> bool:
    """Whether a pronoun does it, which may mean whoever speaks: "said it might reject the plan"."""
    return any(child.dep_ in SUBJECTS and child.tag_ == "PRP" for child in verb.children)
