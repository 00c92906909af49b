"""linked_data: every IRI that we mint answers, with a page for people and RDF for programs."""

from __future__ import annotations

from collections.abc import Callable

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
from service.things import Thing, describe_thing, events_of, thing_triples

PAGE_FORMS = (*RDF_TYPES, HTML)


async def dereference(request: Request) -> Response:
    """Answer for the IRI whose path is asked, in the form that the client likes best."""
    media_type = negotiate(request, PAGE_FORMS)
    return await run_in_threadpool(_answer, request, requested_iri(request), media_type)


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


def _answer(request: Request, iri: str, media_type: MediaType) -> Response:
    store = Service.of(request).store
    thing = describe_thing(store, checked_iri(iri))
    if thing is None:
        raise NotFoundError(f"the graph says nothing of {iri}: the start page finds entities by name")
    if media_type is not HTML:
        return rdf_response(thing_triples(store, iri), media_type)
    kind = iri.removeprefix(Service.of(request).settings.base_iri).partition("/")[0]
    return _PAGES.get(kind, _thing_page)(request, thing)


def _entity_page(request: Request, thing: Thing) -> Response:
    store, node = Service.of(request).store, ox.NamedNode(thing.iri)
    return render(
        request,
        "entity.html",
        thing=thing,
        alternates=ALTERNATES,
        events=events_of(store, thing.iri),
        positions=look_up(store, "positions_of", entity=node),
        articles=look_up(store, "mentions_of", entity=node),
    )


def _thing_page(request: Request, thing: Thing) -> Response:
    return render(request, "thing.html", thing=thing, alternates=ALTERNATES)


_PAGES: dict[str, Callable[[Request, Thing], Response]] = {"entity": _entity_page}
