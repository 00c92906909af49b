"""scores: what was right, wrong and missed, counted, and the figures that come of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from graph.accuracy.reliability import Reliability, Share


@dataclass(slots=True)
class Tally:
    """What was found rightly, wrongly, and not at all."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, right: int = 0, wrong: int = 0, missed: int = 0) -> None:
        """Count some more."""
        self.right += right
        self.wrong += wrong
        self.missed += missed

    @property
    def precision(self) -> float:
        """How much of what was found is right."""
        return ratio(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """How much of what is there was found."""
        return ratio(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return ratio(2 * self.precision * self.recall, self.precision + self.recall)


@dataclass(slots=True)
class Scores:
    """How well a graph says what annotated articles say, over all of them.

    - event: the class is right and the evidence overlaps; each is paired with at most one
    - frame: an event whose core roles are at least half right
    - role: the fillers of all roles
    - date, place, status, attribute: among paired events
    - statement: the events of this class, scored apart, because they are frequent and easy
    - position: holder and body
    - entity: found, as person, place or agent; link: its Wikidata item
    - negative: articles off the subject that yield an event
    - reliability: what the confidence of an event is worth
    """

    event: Tally = field(default_factory=Tally)
    frame: Tally = field(default_factory=Tally)
    role: Tally = field(default_factory=Tally)
    date: Tally = field(default_factory=Tally)
    place: Tally = field(default_factory=Tally)
    statement: Tally = field(default_factory=Tally)
    position: Tally = field(default_factory=Tally)
    entity: Tally = field(default_factory=Tally)
    link: Tally = field(default_factory=Tally)
    status: Share = field(default_factory=Share)
    attribute: Share = field(default_factory=Share)
    negative: Share = field(default_factory=Share)
    frames: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    reliability: Reliability = field(default_factory=Reliability)

    @property
    def tallies(self) -> dict[str, Tally]:
        """The figures that have precision and recall, by name."""
        names = ("event", "frame", "role", "date", "place", "statement", "position", "entity", "link")
        return {name: getattr(self, name) for name in names}

    def as_json(self) -> dict[str, object]:
        """The figures as plain numbers."""
        return {
            **{name: {"p": t.precision, "r": t.recall, "f1": t.f1} for name, t in self.tallies.items()},
            "status": self.status.rate,
            "attribute": self.attribute.rate,
            "negatives": self.negative.count,
            "reliability": self.reliability.as_json(),
            "per_type": {name: self.frames[name].f1 for name in sorted(self.frames)},
        }


def ratio(part: float, whole: float) -> float:
    """The part of a whole, 0 of nothing."""
    return part / whole if whole else 0.0
