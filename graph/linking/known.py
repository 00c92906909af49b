"""known: the known entities and the offices that persons held, read from the seeds."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from graph.errors import SchemaError
from graph.model import EntityType

Row = dict[str, str]


# Compared by identity: an entity is read once, and hashing all its fields would cost more than looking it up.
@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """A known entity. `country` is an ISO 3166-1 alpha-3 code, or the name of a state that has none.

    `aliases` and `demonyms` are looked for in texts; `other_names` are known but not looked for.
    """

    name: str
    type: EntityType
    kind: str = ""
    qid: str | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    iso2: str | None = None
    iso3: str | None = None
    official_name: str | None = None
    capital: str | None = None
    seats: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    geonames: str | None = None
    latitude: str | None = None
    longitude: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Office:
    """A term of office; `known_until` is the last day to which an open term is known to have lasted.

    `office_class` is "head of state", "foreign minister" and the like; `of` is what `Known.country` is.
    """

    holder: Known
    role: str
    office_class: str
    of: str
    start: str
    end: str
    known_until: str


def read_countries() -> Iterator[Known]:
    """Yield the countries."""
    for row in _rows("countries.csv"):
        yield Known(
            name=row["name"],
            type=EntityType.COUNTRY,
            kind=row["kind"],
            qid=row["qid"] or None,
            country=row["iso3"] or row["name"],
            aliases=_parts(row["aliases"]),
            demonyms=_parts(row["demonyms"]),
            other_names=_parts(row["other_names"]),
            iso2=row["iso2"] or None,
            iso3=row["iso3"] or None,
            official_name=row["official_name"] or None,
            capital=row["capital"] or None,
            seats=_parts(row["seats"]),
        )


def read_places() -> Iterator[Known]:
    """Yield the cities, regions, seas and venues."""
    for row in _rows("places.csv"):
        yield Known(
            name=row["name"],
            type=EntityType.PLACE,
            kind=row["kind"],
            qid=row["qid"] or None,
            country=row["country"] or None,
            aliases=_parts(row["aliases"]),
            demonyms=_parts(row["adjectives"]),
            other_names=_parts(row["other_names"]),
            geonames=row["geonames"] or None,
            latitude=row["latitude"] or None,
            longitude=row["longitude"] or None,
        )


def read_organisations() -> Iterator[Known]:
    """Yield the organisations, government bodies and companies."""
    for row in _rows("organisations.csv"):
        yield Known(
            name=row["name"],
            type=_entity_type(row),
            kind=row["kind"],
            qid=row["qid"] or None,
            country=row["country"] or None,
            aliases=(*_parts(row["abbreviations"]), *_parts(row["aliases"])),
            other_names=_parts(row["other_names"]),
            members=_parts(row["members"]),
            seats=_parts(row["seats"]),
        )


def read_people() -> Iterator[Known]:
    """Yield the people."""
    for row in _rows("people.csv"):
        yield Known(
            name=row["name"],
            type=EntityType.PERSON,
            qid=row["qid"] or None,
            country=row["country"] or None,
            aliases=_parts(row["aliases"]),
            other_names=_parts(row["other_names"]),
        )


def read_offices(people: tuple[Known, ...]) -> Iterator[Office]:
    """Yield the terms of office of people."""
    holders = {(person.name, person.qid): person for person in people}
    for row in _rows("offices.csv"):
        holder = holders.get((row["person"], row["qid"] or None))
        if holder is None:
            raise SchemaError(f"offices.csv names {row['person']!r} ({row['qid']}), whom people.csv lacks")
        yield Office(
            holder, row["role"], row["class"], row["of"], row["start"], row["end"], row["known_until"]
        )


def _rows(name: str) -> Iterator[Row]:
    text = (files("seeds") / "entities" / name).read_text("utf-8")
    yield from csv.DictReader(text.splitlines())


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _entity_type(row: Row) -> EntityType:
    try:
        return EntityType(row["type"])
    except ValueError as error:
        expected = ", ".join(EntityType)
        raise SchemaError(
            f"organisations.csv: {row['name']} has type {row['type']!r}, not {expected}"
        ) from error
