"""descriptions: the SPARQL service and the data set, described in RDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from ontology.vocabulary import PREFIXES, RDF, Namespace
from service.context import Service
from service.negotiation import HTML, RDF_TYPES, MediaType, negotiate
from service.pages import ALTERNATES, render

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
FORMATS = Namespace("http://www.w3.org/ns/formats/")
_PREFIXES = PREFIXES | {"sd": SD.iri, "void": "http://rdfs.org/ns/void#", "formats": FORMATS.iri}
_RESULT_FORMATS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "RDF_XML", "JSON-LD",
)  # fmt: skip


def service_description(request: Request) -> Response:
    """Describe the SPARQL service, as SPARQL 1.1 Service Description has it."""
    media_type = negotiate(request, RDF_TYPES)
    return rdf_response(_service_triples(Service.of(request).settings.base_iri), media_type)


def rdf_response(triples: Iterable[ox.Triple], media_type: MediaType) -> Response:
    """Write triples in the form asked for."""
    content = ox.serialize(triples, format=media_type.rdf, prefixes=_PREFIXES)
    return Response(content, media_type=media_type.content_type, headers={"Vary": "Accept"})


def rdf_answer(request: Request, triples: Iterable[ox.Triple], title: str) -> Response:
    """Answer with triples; a browser gets a page that shows them as Turtle."""
    media_type = negotiate(request, (*RDF_TYPES, HTML))
    if media_type is not HTML:
        return rdf_response(triples, media_type)
    turtle = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES) or b""
    return render(request, "turtle.html", title=title, turtle=turtle.decode(), alternates=ALTERNATES)


def _service_triples(base: str) -> Iterator[ox.Triple]:
    endpoint = ox.NamedNode(f"{base}sparql")
    service, dataset = ox.NamedNode(f"{base}sparql#service"), ox.NamedNode(f"{base}.well-known/void#dataset")
    graph = ox.NamedNode(f"{base}sparql#default-graph")
    yield ox.Triple(service, RDF.type, SD.Service)
    yield ox.Triple(service, SD.endpoint, endpoint)
    yield ox.Triple(service, SD.supportedLanguage, SD.SPARQL11Query)
    for name in _RESULT_FORMATS:
        yield ox.Triple(service, SD.resultFormat, FORMATS[name])
    yield ox.Triple(service, SD.defaultDataset, dataset)
    yield ox.Triple(dataset, RDF.type, SD.Dataset)
    yield ox.Triple(dataset, SD.defaultGraph, graph)
    yield ox.Triple(graph, RDF.type, SD.Graph)
