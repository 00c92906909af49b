"""indicators: the phrases of a sentence that say what a number measures."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.errors import SchemaError
from graph.figures.units import either
from graph.model import Span

TAKES = frozenset({"money", "change", "rate", "share of GDP", "weight"})


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a number may measure, as `indicators.toml` has it."""

    name: str
    takes: frozenset[str]
    given: bool
    mutual: bool


@dataclass(frozen=True, slots=True)
class Named:
    """A phrase that names an indicator; `span` counts from the sentence's start."""

    span: Span
    indicator: Indicator


def find_indicators(text: str) -> tuple[Named, ...]:
    """Give the indicators that a sentence names, in order, each by its longest phrase."""
    phrases, pattern = _load_phrases()
    return tuple(
        Named(Span(match.start(), match.end()), phrases[" ".join(match.group().lower().split())])
        for match in pattern.finditer(text)
    )


@cache
def load_indicators() -> dict[str, Indicator]:
    """Load the indicators by name."""
    return {
        name: Indicator(name, _takes(name, row), bool(row.get("given")), bool(row.get("mutual")))
        for name, row in _read().items()
    }


def _takes(name: str, row: dict[str, list[str]]) -> frozenset[str]:
    takes = frozenset(row["takes"])
    if unknown := sorted(takes - TAKES):
        raise SchemaError(f"indicators.toml lets {name!r} take {unknown}; it may take {sorted(TAKES)}")
    return takes


@cache
def _load_phrases() -> tuple[dict[str, Indicator], re.Pattern[str]]:
    phrases = {phrase: load_indicators()[name] for name, row in _read().items() for phrase in row["phrases"]}
    return phrases, re.compile(rf"(?<![\w-])(?:{either(phrases)})(?![\w-])", re.IGNORECASE)


@cache
def _read() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("graph.figures").joinpath("indicators.toml").read_text("utf-8"))
