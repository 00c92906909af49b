"""topic: a noun becomes the indicator that it names, alone or with a noun that says no more than how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of
from graph.figures.indicators import Indicator, Named
from graph.figures.parse import VERBS, objects_of
from graph.figures.words import load_words
from graph.model import Sentence, Span

Heads = Mapping[int, Indicator]


@dataclass(frozen=True, slots=True)
class Topic:
    """What is measured, the word that heads its phrase, and 1 or -1 where a noun has it grow or fall."""

    indicator: Indicator
    noun: Token
    change: int = 0


def heads_of(sentence: Sentence, named: Sequence[Named]) -> dict[int, Indicator]:
    """The indicators by the number of the word that heads their phrase."""
    start = sentence.span.start
    roots = [root_of(sentence, Span(start + each.span.start, start + each.span.end)) for each in named]
    return {
        root.i: each.indicator
        for root, each in zip(roots, named, strict=True)
        if root is not None and root.pos_ not in VERBS
    }


def topic_of(token: Token | None, heads: Heads) -> Topic | None:
    """What a noun says is measured: "trade", "the volume of trade", "an aid package", "a rise in exports"."""
    if token is None:
        return None
    if token.i in heads:
        return Topic(heads[token.i], token, _change_above(token))
    words, lemma = load_words(), token.lemma_.lower()
    change = words.sign_of_noun(lemma)
    for other in _named_by(token):
        indicator = heads.get(other.i)
        if indicator is not None and (change or _says_no_more(lemma, indicator)):
            return Topic(indicator, token, change)
    return None


def _named_by(token: Token) -> list[Token]:
    """The nouns that say of what a noun is the volume or the growth."""
    inside = [child for child in token.children if child.dep_ in {"compound", "amod", "nmod", "poss"}]
    return [*inside, *objects_of(token, "of", "in", "for")]


def _says_no_more(lemma: str, indicator: Indicator) -> bool:
    words = load_words()
    return lemma in words.measures or (indicator.given and lemma in words.parcels)


def _change_above(token: Token) -> int:
    """Whether the noun is what grew or fell: "an increase in trade of 12 per cent"."""
    if token.dep_ != "pobj" or token.head.lower_ not in {"in", "of"}:
        return 0
    return load_words().sign_of_noun(token.head.head.lemma_.lower())
