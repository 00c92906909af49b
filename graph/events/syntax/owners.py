"""owners: whose something is: "the economy of A", "A's economy", "the A economy"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

# How the parse hangs an owner on what it has: "A's embassy", "the A embassy".
OWNERS = frozenset({"amod", "compound", "nmod", "poss"})


def with_owners(word: Token) -> Iterator[int]:
    """The numbers of a word, of those joined to it and of whom they belong to."""
    for each in (word, *word.conjuncts):
        yield each.i
        yield from (child.i for child in each.children if child.dep_ in OWNERS)
        yield from (child.i for of in each.children if of.lower_ == "of" for child in of.children)
