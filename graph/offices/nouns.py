"""nouns: the words that make up titles of office and descriptions, by what they tell."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

# Kinds of nouns that are offices: of a state first, or of a body first.
STATE_OFFICE, BODY_OFFICE = "state office", "body office"
OFFICES = frozenset({STATE_OFFICE, BODY_OFFICE})
# Kinds of nouns that are states, or may be.
STATES = frozenset({"country", "side"})
_HEADS = frozenset({"head of state", "head of government"})
# What stands before a title and its owners.
DETERMINERS = frozenset({"the", "a", "an", "this", "that", "both", "some"})
POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our", "whose"})
# Titles that leave open which office it is.
VAGUE = frozenset({"leader", "head", "chief", "boss", "diplomat", "minister", "secretary", "envoy", "ruler"})

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Nouns:
    """The words of `offices.toml` and `descriptions.toml`.

    `heads` gives each noun's kind, `openings` are the first words of these nouns.
    """

    heads: Mapping[tuple[str, ...], str]
    openings: frozenset[str]
    kept: Words
    dropped: Words
    same: Mapping[str, str]
    owned: Mapping[str, str]
    unions: Mapping[str, list[str]]
    shared: Mapping[str, Words]
    services: Words
    crowns: Mapping[str, Words]
    lacking: Mapping[str, Words]
    honorifics: Words
    verbs: Mapping[str, str]
    appointing: Words
    becoming: Words
    away: Words
    named: Mapping[str, Words]
    offices: Mapping[str, Words]
    classes: Mapping[str, str]
    adorning: Words
    located: Words
    backed: Words
    partisan: Words
    members: Words
    heading: Words
    talking: Words
    others: Words
    partial: Words
    gatherings: Words
    coups: Words
    broad: Words
    organs: Words
    deeds: Mapping[str, Words]
    states: Mapping[str, Words]


def is_head(role: str) -> bool:
    """Tell whether an office is that of a head of state or government."""
    return load_nouns().classes.get(role) in _HEADS


@cache
def load_nouns() -> Nouns:
    """Read the words that make up titles and descriptions."""
    titles, descriptions = _read("offices.toml"), _read("descriptions.toml")
    heads = {**_heads(descriptions), **_heads(titles)}
    return Nouns(
        heads=heads,
        openings=frozenset(noun[0] for noun in heads),
        kept=frozenset(titles["modifiers"]["kept"]),
        dropped=frozenset(titles["modifiers"]["dropped"]),
        same=titles["same"],
        owned=titles["owned"],
        unions=titles["unions"],
        shared=_sets(titles["shared"]),
        services=frozenset(titles["services"]["words"]),
        crowns=_sets(titles["crowns"]),
        lacking=_sets(titles["lacking"]),
        honorifics=frozenset(titles["honorifics"]["words"]),
        verbs=titles["verbs"],
        appointing=frozenset(titles["appointing"]["words"]),
        becoming=frozenset(titles["becoming"]["words"]),
        away=frozenset(titles["away"]["nouns"]),
        named=_sets(descriptions["named"]),
        offices=_sets(descriptions["offices"]),
        classes=descriptions["classes"],
        adorning=frozenset(descriptions["adorning"]["words"]),
        located=frozenset(descriptions["located"]["nouns"]),
        backed=frozenset(descriptions["backed"]["words"]),
        partisan=frozenset(descriptions["partisan"]["words"]),
        members=frozenset(descriptions["members"]["nouns"]),
        heading=frozenset(descriptions["heading"]["nouns"]),
        talking=frozenset(descriptions["talking"]["nouns"]),
        others=frozenset(descriptions["others"]["nouns"]),
        partial=frozenset(descriptions["partial"]["words"]),
        gatherings=frozenset(descriptions["gatherings"]["words"]),
        coups=frozenset(descriptions["coups"]["words"]),
        organs=frozenset(descriptions["heads"]["organ"]),
        broad=frozenset(descriptions["broad"]["nouns"]),
        states=_sets(descriptions["states"]),
        deeds=_sets(descriptions["deeds"]),
    )


def singular(word: str) -> str:
    """Cut the plural ending off an English noun."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("graph.offices").joinpath(name).read_text("utf-8"))


def _heads(table: Mapping[str, Any]) -> dict[tuple[str, ...], str]:
    return {tuple(noun.split()): kind for kind, nouns in table["heads"].items() for noun in nouns}


def _sets(table: Mapping[str, list[str]]) -> dict[str, Words]:
    return {key: frozenset(words) for key, words in table.items()}
