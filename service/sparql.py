"""sparql: the SPARQL 1.1 Protocol; what is an update goes on to service.update."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import partial

import pyoxigraph as ox
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from graph.errors import QueryError
from graph.storage.store import QueryResults, Store
from ontology.vocabulary import PREFIXES
from service.bodies import content_type, read_body
from service.context import Service
from service.descriptions import service_description
from service.errors import TooLargeError, UnsupportedTypeError
from service.negotiation import HTML, RDF_TYPES, RESULT_TYPES, MediaType, negotiate, prefers_html
from service.observation import QUERY_KEY
from service.pages import answer_page, query_page
from service.parameters import Parameters, decode_text, graphs_named, only_value, parse_parameters
from service.query_check import check_query, explain_syntax_error, merged_graphs
from service.update import UPDATE_TYPE, post_update

FORM_TYPE = "application/x-www-form-urlencoded"
QUERY_TYPE = "application/sparql-query"


@dataclass(frozen=True, slots=True)
class QueryRequest:
    """A query and the data set that the protocol gives it; None leaves the query's own."""

    text: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None


async def sparql(request: Request) -> Response:
    """Answer a query; without one, describe the service."""
    service = Service.of(request)
    query = await read_query(request, service)
    if isinstance(query, Response):
        return query
    if query is None:
        return query_page(request) if prefers_html(request) else service_description(request)
    request.scope[QUERY_KEY] = query.text
    check_query(query.text, service.settings.query_limits)
    query = await _with_merged_graphs(query)
    return await service.evaluation.run(partial(answer, request, service, query))


async def _with_merged_graphs(query: QueryRequest) -> QueryRequest:
    """Take the data set out of a query that merges graphs by FROM, for the store to merge them.

    Not in the thread that evaluates: rdflib's parser keeps its callers' frames, and with them results that
    no other thread may free.
    """
    if query.default_graphs is not None or query.text.upper().count("FROM") < 2:
        return query
    graphs = await run_in_threadpool(merged_graphs, query.text)
    return query if graphs is None else QueryRequest(query.text, *graphs)


async def read_query(request: Request, service: Service) -> QueryRequest | Response | None:
    """Take the query out of a request, in one of the protocol's three ways; an update is answered at once."""
    url = parse_parameters(request.scope["query_string"])
    if request.method == "POST":
        return await _read_posted(request, service, url)
    if "update" in dict(url):
        raise QueryError("an update goes by POST: use GET for queries only")
    return _query_of(url) if "query" in dict(url) else None


async def _read_posted(request: Request, service: Service, url: Parameters) -> QueryRequest | Response:
    kind = content_type(request)
    if kind == UPDATE_TYPE or "update" in dict(url):
        return await post_update(request, service, url)
    # Percent-encoding writes a byte as three, and a character is up to four bytes
    body = await read_body(request, limit=service.settings.max_query * 12)
    if kind == QUERY_TYPE:
        if "query" in dict(url):
            raise QueryError("the query stands in the URL and in the body: send it once")
        return _query_of([*url, ("query", decode_text(body))])
    if kind != FORM_TYPE:
        raise UnsupportedTypeError(f"the body's Content-Type must be {QUERY_TYPE} or {FORM_TYPE}")
    form = parse_parameters(body)
    if "update" in dict(form):
        return await post_update(request, service, url, form)
    return _query_of([*url, *form])


def _query_of(parameters: Parameters) -> QueryRequest:
    text = only_value(parameters, "query")
    defaults = graphs_named(parameters, "default-graph-uri")
    named = graphs_named(parameters, "named-graph-uri")
    if not defaults and not named:
        return QueryRequest(text)
    return QueryRequest(text, defaults, named)


# Answers


def answer(request: Request, service: Service, query: QueryRequest) -> Response:
    """Evaluate a query and write its results in the form that the client likes best."""
    try:
        return _answer(request, service, query)
    except RuntimeError as error:  # what Oxigraph raises in the middle of an evaluation
        raise QueryError(f"the query cannot be evaluated: {error}") from error


def _answer(request: Request, service: Service, query: QueryRequest) -> Response:
    results = evaluate(service.store, query)
    offers = RDF_TYPES if isinstance(results, ox.QueryTriples) else RESULT_TYPES
    media_type = negotiate(request, (*offers, HTML))
    if media_type is HTML:
        return answer_page(request, query.text, results)
    content = serialize(results, media_type, limit=service.settings.max_result)
    return Response(content, media_type=media_type.content_type, headers={"Vary": "Accept"})


def evaluate(store: Store, query: QueryRequest) -> QueryResults:
    """Ask the store; a malformed query is told where it is malformed."""
    try:
        return store.query(query.text, default_graphs=query.default_graphs, named_graphs=query.named_graphs)
    except QueryError as error:
        raise QueryError(explain_syntax_error(query.text, str(error))) from error


def serialize(results: QueryResults, media_type: MediaType, *, limit: int) -> bytes:
    """Write results whole: an answer that grows past the limit is an error, never cut short."""
    output = Bounded(limit)
    if isinstance(results, ox.QueryTriples):
        ox.serialize(results, output, media_type.rdf, prefixes=PREFIXES)
    elif isinstance(results, ox.QueryBoolean) and media_type.results in (
        ox.QueryResultsFormat.CSV,
        ox.QueryResultsFormat.TSV,
    ):
        output.write(b"true" if results else b"false")
    else:
        results.serialize(output, media_type.results)
    return output.getvalue()


class Bounded(io.BytesIO):
    """Bytes in memory, up to a limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def write(self, content: bytes) -> int:  # type: ignore[override]  # pyoxigraph hands over bytes only
        """Take more bytes, or raise TooLargeError."""
        if self.tell() + len(content) > self._limit:
            raise TooLargeError(
                f"the answer has more than {self._limit:,} bytes: ask for less, or add a LIMIT"
            )
        return super().write(content)
