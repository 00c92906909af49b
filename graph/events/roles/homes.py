"""homes: a person whose country nothing else tells is of the state in whose service the article shows him."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.model import Entity, EntityType, Position

# International organisations are served by people of all countries.
NATIONAL = frozenset({EntityType.COUNTRY, EntityType.GOVERNMENT_BODY})


def with_homes(entities: Sequence[Entity], positions: Sequence[Position]) -> tuple[Entity, ...]:
    """The entities, each person of no known country in that of the office that he is said to hold."""
    served = {
        position.holder: entities[position.of].country
        for position in reversed(positions)
        if entities[position.of].type in NATIONAL
    }
    return tuple(
        replace(entity, country=served.get(number)) if _is_stateless(entity) else entity
        for number, entity in enumerate(entities)
    )


def _is_stateless(entity: Entity) -> bool:
    return entity.type is EntityType.PERSON and entity.country is None
