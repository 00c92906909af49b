"""sides: whether the tellings of two groups may be of the same people, bodies and states."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from graph.events.merging.gatherings import have_other_partners
from graph.events.merging.group import Group, Roles
from graph.model import Entity, EntityType

_STATE, _ORGANIZATION = EntityType.COUNTRY, EntityType.INTERNATIONAL_ORGANIZATION


def sides_agree(one: Group, other: Group, entities: Sequence[Entity]) -> bool:
    """Whether the roles of both agree, and no person is named who is not among those who met."""
    return _roles_agree(one.roles, other.roles, entities) and not have_other_partners(one, other, entities)


def _roles_agree(one: Roles, other: Roles, entities: Sequence[Entity]) -> bool:
    """Whether every role that both fill agrees, and at least one is filled by both."""
    shared = one.keys() & other.keys()
    return bool(shared) and all(_fillers_agree(one[role], other[role], entities) for role in shared)


def _fillers_agree(one: tuple[int, ...], other: tuple[int, ...], entities: Sequence[Entity]) -> bool:
    """Whether one list says no more than the other, a person standing for his country and a city for its."""
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return all(stands_for_any(filler, large, entities) for filler in small)


def stands_for_any(filler: int, others: Collection[int], entities: Sequence[Entity]) -> bool:
    """Whether somebody is one of others, or one of them acts for the other."""
    return filler in others or any(_stands_for(entities[filler], entities[other]) for other in others)


def _stands_for(one: Entity, other: Entity) -> bool:
    """Whether one acts for the other: a person or body for its state, an organ for its organisation."""
    if one.type is other.type:
        return one.type is _ORGANIZATION and _is_organ(one, other)
    return _STATE in (one.type, other.type) and one.country is not None and one.country == other.country


def _is_organ(one: Entity, other: Entity) -> bool:
    short, long = sorted((one.name, other.name), key=len)
    return long.startswith(f"{short} ")
