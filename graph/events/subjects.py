"""subjects: whose verb a mention is the subject of, and which verb a trigger belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graph.events.coordination import root_of
from graph.model import Mention, Sentence, Span

_VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_DEEPEST = 12  # steps up the parse


def acts_elsewhere(sentence: Sentence, mention: Mention, trigger: Span, rivals: Sequence[Span]) -> bool:
    """Whether a mention is the subject of a rival trigger's verb, the trigger's own verb having another.

    In "A and B agreed on a plan, and C exchanged papers with D", C does not agree.
    """
    own, theirs = verb_of(root_of(sentence, trigger)), _subject_of(root_of(sentence, mention.span))
    if own is None or theirs is None or theirs.i == own.i or not _has_subject(own):
        return False
    verbs = (verb_of(root_of(sentence, rival)) for rival in rivals)
    return any(verb is not None and verb.i == theirs.i for verb in verbs)


def share_verb(sentence: Sentence, one: Span, other: Span) -> bool:
    """Whether two triggers belong to one verb: "signed an agreement and a protocol"."""
    verbs = [verb_of(root_of(sentence, span)) for span in (one, other)]
    return verbs[0] is not None and verbs[1] is not None and verbs[0].i == verbs[1].i


def verb_of(token: Token | None) -> Token | None:
    """The verb that the word is, or hangs on as its object."""
    for _ in range(_DEEPEST):
        if token is None or token.pos_ in _VERBS:
            return token
        token = token.head if token.head.i != token.i else None
    return None


def _subject_of(token: Token | None) -> Token | None:
    """The verb whose subject the word is, or is a part of."""
    for _ in range(_DEEPEST):
        if token is None or token.pos_ in _VERBS:
            return None
        if token.dep_ in _SUBJECTS:
            return token.head
        token = token.head if token.head.i != token.i else None
    return None


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)
