"""vetoes: words that mean no event where they stand, whatever the model says."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from graph.model import Sentence, Span

# A trigger may end within a word.
_REST = re.compile(r"\w*")
_WORD = re.compile(r"\w+(?:-\w+)*")
# The address of a page is made of the words of its title.
_ADDRESS = re.compile(r"(?:://|\bwww\.)\S*<")
# The keywords beneath a text.
_KEYWORDS = re.compile(r"^\W*(?:keywords|tags|topics)\s?:", re.IGNORECASE)
# Words before and after a trigger among which one of its field is to be found.
BEFORE, AFTER = 8, 12


@dataclass(frozen=True, slots=True)
class Veto:
    """A sense in which the words of a class tell no event of it.

    `pattern` is looked for in the sentence with its trigger in angle brackets; `voids` and `keeps` are
    sentences so marked, in which the trigger has this sense and another.
    """

    type: str
    pattern: re.Pattern[str]
    voids: str
    keeps: str


@dataclass(frozen=True, slots=True)
class Field:
    """The words of which one stands in or near every trigger of a class.

    `tells` and `lacks` are sentences with a trigger marked: one has such a word beside it, the other has not.
    """

    type: str
    words: re.Pattern[str]
    tells: str
    lacks: str


def is_vetoed(event_type: str, trigger: Span, sentence: Sentence) -> bool:
    """Whether a trigger of the class has another sense in its sentence, or is no word of the text's own."""
    marked = mark_trigger(trigger, sentence)
    if (
        _ADDRESS.search(marked)
        or _KEYWORDS.search(marked)
        or any(not each.words.search(_beside(marked)) for each in load_fields() if each.type == event_type)
    ):
        return True
    return any(veto.pattern.search(marked) for veto in load_vetoes() if veto.type == event_type)


def _beside(marked: str) -> str:
    """A marked trigger with the words before and after it."""
    start, end = marked.index("<"), marked.rindex(">")
    before = [0, *(word.start() for word in _WORD.finditer(marked[:start]))][-BEFORE:]
    after = [word.end() for word in _WORD.finditer(marked[end:])][:AFTER]
    return marked[before[0] : end + (after or [0])[-1]]


def mark_trigger(trigger: Span, sentence: Sentence) -> str:
    """The sentence with its trigger, to the end of a word, in angle brackets."""
    text, (start, end) = sentence.text, sentence.place_of(trigger)
    rest = _REST.sub("", text[end:], count=1)
    return f"{text[:start]}<{text[start : len(text) - len(rest)]}>{rest}"


@cache
def load_fields() -> tuple[Field, ...]:
    """Load the words of each class that has some without which nothing tells it."""
    return tuple(
        Field(
            type=row["type"],
            words=re.compile(rf"\b(?:{'|'.join(row['words'])})", re.IGNORECASE),
            tells=row["tells"],
            lacks=row["lacks"],
        )
        for row in _load("fields")["field"]
    )


@cache
def load_vetoes() -> tuple[Veto, ...]:
    """Load the vetoes."""
    return tuple(
        Veto(
            type=row["type"],
            pattern=re.compile(row["pattern"], re.IGNORECASE),
            voids=row["voids"],
            keeps=row["keeps"],
        )
        for row in _load("vetoes")["veto"]
    )


def _load(name: str) -> dict[str, Any]:
    tables: dict[str, Any] = tomllib.loads(
        files("graph.events.triggers").joinpath(f"{name}.toml").read_text("utf-8")
    )
    return tables
