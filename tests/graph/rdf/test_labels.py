"""Labels of events read as English sentences."""

from __future__ import annotations

import pytest

from graph.model import Entity, EntityType, Event, Status
from graph.rdf.labels import event_label

PERSON = Entity("Ana Paz", EntityType.PERSON)
PERU = Entity("Peru", EntityType.COUNTRY, country="PER")
LIMA = Entity("Lima", EntityType.PLACE, country="PER")
KENYA = Entity("Kenya", EntityType.COUNTRY, country="KEN")
UNKNOWN = Entity("Lower Town", EntityType.PLACE)
ENTITIES = (PERSON, PERU, LIMA, KENYA, UNKNOWN)


def label(event_type: str, **roles: tuple[int, ...]) -> str:
    event = Event(event_type, Status.ACTUAL, (), roles)
    return event_label(event, ENTITIES, "")


@pytest.mark.parametrize(
    ("event_type", "roles", "wanted"),
    [
        ("Visit", {"visitor": (0,), "destination": (1, 2)}, "Ana Paz visits Lima, Peru (actual)"),
        ("Visit", {"visitor": (0,), "destination": (2, 3)}, "Ana Paz visits Lima and Kenya (actual)"),
        ("Visit", {"visitor": (0,), "destination": (1, 4)}, "Ana Paz visits Peru and Lower Town (actual)"),
        ("Mediation", {"actor": (0,), "target": (1,)}, "Ana Paz mediates in a dispute of Peru (actual)"),
        (
            "Appointment",
            {"appointee": (0,), "of": (3,)},
            "Ana Paz is appointed in the service of Kenya (actual)",
        ),
        ("Appointment", {"appointee": (0,)}, "Ana Paz is appointed (actual)"),
    ],
)
def test_label_is_an_english_sentence(
    event_type: str, roles: dict[str, tuple[int, ...]], wanted: str
) -> None:
    assert label(event_type, **roles) == wanted
