"""draft: an event as one sentence tells it, before the tellings of one event are merged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from graph.model import DateRange, Span, Status

# Acts of speech: two sentences with the same speaker are two acts.
SPEECH = frozenset({"Statement", "Proposal", "Demand", "Criticism", "Support", "Rejection", "Threat"})
# What people come together for; it is told a bit at a time.
GATHERINGS = frozenset({"Meeting", "Visit"})
# Where one side is named, the other may be told elsewhere.
MUTUAL = {"Agreement": "party", "Meeting": "participant"}


@dataclass(frozen=True, slots=True)
class Draft:
    """One telling of an event.

    `sentence` is the number of its sentence, `roles` are keyed by the ontology's local names with indexes of
    entities, `implied` are those fillers that only the wider text tells, `score` is the model's for the
    trigger, `notes` say what the rules added; `is_listed` marks an item of a list: each event is told once,
    `is_long_past` what is dated long before its article, `is_own` a gathering whose own words tell who comes,
    `is_spare` a statement that counts only where nothing that it says does.
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
    is_long_past: bool = False
    is_own: bool = False
    is_spare: bool = False
    implied: frozenset[int] = frozenset()

    def filled(self, roles: Mapping[str, tuple[int, ...]], note: str) -> Draft:
        """The draft with these roles, and what a rule notes about them, where they are not its own."""
        kept = {role: fillers for role, fillers in roles.items() if fillers}
        return self if kept == self.roles else replace(self, roles=kept, notes=(*self.notes, note))

    @property
    def everyone(self) -> frozenset[int]:
        """The fillers of all its roles."""
        return frozenset(filler for fillers in self.roles.values() for filler in fillers)

    @property
    def named(self) -> dict[str, tuple[int, ...]]:
        """The roles without the fillers that only the wider text tells."""
        own = self.roles
        if self.implied:
            own = {
                role: tuple(filler for filler in fillers if filler not in self.implied)
                for role, fillers in self.roles.items()
            }
        return {role: fillers for role, fillers in own.items() if fillers}
