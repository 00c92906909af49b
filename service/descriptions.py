"""descriptions: the SPARQL service and the data set, described in RDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain
from typing import IO

import pyoxigraph as ox
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from graph.storage.store import Store
from ontology.vocabulary import PREFIXES, RDF, RDFS, Namespace
from service.access import token_digests
from service.context import Service
from service.lookups import look_up, text
from service.negotiation import HTML, RDF_TYPES, MediaType, negotiate
from service.pages import ALTERNATES, render

VOID = Namespace("http://rdfs.org/ns/void#")
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
FORMATS = Namespace("http://www.w3.org/ns/formats/")
_PREFIXES = PREFIXES | {"sd": SD.iri, "void": VOID.iri, "formats": FORMATS.iri}
_SIMPLE_ENTAILMENT = "http://www.w3.org/ns/entailment/Simple"
_RDF_FORMATS = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD")
_ROW_FORMATS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_LISTED_GRAPHS = 1000  # named graphs that the description lists; a query finds the rest
_DEFAULT_GRAPH = (
    "The merge of the named graphs, each triple once, with what is known of the entities that they mention. "
    "It is not written directly: it follows the named graphs."
)


async def describe_service(request: Request) -> Response:
    """Describe the SPARQL service, as SPARQL 1.1 Service Description has it."""
    media_type = negotiate(request, RDF_TYPES)
    service = Service.of(request)
    base = service.settings.base_iri
    is_writable = bool(token_digests(service.settings))
    features = [SD.UnionDefaultGraph]
    if is_writable and isinstance(service.store, Store):
        features.append(SD.EmptyGraphs)
    if service.settings.service_endpoints:
        features.append(SD.BasicFederatedQuery)
    dataset = _dataset_triples(base, await _named_graphs(request))
    triples = _service_triples(base, features, is_writable=is_writable)
    return rdf_response(chain(triples, dataset), media_type)


def rdf_response(triples: Iterable[ox.Triple], media_type: MediaType) -> Response:
    """Write triples in the form asked for."""
    content = BytesIO()
    write_rdf(triples, media_type, content)
    return Response(content.getvalue(), media_type=media_type.content_type, headers={"Vary": "Accept"})


def write_rdf(triples: Iterable[ox.Triple], media_type: MediaType, output: IO[bytes]) -> None:
    """Write triples to a file in the form asked for."""
    ox.serialize(triples, output, media_type.rdf, prefixes=_PREFIXES)


def rdf_answer(request: Request, triples: Iterable[ox.Triple], title: str) -> Response:
    """Answer with triples; a browser gets a page that shows them as Turtle."""
    media_type = negotiate(request, (*RDF_TYPES, HTML))
    if media_type is not HTML:
        return rdf_response(triples, media_type)
    turtle = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES) or b""
    return render(request, "turtle.html", title=title, turtle=turtle.decode(), alternates=ALTERNATES)


def _service_triples(
    base: str, features: Iterable[ox.NamedNode], *, is_writable: bool
) -> Iterator[ox.Triple]:
    """What the service understands, reads and writes."""
    service = ox.NamedNode(f"{base}sparql#service")
    yield ox.Triple(service, RDF.type, SD.Service)
    yield ox.Triple(service, SD.endpoint, ox.NamedNode(f"{base}sparql"))
    yield ox.Triple(service, SD.supportedLanguage, SD.SPARQL11Query)
    for feature in features:
        yield ox.Triple(service, SD.feature, feature)
    for name in (*_ROW_FORMATS, *_RDF_FORMATS):
        yield ox.Triple(service, SD.resultFormat, FORMATS[name])
    if is_writable:
        yield ox.Triple(service, SD.supportedLanguage, SD.SPARQL11Update)
        for name in _RDF_FORMATS:
            yield ox.Triple(service, SD.inputFormat, FORMATS[name])
    yield ox.Triple(service, SD.defaultEntailmentRegime, ox.NamedNode(_SIMPLE_ENTAILMENT))
    # The vocabulary has no term for the Graph Store Protocol
    yield ox.Triple(service, RDFS.seeAlso, ox.NamedNode(f"{base}graphs"))
    yield ox.Triple(service, SD.defaultDataset, ox.NamedNode(f"{base}.well-known/void#dataset"))


def _dataset_triples(base: str, named_graphs: Iterable[str]) -> Iterator[ox.Triple]:
    """The graphs that a query sees: the default graph, and the named graphs."""
    dataset = ox.NamedNode(f"{base}.well-known/void#dataset")
    default = ox.NamedNode(f"{base}sparql#default-graph")
    yield ox.Triple(dataset, RDF.type, SD.Dataset)
    yield ox.Triple(dataset, SD.defaultGraph, default)
    yield ox.Triple(default, RDF.type, SD.Graph)
    yield ox.Triple(default, RDFS.comment, ox.Literal(_DEFAULT_GRAPH, language="en"))
    for graph in map(ox.NamedNode, named_graphs):
        yield ox.Triple(dataset, SD.namedGraph, graph)
        yield ox.Triple(graph, RDF.type, SD.NamedGraph)
        yield ox.Triple(graph, SD.name, graph)


async def _named_graphs(request: Request) -> list[str]:
    """The first named graphs; of another engine those of articles, for its own are among the others."""
    store = Service.of(request).store
    if isinstance(store, Store):
        return await run_in_threadpool(store.named_graphs, limit=_LISTED_GRAPHS)
    rows = await look_up(request, "article_list", limit=ox.Literal(_LISTED_GRAPHS))
    return [text(row["iri"]) for row in rows]
