"""app: a store, settings and a conversion become the HTTP service; every route is listed here."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from graph.errors import DiplographError
from graph.storage.graph_store import GraphStore
from graph.storage.remote import RemoteStore
from graph.storage.store import Store
from service.articles import article, articles
from service.backup import backup
from service.canned_routes import answer_query, list_queries
from service.compression import Compression
from service.conditions import Conditions, LastChange
from service.connections import DIRECT_KEY
from service.context import Service
from service.conversion import Converter, InProcesses, InThread
from service.direct import Direct, Head
from service.engine.cache import Cache
from service.engine.engine import Engine
from service.failures import Failures, answer_error, answer_http_error
from service.federation.federation import Federation
from service.figures import Figures
from service.graphs import graph, graphs
from service.headers import Headers
from service.health import health, live
from service.intake import Intake
from service.linked_data import dereference
from service.metrics import Metrics, metrics
from service.negotiation import HTML, JSON, RDF_TYPES, RESULT_TYPES, TEXT
from service.observation import Observation, Observer
from service.openapi.document import openapi
from service.pages import render
from service.remote_engine import RemoteEngine
from service.repeats import Ready, Repeats
from service.settings import Settings
from service.shortcut import Sent, Shortcut
from service.sparql import sparql
from service.start import search, start
from service.vocabulary_pages import ontology, shapes
from service.void import void

# What is the same whatever the store holds
_CONSTANT = frozenset({"/ontology", "/shapes", "/queries", "/docs", "/openapi.json"})

_COMPRESSED = frozenset(
    {
        *(media_type.value for media_type in (HTML, JSON, TEXT, *RESULT_TYPES, *RDF_TYPES)),
        *("text/css", "text/javascript", "application/javascript", "image/svg+xml"),
    }
)


def create_app(store: GraphStore, settings: Settings, converter: Converter | InProcesses) -> Starlette:
    """Make the service over an open store; `converter` turns a posted article into what it says."""
    engine = make_engine(store, settings)
    federation = Federation(settings.reach, settings.query_limits, base=settings.base_iri)
    kept = Cache[Sent](settings.cache_bytes // 2)
    repeated, heads = Cache[Ready](settings.cache_bytes // 8), Cache[Head](settings.cache_bytes // 16)
    caches: dict[str, Cache[Any]] = {
        "results": engine.cache,
        "answers": kept,
        "requests": repeated,
        "heads": heads,
    }
    figures = Metrics(caches)
    observer = Observer(ROUTES, figures, slow_seconds=settings.slow_query_seconds)
    change = LastChange(lambda: engine.state) if isinstance(engine, Engine) else None
    state: dict[str, Direct] = {}
    if isinstance(engine, Engine) and change is not None:
        repeats = Repeats(revision=lambda: engine.state, cache=repeated, observer=observer)
        federates = bool(settings.service_endpoints)
        state[DIRECT_KEY] = Direct(engine, repeats, change, heads=heads, federates=federates)
    app = Starlette(
        routes=ROUTES,
        lifespan=partial(_lifespan, engine=engine, federation=federation, state=state),
        middleware=[
            Middleware(Observation, observer=observer),
            Middleware(Intake, most=settings.max_bodies, seconds=settings.body_seconds),
            *_shortcut(engine, kept),
            Middleware(Headers, origins=settings.origins),
            Middleware(Compression, types=_COMPRESSED),
            Middleware(Conditions, change=change, constant=_CONSTANT),
            Middleware(Failures),
        ],
        exception_handlers={DiplographError: answer_error, HTTPException: answer_http_error},
    )
    app.state.metrics = figures
    conversion = converter if isinstance(converter, InProcesses) else InThread(converter)
    app.state.service = Service(store, settings, conversion, engine, Figures(engine), federation)
    return app


def _shortcut(engine: Engine | RemoteEngine, kept: Cache[Sent]) -> list[Middleware]:
    """Nothing is kept of another engine's answers: whoever else writes to it does not say so here."""
    if not isinstance(engine, Engine):
        return []
    return [Middleware(Shortcut, revision=lambda: engine.state, cache=kept)]


def make_engine(store: GraphStore, settings: Settings) -> Engine | RemoteEngine:
    """Make the engine that answers strangers' queries within the bounds that the settings draw."""
    bounds, shares, seconds = settings.query_bounds, settings.query_shares, settings.answer_seconds
    if isinstance(store, Store):
        kept = settings.cache_bytes // 2
        return Engine(store, bounds, shares, answer_seconds=seconds, cache_bytes=kept)
    return RemoteEngine(cast("RemoteStore", store), bounds, shares, answer_seconds=seconds)


@asynccontextmanager
async def _lifespan(
    _: Starlette, engine: Engine | RemoteEngine, federation: Federation, state: dict[str, Direct]
) -> AsyncIterator[dict[str, Direct]]:
    start = asyncio.create_task(engine.start())  # the first query waits for it, other requests do not
    try:
        yield state
    finally:
        start.cancel()
        federation.close()
        await engine.close()


async def docs(request: Request) -> Response:
    """Show the API's description for people; nothing on the page comes from elsewhere."""
    return render(request, "docs.html")


async def describe_api(_: Request) -> Response:
    """Give the API's description for programs."""
    return JSONResponse(openapi())


def _folder(package: str) -> str:
    return str(Path(str(files(package))) / "static")


ROUTES = [
    Route("/sparql", sparql, methods=["GET", "POST"], name="sparql"),
    Route("/", start),
    Route("/search", search),
    Route("/graphs", graphs, methods=["GET", "PUT", "POST", "DELETE"]),
    Route("/graphs/{name:path}", graph, methods=["GET", "PUT", "POST", "DELETE"]),
    Route("/backup", backup),
    Route("/queries", list_queries),
    Route("/queries/{name}", answer_query),
    Route("/articles", articles, methods=["GET", "POST"]),
    Route("/articles/{id:path}", article, methods=["GET", "DELETE"]),
    Route("/article/{id:path}", article, methods=["GET", "PUT", "POST", "DELETE"]),
    Route("/entity/{name:path}", dereference),
    Route("/event/{name:path}", dereference),
    Route("/position/{name:path}", dereference),
    Route("/figure/{name:path}", dereference),
    Route("/ontology", ontology),
    Route("/shapes", shapes),
    Route("/.well-known/void", void),
    Route("/health", health),
    Route("/health/live", live),
    Route("/metrics", metrics),
    Route("/docs", docs),
    Route("/openapi.json", describe_api),
    Mount("/static/swagger", StaticFiles(directory=_folder("fastapi_offline"))),
    Mount("/static", StaticFiles(directory=_folder("service"))),
]
