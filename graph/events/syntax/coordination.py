"""coordination: which mentions of a sentence stand in one list ("A, B and C")."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from spacy.tokens import Token

from graph.model import EntityType, Mention, Sentence, Span

# How the parse hangs the later members of a list on its first, and a name on the title before it.
_LINKS = frozenset({"conj", "appos"})
_LONGEST = 30


def coordinated(sentence: Sentence, mentions: Sequence[Mention]) -> dict[Mention, int]:
    """The list that each mention stands in, as the number of the word that heads the list."""
    return {
        mention: _first(root, is_person=mention.type is EntityType.PERSON).i
        for mention, root in roots_of(sentence, mentions).items()
    }


def root_of(sentence: Sentence, span: Span) -> Token | None:
    """The word on which the rest of a span hangs."""
    doc = sentence.tokens.doc
    start, end = span.start - sentence.offset, span.end - sentence.offset
    # Asked again and again of the same names, and dear; by number, as a token would keep its document alive
    roots: dict[tuple[int, int], int | None] = doc.user_data.setdefault("roots", {})
    if (start, end) not in roots:
        tokens = doc.char_span(start, end, alignment_mode="expand")
        roots[start, end] = tokens.root.i if tokens is not None else None
    root = roots[start, end]
    return doc[root] if root is not None else None


def roots_of(sentence: Sentence, mentions: Iterable[Mention]) -> dict[Mention, Token]:
    """The word on which the rest of each mention hangs."""
    found = ((mention, root_of(sentence, mention.span)) for mention in mentions)
    return {mention: root for mention, root in found if root is not None}


def rooted_at(words: Container[int], sentence: Sentence, mentions: Iterable[Mention]) -> frozenset[Mention]:
    """The mentions that hang on one of some words, given by their numbers."""
    return frozenset(mention for mention, root in roots_of(sentence, mentions).items() if root.i in words)


def root_at(sentence: Sentence, start: int, end: int) -> Token | None:
    """The word on which the rest of a stretch hangs that is counted from the beginning of its sentence."""
    return root_of(sentence, Span(sentence.span.start + start, sentence.span.start + end))


def upwards(token: Token | None) -> Iterator[Token]:
    """A word, what it hangs on, and so on to the root of its sentence, which is not one of them."""
    for _ in range(_LONGEST):
        if token is None or token.head.i == token.i:
            return
        yield token
        token = token.head


def first_conjunct(token: Token) -> Token:
    """The first of the words that "and" or commas join with a word."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token


def _first(token: Token, *, is_person: bool) -> Token:
    """The head of the list: up over conjuncts and appositions, and from a person to the title before.

    "The director of A Adam Aron and the head of B Boris Bek" is a list of titles, the names under them; "Adam
    Aron of A and Boris Bek of B" is one of people.
    """
    for _ in range(_LONGEST):
        titled = is_person and token.dep_ == "pobj" and token.head.lower_ == "of"
        if titled and token.head.head.pos_ in {"NOUN", "PROPN"}:
            token = token.head.head
        elif token.dep_ in _LINKS and token.head.i != token.i:
            token = token.head
        else:
            break
    return token


def with_conjuncts(words: Iterable[Token]) -> set[int]:
    """The numbers of words and of those that are joined to them."""
    return {token.i for each in words for token in (each, *each.conjuncts)}
