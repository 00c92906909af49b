"""app: a store, settings and a conversion become the HTTP service; every route is listed here."""

from __future__ import annotations

from importlib.metadata import version
from importlib.resources import files

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.staticfiles import StaticFiles

from graph.errors import DiplographError
from graph.store import Store
from service.context import Converter, Service
from service.evaluation import Evaluation
from service.failures import answer_error, answer_failure, answer_http_error
from service.headers import Headers
from service.health import health
from service.settings import Settings
from service.sparql import sparql


def create_app(store: Store, settings: Settings, converter: Converter) -> FastAPI:
    """Make the service over an open store; `converter` turns a posted article into what it says."""
    app = FastAPI(
        title="Diplograph",
        version=version("diplograph"),
        summary="News articles about diplomacy as a knowledge graph.",
        docs_url=None,
        redoc_url=None,
        middleware=[Middleware(Headers)],
    )
    evaluation = Evaluation(slots=settings.query_slots, seconds=settings.query_seconds)
    app.state.service = Service(store, settings, converter, evaluation)
    app.router.routes += ROUTES
    app.mount("/static", StaticFiles(directory=str(files("service").joinpath("static"))), name="static")
    app.add_exception_handler(DiplographError, answer_error)
    app.add_exception_handler(HTTPException, answer_http_error)
    app.add_exception_handler(Exception, answer_failure)
    return app


ROUTES = [
    Route("/sparql", sparql, methods=["GET", "POST"], name="sparql"),
    Route("/health", health, name="health"),
]
