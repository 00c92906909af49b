"""A draft that tells of several events becomes several."""

from __future__ import annotations

import pytest

from graph.events.draft import Draft
from graph.events.merging.split import split
from graph.events.scene import Scene
from graph.model import Article, Entity, EntityType, Form, Mention, Position, Span, Status
from graph.reading.segment import segment

SENTENCES = segment(Article("a", "Envoys came."))

ENTITIES = (
    Entity("Nadira Ostavik", EntityType.PERSON, country="KEN"),
    Entity("Marek Velkanov", EntityType.PERSON, country="PER"),
    Entity("Peru", EntityType.COUNTRY, country="PER"),
    Entity("Lima", EntityType.PLACE, country="PER"),
    Entity("France", EntityType.COUNTRY, country="FRA"),
    Entity("Central Asia", EntityType.PLACE),
)
OSTAVIK, VELKANOV, PERU, LIMA, FRANCE, CENTRAL_ASIA = range(len(ENTITIES))


def parts(
    event_type: str, *positions: Position, **roles: tuple[int, ...]
) -> list[tuple[dict[str, tuple[int, ...]], tuple[int, ...]]]:
    draft = Draft(0, Span(0, 1), event_type, Status.ACTUAL, 0.9, (Span(0, 9),), roles)
    scene = Scene(SENTENCES, ENTITIES, positions)
    return [(dict(part.roles), part.places) for part in split(draft, scene)]


def test_tour_is_a_visit_to_each_country() -> None:
    assert parts("Visit", visitor=(OSTAVIK,), destination=(PERU, FRANCE, CENTRAL_ASIA)) == [
        ({"visitor": (OSTAVIK,), "destination": (PERU,)}, (PERU,)),
        ({"visitor": (OSTAVIK,), "destination": (FRANCE,)}, (FRANCE,)),
        ({"visitor": (OSTAVIK,), "destination": (CENTRAL_ASIA,)}, (CENTRAL_ASIA,)),
    ]


def test_each_stop_has_its_own_hosts() -> None:
    assert parts("Visit", visitor=(OSTAVIK,), destination=(PERU, FRANCE), host=(VELKANOV, FRANCE)) == [
        ({"visitor": (OSTAVIK,), "destination": (PERU,), "host": (VELKANOV,)}, (PERU,)),
        ({"visitor": (OSTAVIK,), "destination": (FRANCE,), "host": (FRANCE,)}, (FRANCE,)),
    ]
    assert parts("Visit", destination=(PERU, FRANCE), host=(VELKANOV,))[1] == (
        {"destination": (FRANCE,)},
        (FRANCE,),
    )


def test_city_and_its_country_are_one_stop() -> None:
    assert parts("Visit", visitor=(OSTAVIK,), destination=(LIMA, FRANCE, PERU)) == [
        ({"visitor": (OSTAVIK,), "destination": (LIMA, PERU)}, (LIMA, PERU)),
        ({"visitor": (OSTAVIK,), "destination": (FRANCE,)}, (FRANCE,)),
    ]


@pytest.mark.parametrize(
    ("text", "destinations"),
    [
        ("She visited Norbury, Central Asia.", [(0, 1)]),
        ("She visited Norbury and Central Asia.", [(0,), (1,)]),
        ("She visited Norbury, then Central Asia.", [(0,), (1,)]),
    ],
)
def test_town_and_the_region_named_behind_it_are_one_stop(
    text: str, destinations: list[tuple[int, ...]]
) -> None:
    places = [Entity(name, EntityType.PLACE) for name in ("Norbury", "Central Asia")]
    mentions = [
        Mention(Span(start, start + len(each.name)), each.name, each.type, Form.NAME, (number,))
        for number, each in enumerate(places)
        if (start := text.index(each.name))
    ]
    scene = Scene(segment(Article("a", text)), places, (), mentions)
    draft = Draft(0, Span(4, 11), "Visit", Status.ACTUAL, 0.9, (), {"destination": (0, 1)})
    assert [part.roles["destination"] for part in split(draft, scene)] == destinations


def test_visit_without_destination_is_one() -> None:
    assert parts("Visit", visitor=(OSTAVIK, VELKANOV)) == [({"visitor": (OSTAVIK, VELKANOV)}, ())]


@pytest.mark.parametrize(
    ("noun", "visitors"), [("visits", [(OSTAVIK,), (VELKANOV,)]), ("visit", [(OSTAVIK, VELKANOV)])]
)
def test_several_visits_to_one_country_are_one_of_each_visitor(
    noun: str, visitors: list[tuple[int, ...]]
) -> None:
    text = f"Peru welcomed the {noun} of the envoys."
    start = text.index(noun)
    roles = {"visitor": (OSTAVIK, VELKANOV), "destination": (PERU,)}
    span = Span(start, start + len(noun))
    draft = Draft(0, span, "Visit", Status.ACTUAL, 0.9, (Span(0, len(text)),), roles)
    scene = Scene(segment(Article("a", text)), ENTITIES, ())
    assert [part.roles["visitor"] for part in split(draft, scene)] == visitors


def test_each_is_appointed_for_himself() -> None:
    assert parts("Appointment", appointee=(OSTAVIK, VELKANOV), actor=(PERU,)) == [
        ({"appointee": (OSTAVIK,), "actor": (PERU,)}, ()),
        ({"appointee": (VELKANOV,), "actor": (PERU,)}, ()),
    ]


def test_each_envoy_is_of_his_own_state() -> None:
    titles = (
        Position(OSTAVIK, "ambassador", PERU, (Span(0, 6),)),
        Position(VELKANOV, "high commissioner", FRANCE, (Span(0, 6),)),
    )
    own = [
        ({"appointee": (OSTAVIK,), "of": (PERU,)}, ()),
        ({"appointee": (VELKANOV,), "of": (FRANCE,)}, ()),
    ]
    assert parts("Appointment", *titles, appointee=(OSTAVIK, VELKANOV), of=(FRANCE, PERU)) == own
    assert parts("Appointment", appointee=(OSTAVIK, VELKANOV), of=(PERU, FRANCE)) == own


def test_former_office_is_not_what_one_is_appointed_to() -> None:
    former = Position(OSTAVIK, "former president", PERU, (Span(0, 6),))
    assert parts("Appointment", former, appointee=(OSTAVIK, VELKANOV), of=(FRANCE,)) == [
        ({"appointee": (OSTAVIK,), "of": (FRANCE,)}, ()),
        ({"appointee": (VELKANOV,), "of": (FRANCE,)}, ()),
    ]


@pytest.mark.parametrize("event_type", ["Meeting", "Agreement", "Sanction", "Appointment"])
def test_other_draft_stays_as_it_is(event_type: str) -> None:
    draft = Draft(3, Span(5, 9), event_type, Status.DENIED, 0.7, (Span(0, 9),), {"actor": (PERU, FRANCE)})
    assert split(draft, Scene(SENTENCES, ENTITIES, ())) == (draft,)
