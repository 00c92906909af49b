"""world: made-up articles as N-Quads, each fact in its article's graph and in the default graph."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from ontology.vocabulary import DIP, RDF, RDFS, XSD

BASE = "http://localhost:8000/"
EVENTS = 20  # of each article
COUNTRIES = 200


def write_world(path: Path, *, articles: int, seed: int = 0) -> int:
    """Write the quads of so many articles; give their number."""
    source, count = random.Random(seed), 0  # noqa: S311 - no secret
    with path.open("w", encoding="utf-8") as file:
        for country in range(COUNTRIES):
            file.write(f"<{entity(country)}> {RDF.type} {DIP.Country} .\n")
            file.write(f'<{entity(country)}> {RDFS.label} "Country {country}" .\n')
        for article in range(articles):
            for triple in _triples(article, source):
                file.write(f"{triple} .\n{triple} <{BASE}article/{article}> .\n")
                count += 2
    return count + 2 * COUNTRIES


def entity(number: int) -> str:
    """The IRI of a country."""
    return f"{BASE}entity/{number}"


def event(number: int) -> str:
    """The IRI of an event."""
    return f"{BASE}event/{number}"


def _triples(article: int, source: random.Random) -> Iterator[str]:
    for number in range(article * EVENTS, (article + 1) * EVENTS):
        one, other = source.sample(range(COUNTRIES), 2)
        day = f"20{source.randrange(10, 25)}-{source.randrange(1, 13):02}-{source.randrange(1, 29):02}"
        subject = f"<{event(number)}>"
        yield f"{subject} {RDF.type} {DIP.Meeting}"
        yield f'{subject} {RDFS.label} "Country {one} met country {other} for the {number}th time"'
        yield f"{subject} {DIP.participant} <{entity(one)}>"
        yield f"{subject} {DIP.participant} <{entity(other)}>"
        yield f'{subject} {DIP.startDate} "{day}"^^{XSD.date}'
        yield f"{subject} {DIP.status} {DIP.actual}"
