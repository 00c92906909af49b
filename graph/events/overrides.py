"""overrides: phrases that mean an event whatever the model says."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


def announced_by(item: str) -> str | None:
    """The class of event that an item of a list tells by its first words, or None."""
    return next((event_type for pattern, event_type in _load_items() if pattern.match(item)), None)


@cache
def _load_items() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = tomllib.loads(files("graph.events").joinpath("overrides.toml").read_text("utf-8"))["item"]
    return tuple((_beginning(row["begins"]), row["type"]) for row in rows)


def _beginning(phrases: list[str]) -> re.Pattern[str]:
    either = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?:an?\s+|the\s+)?(?:{either})\b", re.IGNORECASE)
