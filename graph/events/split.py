"""split: a draft that tells of several events becomes several drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.events.draft import Draft
from graph.model import Entity

# One event for each filler of the role: each envoy is appointed for himself.
ONE_EACH = {"Appointment": "appointee"}


def split(draft: Draft, entities: Sequence[Entity]) -> tuple[Draft, ...]:
    """A tour becomes a visit to each country, several appointments one for each person."""
    if draft.type == "Visit":
        return _visits(draft, entities)
    role = ONE_EACH.get(draft.type)
    fillers = draft.roles.get(role, ()) if role else ()
    if role is None or len(fillers) < 2:
        return (draft,)
    return tuple(replace(draft, roles={**draft.roles, role: (filler,)}) for filler in fillers)


def _visits(draft: Draft, entities: Sequence[Entity]) -> tuple[Draft, ...]:
    """One visit for each country: a city and its country are one destination."""
    stops: dict[str, list[int]] = {}
    for destination in draft.roles.get("destination", ()):
        entity = entities[destination]
        stops.setdefault(entity.country or entity.name, []).append(destination)
    if not stops:
        return (draft,)
    return tuple(
        replace(
            draft,
            roles={**draft.roles, "destination": tuple(stop)},
            places=tuple(stop),
        )
        for stop in stops.values()
    )
