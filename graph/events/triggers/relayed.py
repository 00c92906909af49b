"""relayed: a medium that reports what somebody said says nothing itself: "A said it was over, B reported"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.roles.attribution import load_claims
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import has_subject
from graph.model import Sentence, Span

_BESIDE = frozenset({"ccomp", "parataxis"})
_POINTING = frozenset({"point"})  # out


def is_relayed(event_type: str, sentence: Sentence, trigger: Span) -> bool:
    """Whether a statement is only that something was reported which another is told to have said."""
    verb = root_of(sentence, trigger) if event_type == "Statement" else None
    if verb is None or verb.lemma_ != "report" or not has_subject(verb):
        return False
    reports_more = any(child.dep_ == "dobj" for child in verb.children)
    return not reports_more and any(map(_is_said, _before(verb)))


def _before(verb: Token) -> list[Token]:
    """The words before a verb under it, or under the one beside which it stands."""
    top = verb.head if verb.dep_ in _BESIDE else verb
    return [word for word in top.subtree if word.i < verb.i]


def _is_said(word: Token) -> bool:
    return word.pos_ == "VERB" and has_subject(word) and word.lemma_ in load_claims().reporting | _POINTING
