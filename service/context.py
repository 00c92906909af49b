"""context: what every request handler works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self, TypeVar, cast

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from graph.storage.graph_store import GraphStore
from graph.storage.stats import Stats
from service.conversion import Conversion
from service.engine.engine import Engine
from service.federation.federation import Federation
from service.figures import Figures
from service.remote_engine import RemoteEngine
from service.settings import Settings

Result = TypeVar("Result")
_RECENT_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Service:
    """The store, the settings, the conversion, and who answers strangers' queries, here and elsewhere."""

    store: GraphStore
    settings: Settings
    conversion: Conversion
    engine: Engine | RemoteEngine
    figures: Figures
    federation: Federation

    @classmethod
    def of(cls, request: Request) -> Self:
        """The service that answers the request."""
        return cast("Self", request.app.state.service)

    async def write(self, change: Callable[[], Result]) -> Result:
        """Change the store in a thread; when it is done, every query sees the change."""
        async with self.engine.writing():
            return await run_in_threadpool(change)

    async def stats(self) -> Stats:
        """What the store holds."""
        return await self.figures.stats.value()

    async def recent_stats(self) -> Stats:
        """What the store held some seconds ago, at most: for those who ask again and again."""
        return await self.figures.stats.recent_value(seconds=_RECENT_SECONDS)
