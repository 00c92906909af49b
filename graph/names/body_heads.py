"""body_heads: the words that head the names of ministries, agencies, companies and places."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.linking.gazetteer import Found
from graph.model import EntityType
from graph.names.person_names import PORTFOLIOS, is_in_title
from graph.names.worded import Worded
from graph.names.words import fold

Key = tuple[str, ...]
# What is signed has the name of its matter: the Economic Partnership and Association Agreement.
PAPERS = frozenset({"accord", "accords", "agreement", "agreements", "pact", "protocol", "treaty"})


@dataclass(frozen=True, slots=True)
class Heads:
    """The words of `bodies.toml`: the types that heads show, or words beside a name; what names no entity.

    Those of `small` are heads that are written small; `openings` are the first words of both.
    """

    types: Mapping[Key, EntityType]
    small: Mapping[Key, EntityType]
    before: Mapping[Key, EntityType]
    after: Mapping[Key, EntityType]
    behind: Mapping[Key, EntityType]
    nothing: frozenset[str]
    openings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Headed:
    """A line in which a head stands, from `first` to `last` (excluded), and the known names in the line."""

    line: Worded
    key: Key
    first: int
    last: int
    known: Mapping[int, Found]

    @property
    def is_small(self) -> bool:
        """Whether the head is written without a capital."""
        return not self.line.words[self.last - 1].capital


@cache
def load_heads() -> Heads:
    """Return the words that head the names of bodies and places."""
    table = tomllib.loads(files("graph.names").joinpath("bodies.toml").read_text("utf-8"))
    nothing = frozenset(map(fold, table.pop("nothing")))
    kinds = ("heads", "small", "before", "after", "behind")
    types, small, before, after, behind = (_by_words(table, kind) for kind in kinds)
    openings = frozenset(key[0] for key in (*types, *small))
    return Heads(types, small, before, after, behind, nothing, openings)


def _by_words(table: dict[str, dict[str, list[str]]], kind: str) -> dict[Key, EntityType]:
    return {
        tuple(map(fold, head.split())): EntityType(name)
        for name in reversed(table)
        for head in table[name].get(kind, ())
    }


def headed_at(line: Worded, index: int, known: Mapping[int, Found]) -> Headed | None:
    """Return the longest head that begins at a word, unless it belongs to a title or to another noun."""
    heads = load_heads()
    if index >= len(line.words) or line.words[index].folded not in heads.openings:
        return None
    for length in (4, 3, 2, 1):
        words = line.words[index : index + length]
        key = tuple(word.folded for word in words)
        if len(words) < length:
            continue
        if (key in heads.types and all(word.capital for word in words)) or key in heads.small:
            headed = Headed(line, key, index, index + length, known)
            return None if is_in_title(line, index) or _is_of_another_noun(headed) else headed
    return None


def _is_of_another_noun(headed: Headed) -> bool:
    """Tell whether a head only says of what kind a noun is: the Oil Minister, the Association Agreement."""
    line, end = headed.line, headed.last
    if line.is_titled or headed.is_small or end >= len(line.words) or not line.joined(end - 1):
        return False
    word = line.words[end]
    is_field = load_heads().types.get(headed.key) is EntityType.COMPANY and word.folded in PORTFOLIOS
    return is_field or (word.capital and word.folded in PAPERS)


def is_portfolio(headed: Headed, start: int) -> bool:
    """Tell whether a head ends what a minister is in charge of: the Minister for Trade and Administration."""
    words, at = headed.line.words, start - 1
    at -= at > 0 and words[at].folded == "the"
    is_charge = (
        at > 0 and words[at].text in {"of", "for"} and words[at - 1].folded in {"minister", "ministers"}
    )
    return is_charge and "and" in {word.text for word in words[start : headed.first]}
