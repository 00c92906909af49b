"""units: the currencies, scales and number words that amounts are written in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Units:
    """What `units.toml` says: words to numbers, and the signs and names of currencies to ISO 4217 codes.

    `shared` holds for a name that several countries use the code of each country, and the `default`.
    """

    scales: Mapping[str, int]
    numbers: Mapping[str, int]
    before: Mapping[str, str]
    always: Mapping[str, str]
    shared: Mapping[str, Mapping[str, str]]
    weights: Mapping[str, str]

    def currency(self, sign: str, countries: Iterable[str]) -> str | None:
        """The code of a currency's sign or name, where the text names these countries; None in doubt."""
        word = " ".join(sign.split())
        code = self.before.get(word) or self.always.get(word.lower())
        if code is not None:
            return code
        users = self.shared.get(word.lower().rstrip("."), {})
        named = {users[country] for country in countries if country in users}
        return named.pop() if len(named) == 1 else (users.get("default") or None) if not named else None


@cache
def load_units() -> Units:
    """Load the units."""
    return Units(**tomllib.loads(files("graph.figures").joinpath("units.toml").read_text("utf-8")))


def either(words: Iterable[str]) -> str:
    """Give a pattern for any of the words, the longest first, any white space for a space."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
