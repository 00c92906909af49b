"""parse: ways along the parse of a sentence, shared by what ties numbers to nouns and to verbs."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

VERBS = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
_RELATIVE = frozenset({"which", "that", "who"})
_DEEPEST = 8  # steps up the parse


def objects_of(token: Token, *prepositions: str) -> Iterator[Token]:
    """The nouns that hang on a word by one of the prepositions."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in prepositions:
            yield from (noun for noun in child.children if noun.dep_ == "pobj")


def subject_of(verb: Token) -> Token | None:
    """The verb's subject, also where another verb lends it: "plans to raise", "which reached"."""
    token = verb
    for _ in range(_DEEPEST):
        own = next((child for child in token.children if child.dep_ in SUBJECTS), None)
        if own is not None and own.lower_ not in _RELATIVE:
            return own
        if token.dep_ in {"relcl", "acl"} and token.head.pos_ not in VERBS:
            return token.head
        if token.dep_ not in {"xcomp", "conj", "advcl", "pcomp", "ccomp"} or own is not None:
            return None
        token = token.head
    return None


def object_of(verb: Token) -> Token | None:
    """The verb's direct object."""
    return next((child for child in verb.children if child.dep_ in OBJECTS), None)


def verb_above(token: Token) -> Token | None:
    """The nearest verb that a word hangs on, or is."""
    for _ in range(2 * _DEEPEST):
        if token.pos_ in VERBS:
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None
