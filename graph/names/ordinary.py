"""ordinary: words that are seldom names, though they may be written with a capital."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from graph.names.words import fold


@cache
def load_ordinary_words() -> frozenset[str]:
    """Return the ordinary words, folded."""
    table = tomllib.loads(files("graph.names").joinpath("ordinary.toml").read_text("utf-8"))
    return frozenset(fold(word) for text in table.values() for word in text.split())


def is_ordinary(folded: str) -> bool:
    """Tell whether a folded word, or the singular that its plural s hides, is ordinary."""
    words = load_ordinary_words()
    return folded in words or (folded.endswith("s") and folded[:-1] in words) or folded.isdigit()
