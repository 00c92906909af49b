"""spellings: the names of known people by their sound, however they are written in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from graph.linking.gazetteer import Gazetteer
from graph.linking.known import Known
from graph.model import EntityType
from graph.names.words import fold_name

# Ways to write one sound; the later see what the earlier made.
SOUNDS = tuple(
    (re.compile(written), sound)
    for written, sound in (
        ("^m[ou]hamm?[ae]d$", "mohamad"),
        ("kh|gh(?=[aeiou])", "h"),
        ("zh|dzh|dj", "j"),
        ("ph", "f"),
        ("th", "t"),
        ("ck|q", "k"),
        ("w", "v"),
        ("ou|oo", "u"),
        ("^[yi]e", "e"),
        ("(?<=[aeiou])[yi]e", "e"),
        ("i?y+$|ii$", "i"),
        ("y", "i"),
        (r"(.)\1", r"\1"),
    )
)


def sound_key(name: str) -> str:
    """Return what the spellings of a name have in common: Anthony and Antony, Yermek and Ermek."""
    return " ".join(_sound(word) for word in fold_name(name) if word.isalpha())


@cache
def load_spellings(gazetteer: Gazetteer) -> Mapping[str, tuple[Known, ...]]:
    """Return the known people by the sound of their names."""
    people: dict[str, dict[Known, None]] = {}
    for known in gazetteer.entities:
        if known.type is EntityType.PERSON:
            for name in (known.name, *known.aliases):
                if " " in name:
                    people.setdefault(sound_key(name), {})[known] = None
    return {key: tuple(bearers) for key, bearers in people.items()}


@lru_cache(maxsize=16384)
def _sound(word: str) -> str:
    for written, sound in SOUNDS:
        word = written.sub(sound, word)
    return word
