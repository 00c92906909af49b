"""overrides: phrases that mean an event whatever the model says."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Announcement:
    """What an item of a list tells by its first words: the class of event, and the value of its attribute."""

    type: str
    attribute: str | None
    pattern: re.Pattern[str]


def announced_by(item: str) -> Announcement | None:
    """What an item of a list tells by its first words, or None."""
    return next((found for found in _load_announcements() if found.pattern.match(item)), None)


@cache
def _load_announcements() -> tuple[Announcement, ...]:
    rows = tomllib.loads(files("graph.events").joinpath("overrides.toml").read_text("utf-8"))["item"]
    return tuple(Announcement(row["type"], row.get("attribute"), _beginning(row["begins"])) for row in rows)


def _beginning(phrases: list[str]) -> re.Pattern[str]:
    either = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?:an?\s+|the\s+)?(?:{either})\b", re.IGNORECASE)
