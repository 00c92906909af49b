"""linked_data: every IRI that we mint answers, with a page for people and RDF for programs."""

from __future__ import annotations

from functools import partial
from typing import Any

import pyoxigraph as ox
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from service.context import Service
from service.descriptions import rdf_response
from service.errors import NotFoundError
from service.lookups import look_up
from service.negotiation import HTML, RDF_TYPES, MediaType, negotiate
from service.pages import ALTERNATES, render
from service.things import describe_thing, event_rows, thing_triples

PAGE_FORMS = (*RDF_TYPES, HTML)


async def dereference(request: Request) -> Response:
    """Answer for the IRI whose path is asked, in the form that the client likes best."""
    media_type = negotiate(request, PAGE_FORMS)
    iri = checked_iri(requested_iri(request))
    if media_type is not HTML:
        return await run_in_threadpool(_data, request, iri, media_type)
    service = Service.of(request)
    thing = await run_in_threadpool(describe_thing, service.store, iri)
    if thing is None:
        raise _unknown(iri)
    page: dict[str, Any] = {"thing": thing, "alternates": ALTERNATES}
    if not iri.startswith(f"{service.settings.base_iri}entity/"):
        return await run_in_threadpool(partial(render, request, "thing.html", **page))
    page |= await _lists(request, iri)
    return await run_in_threadpool(partial(render, request, "entity.html", **page))


def requested_iri(request: Request) -> str:
    """The IRI that stands behind the path; its escapes are kept, for %2F is no slash."""
    raw: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
    path = raw.decode("ascii", "replace").partition("?")[0]
    return Service.of(request).settings.base_iri + path.removeprefix("/")


def checked_iri(iri: str) -> str:
    """Refuse what cannot be an IRI: there is nothing there."""
    try:
        return ox.NamedNode(iri).value
    except ValueError as error:
        raise NotFoundError("there is nothing at this address") from error


def _data(request: Request, iri: str, media_type: MediaType) -> Response:
    triples = thing_triples(Service.of(request).store, iri)
    if not any(triple.subject == ox.NamedNode(iri) for triple in triples):
        raise _unknown(iri)
    return rdf_response(triples, media_type)


async def _lists(request: Request, iri: str) -> dict[str, Any]:
    """What an entity's page lists, however much that is."""
    entity = ox.NamedNode(iri)
    return {
        "events": event_rows(await look_up(request, "events_of", entity=entity)),
        "positions": await look_up(request, "positions_of", entity=entity),
        "articles": await look_up(request, "mentions_of", entity=entity),
    }


def _unknown(iri: str) -> NotFoundError:
    return NotFoundError(f"the graph says nothing of {iri}: the start page finds entities by name")
