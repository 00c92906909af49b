"""schema: the roles of each event class and what may fill them."""

from __future__ import annotations

from collections.abc import Mapping

from graph.model import EntityType as T

ACTORS = frozenset(T)
BODIES = frozenset(T) - {T.PERSON, T.PLACE}
PERSONS = frozenset({T.PERSON})
LOCATIONS = frozenset({T.COUNTRY, T.PLACE})

_ACTOR_TARGET = {"actor": ACTORS, "target": ACTORS}
_FILLERS: dict[str, Mapping[str, frozenset[T]]] = {
    "Visit": {"visitor": ACTORS, "destination": LOCATIONS, "host": ACTORS - LOCATIONS},
    "Meeting": {"participant": ACTORS, "chair": ACTORS},
    "Agreement": {"party": ACTORS, "signatory": PERSONS},
    "Invitation": {**_ACTOR_TARGET, "destination": LOCATIONS},
    "Appointment": {"appointee": PERSONS, "actor": ACTORS, "of": BODIES},
    "Accession": {"actor": ACTORS, "organization": BODIES},
    "Statement": {"speaker": ACTORS},
}


def fillers_of(event_type: str) -> Mapping[str, frozenset[T]]:
    return _FILLERS.get(event_type, _ACTOR_TARGET)
