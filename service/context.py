"""context: what every request handler works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import Self, cast

from starlette.requests import Request

from graph.model import Article, Extraction
from graph.storage.store import Stats, Store
from service.engine.engine import Engine
from service.settings import Settings

Converter = Callable[[Article], Extraction]


@dataclass(frozen=True, slots=True)
class Service:
    """The store, the settings, the conversion, and the engine that answers strangers' queries."""

    store: Store
    settings: Settings
    converter: Converter
    engine: Engine
    converting: Lock = field(default_factory=Lock)

    @classmethod
    def of(cls, request: Request) -> Self:
        """The service that answers the request."""
        return cast("Self", request.app.state.service)

    def stats(self) -> Stats:
        """What the store holds, counted once for each of its revisions."""
        return _stats(self.store, self.store.revision)


@lru_cache(maxsize=1)
def _stats(store: Store, _revision: int) -> Stats:
    return store.stats()
