"""candidate: a stretch of text that may be a mention."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from graph.model import EntityType, Form, Span


class Rank(IntEnum):
    """What a candidate rests on: where two overlap, the higher is kept."""

    UNKNOWN_WORD = 5
    GUESSED_WORD = 10
    UNKNOWN_NAME = 15
    GUESSED_NAME = 20
    KNOWN_WORD = 30
    REPEATED_NAME = 35
    GUESSED_PERSON = 40
    TOLD_NAME = 42
    HEADED_NAME = 45
    KNOWN_NAME = 50
    TITLED_PERSON = 60
    BODY = 70
    KNOWN_PERSON = 80


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text that may be a mention of this type."""

    span: Span
    type: EntityType
    form: Form
    rank: Rank


def keep_best(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return candidates of which no two overlap: the highest first, then the longest; sorted by place."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=_preference):
        if not any(_overlap(candidate.span, other.span) for other in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda candidate: candidate.span)


def _preference(candidate: Candidate) -> tuple[int, int, int, str, str]:
    span = candidate.span
    return -candidate.rank, span.start - span.end, span.start, candidate.type, candidate.form


def _overlap(left: Span, right: Span) -> bool:
    return left.start < right.end and right.start < left.end
