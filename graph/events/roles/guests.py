"""guests: who comes at the invitation of others, where the parse joins him to them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of, roots_of
from graph.events.syntax.governors import has_subject, verb_of
from graph.model import Form, Mention, Sentence, Span

_AT = frozenset({"at", "on", "upon"})
_JOINED = frozenset({"appos", "conj"})


def guests(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> list[Token]:
    """The words for the subject that a verb has lost: B in "at the invitation of A, B, an envoy, came".

    It begins at the first name behind a comma.
    """
    verb = verb_of(root_of(sentence, trigger))
    inviting = _inviting(verb) if verb is not None and not has_subject(verb) else None
    if inviting is None:
        return []
    named = [each for each in mentions if each.form is Form.NAME]
    names = {root.i for root in roots_of(sentence, named).values() if _is_behind_comma(root)}
    joined = (each for each in inviting.subtree if each.dep_ in _JOINED)
    return list(dropwhile(lambda each: each.i not in names, joined))


def _inviting(verb: Token) -> Token | None:
    """The word for who invites, where a verb begins with it: "at the invitation of A"."""
    ways = (each for way in verb.lefts if way.lower_ in _AT for each in way.children)
    by = (each for noun in ways if noun.lemma_ == "invitation" for each in noun.rights)
    return next((noun for each in by if each.lower_ == "of" for noun in each.children), None)


def _is_behind_comma(token: Token) -> bool:
    first = token.left_edge.i
    return first > 0 and token.doc[first - 1].text == ","
