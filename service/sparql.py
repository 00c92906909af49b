"""sparql: the SPARQL 1.1 Protocol; what is an update goes on to service.update."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import cast

import pyoxigraph as ox
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from graph.errors import QueryError
from service.asking import have_answered
from service.bodies import FORM_TYPE, QUERY_TYPE, content_type, read_body
from service.context import Service
from service.delivery import deliver, validators
from service.descriptions import describe_service
from service.direct import PLAIN_KEY
from service.engine.engine import Answer, Forms
from service.engine.messages import Kind, Query
from service.engine.results import TABLE
from service.errors import NotAcceptableError, UnsupportedTypeError
from service.negotiation import (
    HTML,
    RDF_TYPES,
    RESULT_TYPES,
    MediaType,
    best,
    by_name,
    prefers_html,
)
from service.pages import answer_page, query_page
from service.parameters import Parameters, decode_text, graphs_named, only_value, parse_parameters
from service.update import UPDATE_TYPE, post_update

_LARGEST_FORM = 2_000_000  # bytes; a larger query goes as the body itself


async def sparql(request: Request) -> Response:
    """Answer a query; without one, describe the service."""
    service = Service.of(request)
    query = await read_query(request, service)
    if isinstance(query, Response):
        return query
    if query is None:
        return query_page(request) if prefers_html(request) else await describe_service(request)
    accept, name = request.headers.get("accept", "*/*"), request.query_params.get("format")
    rows, triples = (_choose(accept, name, offers) for offers in (RESULT_TYPES, RDF_TYPES))
    if rows is None and triples is None:
        raise _not_acceptable(accept, name, RESULT_TYPES)
    forms = Forms(_form_name(rows), _form_name(triples))
    try:
        answer = await have_answered(request, query, forms, is_whole=HTML in (rows, triples))
    except NotAcceptableError as error:
        raise _not_acceptable(accept, name, RESULT_TYPES if rows is None else RDF_TYPES) from error
    if isinstance(answer, Response):
        return answer
    media_type = cast("MediaType", triples if answer.kind is Kind.TRIPLES else rows)
    if media_type is HTML:
        page = await run_in_threadpool(_page, request, query, answer)
        page.headers.update({} if answer.tag else validators(None))
        return page
    if query.is_plain and answer.pieces is None and HTML not in (rows, triples):
        request.scope[PLAIN_KEY] = forms, answer
    return deliver(request, answer, media_type)


# Requests


async def read_query(request: Request, service: Service) -> Query | Response | None:
    """Take the query out of a request, in one of the protocol's three ways; an update is answered at once."""
    url = parse_parameters(request.scope["query_string"])
    if request.method == "POST":
        return await _read_posted(request, service, url)
    if "update" in dict(url):
        raise QueryError("an update goes by POST: use GET for queries only")
    return _query_of(url) if "query" in dict(url) else None


async def _read_posted(request: Request, service: Service, url: Parameters) -> Query | Response:
    kind = content_type(request)
    if kind == UPDATE_TYPE or "update" in dict(url):
        return await post_update(request, service, url)
    # A character is up to four bytes, and percent-encoding writes each as three. Decoding runs on the event
    # loop, some 50 ms: however large a query may be by the settings, a form is not
    longest = service.settings.max_query * 4
    body = await read_body(request, limit=longest if kind == QUERY_TYPE else min(longest * 3, _LARGEST_FORM))
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


def _query_of(parameters: Parameters) -> Query:
    text = only_value(parameters, "query")
    defaults = graphs_named(parameters, "default-graph-uri")
    named = graphs_named(parameters, "named-graph-uri")
    return Query(text, defaults, named) if defaults or named else Query(text)


# Answers


@lru_cache(maxsize=1000)
def _choose(accept: str, name: str | None, offers: Sequence[MediaType]) -> MediaType | None:
    """The form that the client likes best; None where it takes none of them."""
    try:
        return by_name(name, (*offers, HTML)) if name is not None else best(accept, (*offers, HTML))
    except NotAcceptableError:
        return None


def _not_acceptable(accept: str, name: str | None, offers: Sequence[MediaType]) -> NotAcceptableError:
    try:
        by_name(name, (*offers, HTML)) if name is not None else best(accept, (*offers, HTML))
    except NotAcceptableError as error:
        return error
    return NotAcceptableError("the answer to this query has no form that is asked for")


def _form_name(media_type: MediaType | None) -> str | None:
    return None if media_type is None else TABLE if media_type is HTML else media_type.name


def _page(request: Request, query: Query, answer: Answer) -> Response:
    match answer.kind:
        case Kind.TRIPLES:
            quads = ox.parse(answer.content, ox.RdfFormat.N_TRIPLES)
            return answer_page(request, query.text, [quad.triple for quad in quads])
        case Kind.BOOLEAN:
            form = ox.QueryResultsFormat.JSON
        case _:
            form = ox.QueryResultsFormat.TSV
    return answer_page(request, query.text, ox.parse_query_results(answer.content, form))
