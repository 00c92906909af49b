"""vetoes: words that mean no event where they stand, whatever the model says."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.model import Sentence, Span

# A trigger may end within a word.
_REST = re.compile(r"\w*")


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


def is_vetoed(event_type: str, trigger: Span, sentence: Sentence) -> bool:
    """Whether a trigger of the class has another sense in its sentence."""
    marked = mark_trigger(trigger, sentence)
    return any(veto.pattern.search(marked) for veto in load_vetoes() if veto.type == event_type)


def mark_trigger(trigger: Span, sentence: Sentence) -> str:
    """The sentence with its trigger, to the end of a word, in angle brackets."""
    text, start, end = sentence.text, trigger.start - sentence.span.start, trigger.end - sentence.span.start
    rest = _REST.sub("", text[end:], count=1)
    return f"{text[:start]}<{text[start : len(text) - len(rest)]}>{rest}"


@cache
def load_vetoes() -> tuple[Veto, ...]:
    """Load the vetoes."""
    rows = tomllib.loads(files("graph.events.triggers").joinpath("vetoes.toml").read_text("utf-8"))["veto"]
    return tuple(
        Veto(
            type=row["type"],
            pattern=re.compile(row["pattern"], re.IGNORECASE),
            voids=row["voids"],
            keeps=row["keeps"],
        )
        for row in rows
    )
