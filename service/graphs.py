"""graphs: the SPARQL 1.1 Graph Store HTTP Protocol, its reading part."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from graph.errors import QueryError
from service.context import Service
from service.descriptions import rdf_response
from service.errors import NotFoundError
from service.linked_data import checked_iri
from service.negotiation import RDF_TYPES, MediaType, negotiate
from service.parameters import parse_parameters


async def graphs(request: Request) -> Response:
    """Answer with the triples of the graph that ?graph= names, or of the default graph for ?default."""
    iri = requested_graph(request)
    return await run_in_threadpool(_read, request, iri, negotiate(request, RDF_TYPES))


def requested_graph(request: Request) -> str | None:
    """The graph's name, None for the default graph; exactly one of the two must be asked for."""
    parameters = parse_parameters(request.scope["query_string"])
    names = [value for name, value in parameters if name == "graph"]
    is_default = any(name == "default" for name, _ in parameters)
    if len(names) + is_default != 1:
        raise QueryError("ask for one graph: ?default, or ?graph= and its IRI")
    return checked_iri(names[0]) if names else None


def _read(request: Request, iri: str | None, media_type: MediaType) -> Response:
    quads = Service.of(request).store.quads_of_graph(iri)
    if quads is None:
        raise NotFoundError(f"the store has no graph {iri}: each article is one, and /articles lists them")
    return rdf_response((quad.triple for quad in quads), media_type)
