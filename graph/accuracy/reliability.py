"""reliability: how often events of a confidence are right."""

from __future__ import annotations

from dataclasses import dataclass, field

# Lower ends of the bands of confidence in which events are counted, the highest first.
BANDS = (0.9, 0.8, 0.6, 0.4, 0.0)
# From here on a reader may take an event as told.
TRUSTED = 0.8


@dataclass(slots=True)
class Share:
    """How many of so many."""

    count: int = 0
    total: int = 0

    def add(self, count: int, total: int = 1) -> None:
        """Count some more."""
        self.count += count
        self.total += total

    @property
    def rate(self) -> float:
        """The share as a number from 0 to 1."""
        return self.count / self.total if self.total else 0.0


@dataclass(slots=True)
class Reliability:
    """The share of events that are right, by bands of their confidence (a reliability diagram as a table)."""

    bands: dict[float, Share] = field(default_factory=lambda: {lowest: Share() for lowest in BANDS})

    def add(self, confidence: float, *, right: bool) -> None:
        """Count an event."""
        self.bands[next(lowest for lowest in BANDS if confidence >= lowest)].add(right)

    def from_on(self, lowest: float) -> Share:
        """The share of events of this confidence or more; `lowest` begins a band."""
        bands = [share for start, share in self.bands.items() if start >= lowest]
        return Share(sum(share.count for share in bands), sum(share.total for share in bands))

    def as_json(self) -> dict[str, float]:
        """The share from each band's beginning on, where there are events."""
        return {f"from {start:g}": self.from_on(start).rate for start in BANDS if self.from_on(start).total}
