"""helping: who only helps others to agree: "signed after talks in which A served as guarantor"."""

from __future__ import annotations

from graph.events.roles.bystanders import head_of_title
from graph.events.syntax.coordination import first_conjunct, root_of
from graph.events.syntax.governors import SUBJECTS, verb_of, with_subject
from graph.model import Mention, Sentence, Span

_SERVING = frozenset({"act", "function", "serve"})
_HELPERS = frozenset({"broker", "facilitator", "guarantor", "intermediary", "mediator", "observer"})


def only_helps(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether somebody only helps others to an end: "A served as guarantor", "with A and B as mediators".

    Who "served as guarantor and signed a deal with B" is a party to that.
    """
    root, verb = root_of(sentence, mention.span), verb_of(root_of(sentence, trigger))
    if root is None:
        return False
    token = first_conjunct(head_of_title(root))
    is_own = verb is not None and with_subject(verb).i == token.head.i != verb.i
    is_subject = token.dep_ in SUBJECTS and token.head.lemma_ in _SERVING and not is_own
    is_with = token.dep_ == "pobj" and token.head.lower_ == "with"
    above = (token.head,) if is_subject else (token, token.head, token.head.head) if is_with else ()
    as_what = (prep for each in above for prep in each.children if prep.lower_ == "as" and prep.i > token.i)
    return any(noun.lemma_ in _HELPERS for prep in as_what for noun in prep.children)
