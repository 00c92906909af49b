"""kinds: the words beside a trigger name the kind of its event."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.events.model.encoding import ATTRIBUTES
from graph.model import Sentence, Span

_WORD = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True, slots=True)
class Kinds:
    """The patterns that name the kinds of a class, and how many words beside a trigger they may stand.

    A guess at a kind that has `needs` counts only where one of them stands in the sentence.
    """

    before: int
    reach: int
    patterns: Mapping[str, re.Pattern[str]]
    needs: Mapping[str, re.Pattern[str]]


def choose_kind(event_type: str, guess: str | None, sentence: Sentence, trigger: Span) -> str | None:
    """The kind that is named beside the trigger, else the model's guess.

    What sort of visit it is must stand in the sentence: a protocol decides it, not how it sounds.
    """
    named = named_kind(event_type, sentence, trigger)
    if named is None and event_type == "Visit" and guess is not None and guess not in sentence.text.lower():
        return "unspecified"
    if named is None and guess is not None and not _is_sayable(event_type, guess, sentence):
        return ATTRIBUTES[event_type][1][0]
    return named or guess


def _is_sayable(event_type: str, guess: str, sentence: Sentence) -> bool:
    kinds = _load_kinds().get(event_type)
    need = kinds.needs.get(guess) if kinds is not None else None
    return need is None or need.search(sentence.text) is not None


def named_kind(event_type: str, sentence: Sentence, trigger: Span) -> str | None:
    """The kind that is named first, and at most length, in the trigger or within reach of it."""
    kinds = _load_kinds().get(event_type)
    if kinds is None:
        return None
    text, start = sentence.text, sentence.span.start
    first, last = trigger.start - start, trigger.end - start
    before = [word.start() for word in _WORD.finditer(text[:first])]
    after = [last + word.end() for word in _WORD.finditer(text[last:])][: kinds.reach][-1:]
    window = text[[*before, first][max(0, len(before) - kinds.before)] : (after or [last])[0]]
    found = [
        (match.start(), -match.end(), kind)
        for kind, pattern in kinds.patterns.items()
        if (match := pattern.search(window))
    ]
    return min(found)[-1] if found else None


@cache
def _load_kinds() -> dict[str, Kinds]:
    tables = tomllib.loads(files("graph.events.triggers").joinpath("kinds.toml").read_text("utf-8"))
    return {
        event_type: Kinds(
            before=table["before"],
            reach=table["reach"],
            patterns={kind: _any_of(words) for kind, words in table["kinds"].items()},
            needs={kind: _any_of(words) for kind, words in table.get("needs", {}).items()},
        )
        for event_type, table in tables.items()
    }


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    either = "|".join(sorted(patterns, key=len, reverse=True))
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)
