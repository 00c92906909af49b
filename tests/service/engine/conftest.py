from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from graph.storage.store import Store
from service.app import make_engine
from service.engine.engine import Engine
from service.settings import Settings

Opening = Callable[..., AbstractAsyncContextManager[Engine]]


@pytest.fixture
def on_disk(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "store")


@pytest.fixture
def opened() -> Opening:
    """An engine over a store, with one process unless the settings say otherwise, ended at the end."""

    @asynccontextmanager
    async def open_engine(store: Store, **settings: Any) -> AsyncIterator[Engine]:
        engine = make_engine(store, Settings(**{"query_processes": 1} | settings))
        assert isinstance(engine, Engine)
        try:
            yield engine
        finally:
            await engine.close()

    return open_engine
