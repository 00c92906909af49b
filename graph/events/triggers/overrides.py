"""overrides: phrases that mean an event whatever the model says."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.model import Status

# "$4.2bn", "€84m", "Rs 500 crore", "30 tonnes"
_SUM = re.compile(r"\d\S*\s?(?:[kmb]n?\b|million|billion|crore|lakh|tonnes?|tons)|[$€£¥]\s?\d", re.IGNORECASE)

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Announcement:
    """What an item of a list tells by its first words, or by the words that lead in to its list.

    `attribute` and `status` are None where the model is to say.
    """

    type: str
    attribute: str | None = None
    status: Status | None = None
    pattern: re.Pattern[str] = _NEVER


def announced_by(item: str) -> Announcement | None:
    """What an item of a list tells by its first words, or None."""
    return next((found for found in _load("item") if found.pattern.match(item)), None)


def announced_under(lead: str, item: str) -> Announcement | None:
    """What an item that names a sum tells under the words that lead in to its list, or None."""
    if not _SUM.search(item):
        return None
    return next((found for found in _load("lead") if found.pattern.search(lead)), None)


@cache
def _load(table: str) -> tuple[Announcement, ...]:
    rows = tomllib.loads(files("graph.events.triggers").joinpath("overrides.toml").read_text("utf-8"))[table]
    return tuple(
        Announcement(
            type=row["type"],
            attribute=row.get("attribute"),
            status=Status(row["status"]) if "status" in row else None,
            pattern=_beginning(row["begins"]) if "begins" in row else _anywhere(row["words"]),
        )
        for row in rows
    )


def _beginning(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:an?\s+|the\s+)?(?:{_either(phrases)})\b", re.IGNORECASE)


def _anywhere(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(phrases)})\b", re.IGNORECASE)


def _either(phrases: list[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
