"""helping: who only helps others to agree: "signed after talks in which A served as guarantor"."""

from __future__ import annotations

from graph.events.roles.bystanders import head_of_title
from graph.events.syntax.coordination import first_conjunct, root_of
from graph.model import Mention, Sentence

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SERVING = frozenset({"act", "function", "serve"})
_HELPERS = frozenset({"broker", "facilitator", "guarantor", "intermediary", "mediator", "observer"})


def only_helps(sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody only helps others to an end: "A served as guarantor", "with A and B as mediators"."""
    root = root_of(sentence, mention.span)
    if root is None:
        return False
    token = first_conjunct(head_of_title(root))
    is_subject = token.dep_ in _SUBJECTS and token.head.lemma_ in _SERVING
    is_with = token.dep_ == "pobj" and token.head.lower_ == "with"
    above = (token.head,) if is_subject else (token, token.head, token.head.head) if is_with else ()
    as_what = (prep for each in above for prep in each.children if prep.lower_ == "as" and prep.i > token.i)
    return any(noun.lemma_ in _HELPERS for prep in as_what for noun in prep.children)
