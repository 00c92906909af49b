"""split: a draft that tells of several events becomes several drafts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from graph.events.draft import Draft
from graph.events.merging.gapped import part_givers
from graph.events.merging.talks import part_talks
from graph.events.roles.appointments import service_of_each
from graph.events.scene import Scene
from graph.events.syntax.coordination import root_of
from graph.model import Entity, EntityType

# What notes of a visit whose sentence tells a whole tour.
STOP = "one of several stops"


def split(draft: Draft, scene: Scene) -> tuple[Draft, ...]:
    """A tour is a visit to each country, appointments, talks and pledges one for each."""
    if draft.type == "Visit":
        return tuple(each for stop in _visits(draft, scene) for each in _of_each_visitor(stop, scene))
    if draft.type == "Meeting":
        return part_talks(draft, scene)
    if draft.type == "Aid":
        return part_givers(draft, scene)
    if draft.type == "Appointment" and draft.roles.get("appointee"):
        return tuple(
            replace(draft, roles=_appointment(draft, person, of))
            for person, of in service_of_each(draft, scene).items()
        )
    return (draft,)


def _appointment(draft: Draft, person: int, of: tuple[int, ...]) -> dict[str, tuple[int, ...]]:
    """Each envoy is appointed for himself, in the service of his own state."""
    roles = {**draft.roles, "appointee": (person,), "of": of}
    return {role: fillers for role, fillers in roles.items() if fillers}


def _visits(draft: Draft, scene: Scene) -> tuple[Draft, ...]:
    """One visit for each country: a city and its country are one destination."""
    entities = scene.entities
    stops: dict[str, list[int]] = {}
    for destination in draft.roles.get("destination", ()):
        entity = entities[destination]
        stops.setdefault(entity.country or entity.name, []).append(destination)
    if not stops:
        return (draft,)
    if len(stops) == len(draft.roles["destination"]) == 2 and _is_in_region(draft, scene):
        stops = {next(iter(stops)): [each for stop in stops.values() for each in stop]}
    notes = (*draft.notes, STOP) if len(stops) > 1 else draft.notes
    return tuple(
        replace(draft, roles=_roles_at(key, stop, stops, draft, entities), places=tuple(stop), notes=notes)
        for key, stop in stops.items()
    )


def _is_in_region(draft: Draft, scene: Scene) -> bool:
    """Whether the second of two destinations says where the first lies: "Norbury, Utah", not "A, B and C"."""
    first, second = draft.roles["destination"]
    town = scene.entities[first]
    if town.type is not EntityType.PLACE or town.country is not None:
        return False
    named = [each for each in scene.mentions_in(draft.sentence) if each.entities in ((first,), (second,))]
    text, start = scene.sentences[draft.sentence].text, scene.sentences[draft.sentence].span.start
    return any(
        (one.entities, other.entities) == ((first,), (second,))
        and text[one.span.end - start : other.span.start - start] == ", "
        for one, other in pairwise(named)
    )


def _of_each_visitor(draft: Draft, scene: Scene) -> tuple[Draft, ...]:
    """Several visits to one country are one of each visitor: "visits to Peru by Holm and Dahl"."""
    visitors = draft.roles.get("visitor", ())
    noun = root_of(scene.sentences[draft.sentence], draft.trigger)
    if len(visitors) < 2 or not draft.roles.get("destination") or noun is None or noun.tag_ != "NNS":
        return (draft,)
    return tuple(replace(draft, roles={**draft.roles, "visitor": (visitor,)}) for visitor in visitors)


def _roles_at(
    key: str,
    stop: Sequence[int],
    stops: Mapping[str, Sequence[int]],
    draft: Draft,
    entities: Sequence[Entity],
) -> dict[str, tuple[int, ...]]:
    """The roles of one visit: who is at home at another stop of the tour is no host here."""
    roles = {**draft.roles, "destination": tuple(stop)}
    hosts = draft.roles.get("host", ())
    here = tuple(host for host in hosts if entities[host].country not in stops.keys() - {key})
    return {**roles, "host": here} if here else {role: who for role, who in roles.items() if role != "host"}
