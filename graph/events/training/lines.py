"""lines: files of annotated lines become the examples that the model is trained and measured on."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from graph.errors import SchemaError
from graph.events.model.encoding import ATTRIBUTES, EVENT_TYPES, SLOTS, STATUSES, InContext

Characters = tuple[int, int]


@dataclass(frozen=True, slots=True)
class AnnotatedEvent:
    """One event of a line: indexes into the label lists, and where trigger and fillers stand in the line."""

    type: int
    status: int
    attribute: str | None
    trigger: Characters
    fillers: tuple[tuple[int, Characters], ...]


@dataclass(frozen=True, slots=True)
class AnnotatedLine:
    """A line with the line before it, its events, and whether its passage is about diplomacy at all."""

    passage: str
    context: str
    text: str
    events: tuple[AnnotatedEvent, ...]
    diplomatic: bool

    @property
    def in_context(self) -> InContext:
        """The line as the model is given it."""
        return InContext(self.text, self.context)


def divide(folder: Path, held_out: Collection[str]) -> tuple[list[Path], list[Path]]:
    """The files of lines in a folder that are learned from, and those held out, named by their stems.

    Raises SchemaError where none is held out.
    """
    paths = sorted(folder.glob("*.jsonl"))
    held = [path for path in paths if path.stem in held_out]
    if not held:
        raise SchemaError(
            f"none of the files {', '.join(held_out) or '(none)'} is in {folder}: hold one out, "
            "without which nothing says what a score is worth"
        )
    return [path for path in paths if path not in held], held


def load_lines(paths: Sequence[Path]) -> list[AnnotatedLine]:
    """Reads every passage of the files, in order."""
    return [line for path in paths for line in _passage_lines(path)]


def passages(lines: Iterable[AnnotatedLine]) -> Iterator[list[AnnotatedLine]]:
    """The lines, passage by passage."""
    for _, own in groupby(lines, key=lambda line: line.passage):
        yield list(own)


def _passage_lines(path: Path) -> Iterator[AnnotatedLine]:
    for row in path.read_text("utf-8").splitlines():
        passage = json.loads(row)
        types = {event["type"] for line in passage["lines"] for event in line.get("events", [])}
        context = ""
        for line in passage["lines"]:
            yield AnnotatedLine(
                passage=passage["id"],
                context=context,
                text=line["text"],
                events=tuple(_events(line)),
                diplomatic=bool(types - {"Statement"}),
            )
            context = line["text"]


def _events(line: dict[str, Any]) -> Iterator[AnnotatedEvent]:
    """The events of a line; those of one class on one trigger are one, as the model sees a trigger once."""
    seen: dict[tuple[str, Characters], AnnotatedEvent] = {}
    for event in line.get("events", []):
        trigger = find(line["text"], event["trigger"])
        if trigger is None:
            continue
        key = (event["type"], trigger)
        fillers = tuple(_fillers(line["text"], event))
        if key in seen:
            fillers = tuple(dict.fromkeys((*seen[key].fillers, *fillers)))
            seen[key] = replace(seen[key], fillers=fillers)
            continue
        seen[key] = AnnotatedEvent(
            type=EVENT_TYPES.index(event["type"]),
            status=STATUSES.index(event["status"]),
            attribute=_attribute(event),
            trigger=trigger,
            fillers=fillers,
        )
    yield from seen.values()


def _fillers(text: str, event: dict[str, Any]) -> Iterator[tuple[int, Characters]]:
    named = {
        **event.get("roles", {}),
        "place": event.get("place") or [],
        **{slot: [event[slot]] for slot in ("time", "subject", "amount") if event.get(slot)},
    }
    for slot, strings in named.items():
        for string in strings:
            found = find(text, string)
            if found and slot in SLOTS:
                yield SLOTS.index(slot), found


def _attribute(event: dict[str, Any]) -> str | None:
    if event["type"] not in ATTRIBUTES:
        return None
    key, values = ATTRIBUTES[event["type"]]
    value = str(event.get(key, values[0])).strip()
    value = value.lower() if value in ("True", "False") else value
    return value if value in values else None


def find(text: str, string: str) -> Characters | None:
    """Where `string` stands in `text`, as whole words if it does; `word#2` means its second occurrence.

    The annotation counts occurrences within words too, so a counted one is taken wherever it stands.
    """
    word, _, nth = string.partition("#")
    places = [match.start() for match in re.finditer(f"(?={re.escape(word)})", text)] if word else []
    if not nth:
        places = [place for place in places if _is_whole(text, place, place + len(word))] or places
    number = int(nth or 1) - 1
    return (places[number], places[number] + len(word)) if number < len(places) else None


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word goes on beyond either end of a stretch of the text."""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not (before or after)
