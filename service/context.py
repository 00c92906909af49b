"""context: what every request handler works with."""

from __future__ import annotations

from asyncio import Semaphore
from dataclasses import dataclass, field
from typing import Self, cast

from starlette.requests import Request

from graph.storage.graph_store import GraphStore
from graph.storage.stats import Stats
from graph.storage.store import ArticleEntry
from service.conversion import Conversion
from service.engine.engine import Engine
from service.federation.federation import Federation
from service.figures import Figures
from service.remote_engine import RemoteEngine
from service.settings import Settings

_RECENT_SECONDS = 2.0
_GRAPH_READERS = 4  # whole graphs that are read at the same time: each takes a thread, and memory


@dataclass(frozen=True, slots=True)
class Service:
    """The store, the settings, the conversion, and who answers strangers' queries, here and elsewhere."""

    store: GraphStore
    settings: Settings
    conversion: Conversion
    engine: Engine | RemoteEngine
    figures: Figures
    federation: Federation
    graph_readers: Semaphore = field(default_factory=lambda: Semaphore(_GRAPH_READERS))

    @classmethod
    def of(cls, request: Request) -> Self:
        """The service that answers the request."""
        return cast("Self", request.app.state.service)

    def stats(self) -> Stats:
        """What the store holds."""
        return self.figures.stats.value()

    def recent_stats(self) -> Stats:
        """What the store held some seconds ago, at most: for those who ask again and again."""
        return self.figures.stats.value(seconds=_RECENT_SECONDS)

    def articles(self) -> list[ArticleEntry]:
        """The articles of the store."""
        return self.figures.articles.value()
