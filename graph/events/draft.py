"""draft: an event as one sentence tells it, before the tellings of one event are merged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model import DateRange, Span, Status

# Acts of speech: two sentences with the same speaker are two acts.
SPEECH = frozenset({"Statement", "Proposal", "Demand", "Criticism", "Support", "Rejection", "Threat"})


@dataclass(frozen=True, slots=True)
class Draft:
    """One telling of an event.

    `sentence` is the number of its sentence, `roles` are keyed by the ontology's local names with indexes of
    entities, `score` is the model's for the trigger, `notes` say what the rules added; `is_listed` marks
    an item of a list, which tells each event once.
    """

    sentence: int
    trigger: Span
    type: str
    status: Status
    score: float
    evidence: tuple[Span, ...]
    roles: Mapping[str, tuple[int, ...]]
    attribute: str | None = None
    details: Mapping[str, str | int | bool] = field(default_factory=dict)
    when: DateRange | None = None
    places: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    is_listed: bool = False
