"""context: what every request handler works with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Self, cast

from starlette.requests import Request

from graph.storage.graph_store import GraphStore
from graph.storage.store import ArticleEntry, Stats
from service.conversion import Conversion
from service.engine.engine import Engine
from service.remote_engine import RemoteEngine
from service.settings import Settings


@dataclass(frozen=True, slots=True)
class Service:
    """The store, the settings, the conversion, and the engine that answers strangers' queries."""

    store: GraphStore
    settings: Settings
    conversion: Conversion
    engine: Engine | RemoteEngine

    @classmethod
    def of(cls, request: Request) -> Self:
        """The service that answers the request."""
        return cast("Self", request.app.state.service)

    def stats(self) -> Stats:
        """What the store holds, counted once for each of its revisions."""
        return _stats(self.store, self.store.revision)

    def articles(self) -> list[ArticleEntry]:
        """The articles of the store, listed once for each of its revisions."""
        return _articles(self.store, self.store.revision)


@lru_cache(maxsize=1)
def _articles(store: GraphStore, _revision: int) -> list[ArticleEntry]:
    return store.articles()


@lru_cache(maxsize=1)
def _stats(store: GraphStore, _revision: int) -> Stats:
    return store.stats()
