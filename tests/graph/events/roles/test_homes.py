"""A person's country is that of the office that the article shows him in, where nothing else tells it."""

from __future__ import annotations

from dataclasses import replace

from graph.events.roles.homes import with_homes
from graph.model import Entity, EntityType, Position, Span

OSTAVIK = Entity("Nadira Ostavik", EntityType.PERSON)
KENYA = Entity("Kenya", EntityType.COUNTRY, country="KEN")
MINISTRY = Entity("Ministry of Trade of Kenya", EntityType.GOVERNMENT_BODY, country="KEN")
UNION = Entity("Andean Union", EntityType.INTERNATIONAL_ORGANIZATION, country="PER")
HEAD = (Position(0, "head", 1, (Span(0, 4),)),)


def test_minister_is_of_the_state_that_he_serves() -> None:
    at_home = replace(OSTAVIK, country="KEN")
    assert with_homes((OSTAVIK, KENYA), HEAD) == (at_home, KENYA)
    assert with_homes((OSTAVIK, MINISTRY), HEAD) == (at_home, MINISTRY)


def test_official_of_an_organisation_may_be_of_any_country() -> None:
    assert with_homes((OSTAVIK, UNION), HEAD) == (OSTAVIK, UNION)


def test_country_that_is_known_stays() -> None:
    abroad = replace(OSTAVIK, country="PER")
    assert with_homes((abroad, KENYA), HEAD) == (abroad, KENYA)
