"""negotiation: an Accept header or ?format= becomes one of our media types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import QueryResultsFormat, RdfFormat
from starlette.requests import Request

from service.errors import NotAcceptableError


@dataclass(frozen=True, slots=True)
class MediaType:
    """A form of an answer: the name that ?format= takes, the type that is sent, others that mean it."""

    name: str
    value: str
    aliases: tuple[str, ...] = ()
    rdf: RdfFormat | None = None
    results: QueryResultsFormat | None = None

    @property
    def content_type(self) -> str:
        """The header's value; text is always UTF-8."""
        return f"{self.value}; charset=utf-8" if self.value.startswith("text/") else self.value


HTML = MediaType("html", "text/html", ("application/xhtml+xml",))
JSON = MediaType("json", "application/json")
TEXT = MediaType("text", "text/plain")
TURTLE = MediaType("turtle", "text/turtle", ("application/x-turtle", "text/n3"), rdf=RdfFormat.TURTLE)
N_TRIPLES = MediaType("ntriples", "application/n-triples", ("text/plain",), rdf=RdfFormat.N_TRIPLES)
RDF_XML = MediaType("rdfxml", "application/rdf+xml", ("application/xml", "text/xml"), rdf=RdfFormat.RDF_XML)
JSON_LD = MediaType("jsonld", "application/ld+json", ("application/json",), rdf=RdfFormat.JSON_LD)
SPARQL_JSON = MediaType(
    "json", "application/sparql-results+json", ("application/json",), results=QueryResultsFormat.JSON
)
SPARQL_XML = MediaType(
    "xml", "application/sparql-results+xml", ("application/xml", "text/xml"), results=QueryResultsFormat.XML
)
CSV = MediaType("csv", "text/csv", results=QueryResultsFormat.CSV)
TSV = MediaType("tsv", "text/tab-separated-values", results=QueryResultsFormat.TSV)

RDF_TYPES = (TURTLE, N_TRIPLES, JSON_LD, RDF_XML)
RESULT_TYPES = (SPARQL_JSON, SPARQL_XML, CSV, TSV)


def negotiate(request: Request, offers: Sequence[MediaType]) -> MediaType:
    """Choose what the client likes best; among equals, and without a wish, our first offer."""
    name = request.query_params.get("format")
    if name is not None:
        return by_name(name, offers)
    return best(request.headers.get("accept", "*/*"), offers)


def best(accept: str, offers: Sequence[MediaType]) -> MediaType:
    """Choose the offer that an Accept header gives the highest quality."""
    wishes = _parse_accept(accept)
    if not wishes:
        return offers[0]
    offer = max(offers, key=lambda each: _quality(each, wishes))
    if _quality(offer, wishes) <= 0:
        raise NotAcceptableError(f"none of the types asked for is offered: ask for {_listing(offers)}")
    return offer


def prefers_html(request: Request) -> bool:
    """Whether a person with a browser asks: HTML is named, and liked no less than anything else."""
    try:
        return negotiate(request, (TURTLE, HTML)) is HTML
    except NotAcceptableError:
        return False


def by_name(name: str, offers: Sequence[MediaType]) -> MediaType:
    """Choose the offer that ?format= names."""
    for offer in offers:
        if name in (offer.name, offer.value, *offer.aliases):
            return offer
    raise NotAcceptableError(f"format={name[:40]!r} is not offered here: take {_listing(offers)}")


def _listing(offers: Sequence[MediaType]) -> str:
    return ", ".join(f"{offer.value} (format={offer.name})" for offer in offers)


def _parse_accept(accept: str) -> list[tuple[str, float]]:
    wishes = read_wishes(accept)
    return [
        ("*/*" if value == "*" else value, weight) for value, weight in wishes if value == "*" or "/" in value
    ]


def read_wishes(header: str) -> list[tuple[str, float]]:
    """The values of an Accept header or one like it, each with its quality."""
    wishes = []
    for part in header.lower().split(","):
        value, *parameters = (piece.strip() for piece in part.split(";"))
        wishes.append((value, _weight(parameters)))
    return wishes


def _weight(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def _quality(offer: MediaType, wishes: Sequence[tuple[str, float]]) -> float:
    """Give the quality that the most specific wish gives the offer; an alias counts a trifle less."""
    weights = dict(reversed(wishes))
    if offer.value in weights:
        return weights[offer.value]
    aliases = [weights[alias] - 1e-6 for alias in offer.aliases if alias in weights]
    if aliases:
        return max(aliases)
    family = offer.value.split("/")[0] + "/*"
    # A wildcard counts a trifle less than a name, so that a browser's */* does not outweigh text/html
    return weights.get(family, weights.get("*/*", 0.0)) - 2e-6
