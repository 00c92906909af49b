"""kinds: the words beside a trigger name the kind of its event."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.model import Sentence, Span

_WORD = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True, slots=True)
class Kinds:
    """The phrases that name the kinds of a class, and how many words after a trigger they may stand."""

    reach: int
    kinds: Mapping[str, str]
    pattern: re.Pattern[str]


def choose_kind(event_type: str, guess: str | None, sentence: Sentence, trigger: Span) -> str | None:
    """The kind that is named beside the trigger, else the model's guess.

    What sort of visit it is must stand in the sentence: a protocol decides it, not how it sounds.
    """
    named = named_kind(event_type, sentence, trigger)
    if named is None and event_type == "Visit" and guess is not None and guess not in sentence.text.lower():
        return "unspecified"
    return named or guess


def named_kind(event_type: str, sentence: Sentence, trigger: Span) -> str | None:
    """The first kind that is named in the trigger, in the word before it, or within reach after it."""
    kinds = _load_kinds().get(event_type)
    if kinds is None:
        return None
    text, start = sentence.text, sentence.span.start
    first, last = trigger.start - start, trigger.end - start
    before = [word.start() for word in _WORD.finditer(text[:first])][-1:]
    after = [last + word.end() for word in _WORD.finditer(text[last:])][: kinds.reach][-1:]
    window = text[(before or [first])[0] : (after or [last])[0]]
    found = kinds.pattern.search(window)
    return kinds.kinds[found.group().lower()] if found else None


@cache
def _load_kinds() -> dict[str, Kinds]:
    tables = tomllib.loads(files("graph.events").joinpath("kinds.toml").read_text("utf-8"))
    return {event_type: _kinds(table) for event_type, table in tables.items()}


def _kinds(table: dict[str, int | list[str]]) -> Kinds:
    phrases = {phrase: kind for kind, words in table.items() if isinstance(words, list) for phrase in words}
    either = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    reach = table["reach"]
    assert isinstance(reach, int)  # noqa: S101 - for mypy: our own file
    return Kinds(reach, phrases, re.compile(rf"\b(?:{either})\b", re.IGNORECASE))
