"""body_keys: variants of the name of a country's body compare equal by what they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.linking.gazetteer import Gazetteer
from graph.linking.known import Known
from graph.model import EntityType
from graph.names.words import split_words

_FOREIGN_MINISTRIES = ({"foreign", "office"}, {"mfa"}, {"mofa"})
SMALL = frozenset({"the", "of", "s", "and", "&", "for", "on", "in", "to"})


@dataclass(frozen=True, slots=True)
class BodyKey:
    """A body of a country: ("RUS", {"foreign", "ministry"}); `owner` is None where the name does not tell."""

    owner: str | None
    words: frozenset[str]


FOREIGN_MINISTRY = BodyKey(None, frozenset({"foreign", "ministry"}))


def body_key(text: str, gazetteer: Gazetteer) -> BodyKey:
    """Return what a body's name says: "Iran's Foreign Ministry" as "Ministry of Foreign Affairs of Iran".

    What else a foreign ministry is in charge of ("and Regional Integration") is left out.
    """
    owner, rest = _parted(text, gazetteer)
    return BodyKey(owner, FOREIGN_MINISTRY.words if _has_further_field(rest) else _content(rest))


def further_field(text: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the words of a foreign ministry's name if it has another field: "and Regional Integration"."""
    _, rest = _parted(text, gazetteer)
    return _content(rest) if _has_further_field(rest) else frozenset()


def _has_further_field(words: list[str]) -> bool:
    return words[:4] == ["ministry", "of", "foreign", "affairs"] and words[4:5] in (["and"], ["&"], [","])


def _parted(text: str, gazetteer: Gazetteer) -> tuple[str | None, list[str]]:
    """Return the state in a body's name, and the folded words beside it."""
    words, owner, rest, at = split_words(text), None, list[str](), 0
    while at < len(words):
        found = gazetteer.longest_at(words, at, text)
        state = _state(tuple(name.known for name in found.names)) if found else None
        if found and state and (owner is None or owner == state):
            owner, at = state, found.end
        else:
            rest.append(words[at].folded)
            at += 1
    return owner, rest


@cache
def load_further_fields(gazetteer: Gazetteer) -> Mapping[frozenset[str], frozenset[str]]:
    """Return the states whose foreign ministries are in charge of more, by the words of their names."""
    states: defaultdict[frozenset[str], set[str]] = defaultdict(set)
    for known in gazetteer.entities:
        if known.type is EntityType.GOVERNMENT_BODY and known.country:
            for name in (known.name, *known.aliases, *known.other_names):
                states[further_field(name, gazetteer)].add(known.country)
    return {words: frozenset(codes) for words, codes in states.items() if words}


@cache
def load_body_keys(gazetteer: Gazetteer) -> Mapping[BodyKey, Known]:
    """Return the known bodies of countries by what their names say."""
    bodies: dict[BodyKey, Known] = {}
    for known in gazetteer.entities:
        if known.type is EntityType.GOVERNMENT_BODY and known.country:
            for name in (known.name, *known.aliases):
                key = body_key(name, gazetteer)
                if key.owner in {known.country, None} and key.words:
                    bodies.setdefault(BodyKey(known.country, key.words), known)
    return bodies


def _state(bearers: tuple[Known, ...]) -> str | None:
    for known in bearers:
        if known.type is EntityType.COUNTRY or known.kind == "capital":
            return known.country
    return None


def _content(words: list[str]) -> frozenset[str]:
    content = {word.replace("defense", "defence") for word in words if word not in SMALL and word.isalnum()}
    if content in _FOREIGN_MINISTRIES:
        content = {"foreign", "ministry"}
    if "affairs" in content and len(content) > 2:
        content.discard("affairs")
    return frozenset(content)
