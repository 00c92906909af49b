"""articles: listed, read, posted and deleted over HTTP."""

from __future__ import annotations

from functools import partial
from typing import Any

import pyoxigraph as ox
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from graph.errors import ParameterError
from graph.ingest import load
from graph.model import Extraction
from graph.rdf.iris import article_iri
from graph.storage.graph_store import GraphStore
from ontology.vocabulary import DIP, RDF, RDFS
from service.access import require_token
from service.article_bodies import READERS
from service.bodies import content_type, read_body
from service.context import Service
from service.errors import NotFoundError, UnsupportedTypeError
from service.graphs import delete_graph, graph, read_graph
from service.linked_data import checked_iri, requested_iri
from service.lookups import Row, look_up, text
from service.marked_text import MarkedArticle, mark_article
from service.metrics import Metrics
from service.negotiation import HTML, JSON, RDF_TYPES, MediaType, negotiate
from service.pages import ALTERNATES, local_path, render

ARTICLE_FORMS = (*RDF_TYPES, JSON, HTML)
MAX_PAGE_SIZE, MAX_PAGES = 500, 10_000_000


async def articles(request: Request) -> Response:
    """List the articles, or take a new one."""
    if request.method == "POST":
        return await post_article(request)
    media_type = negotiate(request, (JSON, HTML))
    size = _number(request, "size", default=50, most=MAX_PAGE_SIZE)
    page = _number(request, "page", default=1, most=MAX_PAGES)
    total = int(text((await look_up(request, "article_count"))[0]["articles"]))
    offset = (page - 1) * size
    rows = await look_up(request, "article_list", limit=ox.Literal(size), offset=ox.Literal(offset))
    shown = [_entry(row) for row in rows]
    pages = max(1, -(-total // size))
    paging: dict[str, Any] = {"total": total, "page": page, "pages": pages}
    if media_type is HTML:
        return render(request, "articles.html", section="/articles", articles=shown, size=size, **paging)
    following = f"/articles?page={page + 1}&size={size}" if page < pages else None
    base = Service.of(request).settings.base_iri
    listed = [{**entry, "url": local_path(entry["iri"] or "", base)} for entry in shown]
    return JSONResponse({"articles": listed, **paging, "next": following}, headers={"Vary": "Accept"})


def _number(request: Request, name: str, *, default: int, most: int) -> int:
    value = request.query_params.get(name, str(default))
    if not (value.isascii() and value.isdigit() and len(value) < 10 and 1 <= int(value) <= most):
        raise ParameterError(f"{name} must be a whole number from 1 to {most:,}, found {value[:40]!a}")
    return int(value)


def _entry(row: Row) -> dict[str, str | None]:
    fields = {name: text(term) or None for name, term in row.items()}
    return fields | {"id": fields["id"] or fields["iri"]}


async def article(request: Request) -> Response:
    """Show or delete one article, by its IRI's path or by /articles/ and its id; its graph can be written."""
    if request.method in ("PUT", "POST"):
        return await graph(request)
    iri = checked_iri(requested_iri(request).replace("articles/", "article/", 1))
    if request.method == "DELETE":
        return await _delete(request, iri)
    media_type = negotiate(request, ARTICLE_FORMS)
    if media_type.rdf is not None:
        return await read_graph(request, iri, media_type)
    return await run_in_threadpool(_show, request, iri, media_type)


def _show(request: Request, iri: str, media_type: MediaType) -> Response:
    marked = mark_article(Service.of(request).store, iri)
    if marked is None:
        raise _unknown(iri)
    if media_type is HTML:
        return render(request, "article.html", article=marked, alternates=ALTERNATES, section="/articles")
    return JSONResponse(_as_json(marked), headers={"Vary": "Accept"})


def _as_json(marked: MarkedArticle) -> dict[str, object]:
    fields = ("id", "iri", "title", "published", "publisher", "url", "language", "text")
    known = {name: value for name in fields if (value := getattr(marked, name))}
    events = [
        {"iri": event.iri, "label": event.title, "status": event.status, "when": event.when or None}
        for event in marked.events
    ]
    entities = [{"iri": iri, "label": label} for label, iri in marked.entities]
    positions = [{"iri": iri, "label": label} for label, iri in marked.positions]
    return known | {"events": events, "entities": entities, "positions": positions}


def _unknown(iri: str) -> NotFoundError:
    return NotFoundError(f"the store has no article {iri}: /articles lists them")


async def _delete(request: Request, iri: str) -> Response:
    service = Service.of(request)
    require_token(request, service.settings)
    return await delete_graph(request, iri)


async def post_article(request: Request) -> Response:
    """Convert an article and put it into the graph; an article of the same id is replaced."""
    service = Service.of(request)
    require_token(request, service.settings)
    kind = content_type(request)
    if kind not in READERS:
        raise UnsupportedTypeError(f"the body's Content-Type must be one of {', '.join(READERS)}")
    body = await read_body(request, limit=service.settings.max_body)
    extraction = await _convert(request, body, kind)
    return await service.write(partial(_load, service, extraction))


async def _convert(request: Request, body: bytes, kind: str) -> Extraction:
    figures: Metrics = request.app.state.metrics
    outcome = "failed"
    try:
        with figures.conversions.track_inprogress(), figures.conversion_seconds.time():
            extraction = await Service.of(request).conversion.convert(body, kind)
        outcome = "done"
    finally:
        figures.articles.labels(outcome).inc()
    return extraction


def _load(service: Service, extraction: Extraction) -> Response:
    base = service.settings.base_iri
    load(extraction, service.store, base=base)
    iri = article_iri(extraction.article, base=base).value
    summary = _summary(service.store, extraction, iri)
    return JSONResponse(summary, status_code=201, headers={"Location": local_path(iri, base)})


def _summary(store: GraphStore, extraction: Extraction, iri: str) -> dict[str, object]:
    quads = list(store.quads_of_article(iri))
    labels = {quad.subject: quad.object for quad in quads if quad.predicate == RDFS.label}
    events = [quad.subject for quad in quads if (quad.predicate, quad.object) == (RDF.type, DIP.Event)]
    return {
        "id": extraction.article.id,
        "iri": iri,
        "triples": len(quads),
        "events": sorted(
            ({"iri": _value(event), "label": _value(labels.get(event))} for event in events),
            key=lambda event: event["iri"],
        ),
        "entities": len({quad.object for quad in quads if quad.predicate == DIP.mentions}),
        "positions": len({quad.subject for quad in quads if quad.object == DIP.Position}),
    }


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))
