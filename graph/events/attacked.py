"""attacked: who is named as the victim or the scene of an attack is not whom its condemnation is against."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from graph.events.coordination import root_of
from graph.model import Mention, Sentence

# Acts of speech that an attack gives rise to.
REACTIONS = frozenset({"Criticism", "Demand", "Statement", "Support", "Threat"})
_DEEPEST = 12  # steps up the parse


@cache
def load_attacks() -> frozenset[str]:
    """The nouns for violence."""
    return frozenset(
        tomllib.loads(files("graph.events").joinpath("attacked.toml").read_text("utf-8"))["nouns"]
    )


def is_attacked(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention hangs on a noun for violence by a preposition other than "by".

    "The bombing of X's embassy in Y" is against X, in Y; "X's attack" and "an attack by X" are of X.
    """
    token, prepositions = root_of(sentence, mention.span), set[str]()
    for _ in range(_DEEPEST):
        if token is None or token.head.i == token.i or token.pos_ in ("VERB", "AUX"):
            return False
        if token.dep_ == "prep":
            prepositions.add(token.lower_)
        token = token.head
        if token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in load_attacks():
            return bool(prepositions) and "by" not in prepositions
    return False
