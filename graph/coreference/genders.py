"""genders: whether a person is a man or a woman, as far as titles and given names tell."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from graph.model import Entity, EntityType
from graph.names.words import fold_name
from graph.offices.line import Word

MALE, FEMALE = "male", "female"


@cache
def load_gendered_words() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """Read the titles and given names of men and of women, in that order."""
    table = tomllib.loads(files("graph.coreference").joinpath("genders.toml").read_text("utf-8"))
    return {kind: (frozenset(words[MALE]), frozenset(words[FEMALE])) for kind, words in table.items()}


def find_genders(lines: Sequence[Sequence[Word]], entities: Sequence[Entity]) -> dict[int, str]:
    """Tell of each person, where it can be told, whether a man or a woman: by title, or by given name."""
    gendered = load_gendered_words()
    genders: dict[int, str] = {}
    for words in lines:
        for before, word in pairwise(words):
            mention = word.mention
            if mention and mention.type is EntityType.PERSON and len(mention.entities) == 1:
                gender = _of(before.lower, gendered["titles"])
                if gender:
                    genders.setdefault(mention.entities[0], gender)
    for index, entity in enumerate(entities):
        names = fold_name(entity.name) if entity.type is EntityType.PERSON else ()
        gender = _of(names[0], gendered["given_names"]) if len(names) > 1 else None
        if gender:
            genders.setdefault(index, gender)
    return genders


def _of(word: str, words: tuple[frozenset[str], frozenset[str]]) -> str | None:
    male, female = words
    return MALE if word in male else FEMALE if word in female else None
