"""start: the first page, which shows what is in the graph and leads to everything; and the search by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.storage.stats import Stats
from ontology.schema import load_entity_classes, load_event_schemas
from ontology.vocabulary import DIP
from service.context import Service
from service.labels import local, status_word, term_label
from service.lookups import Row, look_up, text
from service.pages import local_path, render
from service.things import EventRow, event_row

STATUS_ORDER = ("actual", "planned", "proposed", "denied")


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure with its share of the largest, in hundredths."""

    name: str
    label: str
    count: int
    share: float
    iri: str


async def start(request: Request) -> Response:
    """Show what is in the graph."""
    stats = await Service.of(request).stats()
    latest = [event_row([row]) for row in await look_up(request, "latest_events")]
    named_most = await look_up(request, "named_most")
    return await run_in_threadpool(_page, request, stats, latest, named_most)


def _page(request: Request, stats: Stats, latest: Sequence[EventRow], named_most: Sequence[Row]) -> Response:
    statuses = {DIP[name].value: stats.events_by_status.get(DIP[name].value, 0) for name in STATUS_ORDER}
    by_status = [
        Bar(local(iri), status_word(iri), count, 100 * count / max(1, stats.events), iri)
        for iri, count in statuses.items()
    ]
    return render(
        request,
        "start.html",
        stats=stats,
        latest=latest,
        named_most=named_most,
        by_type=bars({iri: n for iri, n in stats.events_by_type.items() if _is_main_event(iri)}),
        by_status=by_status,
        by_entity=bars({iri: n for iri, n in stats.entities_by_type.items() if _is_special_entity(iri)}),
    )


def _is_main_event(iri: str) -> bool:
    """Whether no other class of events stands above this one: a summit counts as a meeting."""
    schemas = load_event_schemas()
    schema = schemas.get(local(iri))
    return schema is not None and not any(parent in schemas for parent in schema.parents)


def _is_special_entity(iri: str) -> bool:
    """Whether no class of entities stands below this one."""
    return not any(local(iri) in above for above in load_entity_classes().values())


def bars(counts: Mapping[str, int]) -> list[Bar]:
    """Figures, the largest first."""
    most = max(counts.values(), default=1)
    entries = [
        Bar(local(iri), term_label(iri), count, 100 * count / most, iri) for iri, count in counts.items()
    ]
    return sorted(entries, key=lambda bar: (-bar.count, bar.label))


async def search(request: Request) -> Response:
    """Find entities by a part of their name; a single one is shown at once."""
    sought = request.query_params.get("q", "").strip()[:200]
    # Lone surrogates cannot come out of a URL's UTF-8, which is decoded with replacement
    rows = await look_up(request, "search", sought=ox.Literal(sought)) if sought else []
    if len(rows) == 1:
        address = local_path(text(rows[0]["entity"]), Service.of(request).settings.base_iri)
        if address.startswith("/") and not address.startswith("//"):
            return RedirectResponse(address, 303)
    return await run_in_threadpool(render, request, "search.html", sought=sought, rows=rows)
