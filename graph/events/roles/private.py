"""private: people who hold no office act for nobody but themselves, whatever their nation."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from graph.events.syntax.coordination import first_conjunct, root_of
from graph.model import Form, Mention, Sentence
from graph.within import mentions_within

if TYPE_CHECKING:
    from spacy.tokens import Token

PLURALS = frozenset({"NNS", "NNPS"})
MODIFIERS = frozenset({"amod", "compound", "nmod"})


@cache
def load_private_words() -> Mapping[str, frozenset[str]]:
    """The nouns for private people and aides, and the words that count or single out a people's members."""
    table = tomllib.loads(files("graph.events.roles").joinpath("private.toml").read_text("utf-8"))
    return {kind: frozenset(words) for kind, words in table.items()}


def without_private(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Leaves out the mentions that only tell where private people come from."""
    private = {
        mention
        for sentence, inside in zip(sentences, mentions_within(sentences, mentions), strict=True)
        for mention in inside
        if is_private(sentence, mention)
    }
    return tuple(mention for mention in mentions if mention not in private)


def is_private(sentence: Sentence, mention: Mention) -> bool:
    """Whether a demonym tells only where somebody comes from: "the Chilean banker", "some 900 Danes"."""
    token = root_of(sentence, mention.span) if mention.form is Form.DEMONYM else None
    if token is None:
        return False
    first = first_conjunct(token)
    return _are_some(first) or _modifies_private(first)


def _are_some(token: Token) -> bool:
    some = load_private_words()["some"]
    counted = any(child.dep_ == "nummod" or child.lower_ in some for child in token.children)
    return token.tag_ in PLURALS and counted


def _modifies_private(token: Token) -> bool:
    """Whether a noun for private people stands between the demonym and the end of what it modifies."""
    if token.dep_ not in MODIFIERS:
        return False
    nouns = load_private_words()["nouns"]
    return any(each.lemma_.lower() in nouns for each in token.doc[token.i + 1 : token.head.i + 1])
