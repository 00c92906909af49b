"""coordination: which mentions of a sentence stand in one list ("A, B and C")."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graph.model import Mention, Sentence

# How the parse hangs the later members of a list on its first, and a name on the title before it.
_LINKS = frozenset({"conj", "appos"})
_LONGEST = 30


def coordinated(sentence: Sentence, mentions: Sequence[Mention]) -> dict[Mention, int]:
    """The list that each mention stands in, as the number of the word that heads the list."""
    return {mention: _first(root).i for mention in mentions if (root := _root(sentence, mention)) is not None}


def _root(sentence: Sentence, mention: Mention) -> Token | None:
    start, end = mention.span.start - sentence.offset, mention.span.end - sentence.offset
    span = sentence.tokens.doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None else None


def _first(token: Token) -> Token:
    """The head of the list: up over conjuncts and appositions, and from a title's word to the name's list."""
    for _ in range(_LONGEST):
        if token.dep_ not in _LINKS or token.head.i == token.i:
            break
        token = token.head
    return token
