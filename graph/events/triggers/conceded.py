"""conceded: who agrees that something is so shares a view, and has agreed on nothing."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import FINITE, auxiliaries
from graph.model import Sentence, Span

_AGREEING = frozenset({"agree", "concur"})
_PERFECT = frozenset({"had", "has", "have", "'ve", "’ve"})
# Of what is said to be so there is a verb that asks for nothing: "that the plan is good".
_BEING = frozenset({"be", "remain"})


def is_conceded(event_type: str, sentence: Sentence, trigger: Span) -> bool:
    """Whether those who agree only say how something is or was: "agreed that the plan is sound"."""
    verb = root_of(sentence, trigger) if event_type == "Agreement" else None
    if verb is None or verb.lemma_.lower() not in _AGREEING:
        return False
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i]
    return bool(clauses) and all(_is_so(each) for each in clauses)


def _is_so(verb: Token) -> bool:
    """Whether a clause tells how something is, or what has happened; "that talks be held" asks for it."""
    helping = auxiliaries(verb)
    if helping:
        return helping <= _PERFECT and verb.tag_ == "VBN"
    is_ahead = any(child.dep_ == "xcomp" and "to" in auxiliaries(child) for child in verb.children)
    return not is_ahead and verb.lemma_ in _BEING and verb.tag_ in FINITE
