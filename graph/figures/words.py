"""words: the verbs and nouns that tie numbers to what they measure."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Words:
    """What `verbs.toml` says: sets of lemmas, and the verbs that name an indicator themselves."""

    level: frozenset[str]
    rise: frozenset[str]
    fall: frozenset[str]
    bring: frozenset[str]
    rise_nouns: frozenset[str]
    fall_nouns: frozenset[str]
    measures: frozenset[str]
    parcels: frozenset[str]
    names: Mapping[str, str]
    planned: frozenset[str]
    proposed: frozenset[str]
    reporting: frozenset[str]
    promising: frozenset[str]

    def sign_of_verb(self, lemma: str) -> int:
        """1 for a verb of growth, -1 for one of decline, else 0."""
        return (lemma in self.rise) - (lemma in self.fall)

    def sign_of_noun(self, lemma: str) -> int:
        """1 for a noun of growth, -1 for one of decline, else 0."""
        return (lemma in self.rise_nouns) - (lemma in self.fall_nouns)


@cache
def load_words() -> Words:
    """Load the words."""
    table = tomllib.loads(files("graph.figures").joinpath("verbs.toml").read_text("utf-8"))
    names, status = table.pop("names"), table.pop("status")
    return Words(names=names, **{name: frozenset(lemmas) for name, lemmas in {**table, **status}.items()})
