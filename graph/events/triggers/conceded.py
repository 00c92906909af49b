"""conceded: who agrees or insists that something is so shares a view or holds it, and no more."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import FINITE, auxiliaries
from graph.model import Sentence, Span

_AGREEING = frozenset({"agree", "concur"})
_PERFECT = frozenset({"had", "has", "have", "'ve", "’ve"})
# With one of these a clause is what somebody holds, not what he wants: "insists that it will stay".
_HOLDING = frozenset({"can", "could", "did", "do", "does", "will", "would", "'ll", "’ll"})
_IS = frozenset({"am", "are", "is", "was", "were"})
# Of what is said to be so there is a verb that asks for nothing: "that the plan is good".
_BEING = frozenset({"be", "remain"})


def is_conceded(event_type: str, sentence: Sentence, trigger: Span) -> bool:
    """Whether somebody only says how something is: "agreed that the plan is sound", "insists that it is"."""
    verb = root_of(sentence, trigger)
    word = verb.lemma_.lower() if verb is not None else ""
    is_view = event_type == "Agreement" and word in _AGREEING
    if verb is None or not (is_view or (event_type == "Demand" and word == "insist")):
        return False
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i]
    return bool(clauses) and all(_is_so(each) or (not is_view and _is_held(each)) for each in clauses)


def _is_so(verb: Token) -> bool:
    """Whether a clause tells how something is, or what has happened; "that talks be held" asks for it."""
    helping = auxiliaries(verb)
    if helping:
        return helping <= _PERFECT and verb.tag_ == "VBN"
    is_ahead = any(child.dep_ == "xcomp" and "to" in auxiliaries(child) for child in verb.children)
    return not is_ahead and verb.lemma_ in _BEING and verb.tag_ in FINITE


def _is_held(verb: Token) -> bool:
    """Whether a clause tells what somebody does or will do; "that they go", "that he is freed" ask for it."""
    helping, deps = auxiliaries(verb), {child.dep_ for child in verb.children}
    is_doing = verb.tag_ == "VBG" and not helping.isdisjoint(_IS)
    return is_doing or {"auxpass", "neg"} <= deps or not helping.isdisjoint(_HOLDING)
