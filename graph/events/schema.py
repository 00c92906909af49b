"""schema: which entities may fill which role of an event, as the ontology says."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from graph.events.model.encoding import SLOTS
from graph.model import EntityType
from ontology.schema import load_event_schemas


@cache
def fillers_of(event_type: str) -> Mapping[str, frozenset[EntityType]]:
    """The roles of a class that the model knows as slots, with the types of entities that may fill each."""
    schema = load_event_schemas()[event_type]
    return {
        name: frozenset(entity_type for entity_type in EntityType if entity_type in role.fillers)
        for name, role in schema.roles.items()
        if name in SLOTS
    }


def core_roles(event_type: str) -> tuple[str, ...]:
    """The roles of which an event of the class has at least one."""
    return load_event_schemas()[event_type].core
