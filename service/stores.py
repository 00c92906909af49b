"""stores: the store that the settings name is opened, here or at another engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import StoreError
from graph.storage.store import Store
from service.settings import Settings


@contextmanager
def open_store(settings: Settings, *, must_exist: bool = False) -> Iterator[Store]:
    """Open the store for as long as it is used; with `must_exist` an absent one is not made."""
    directory = store_directory(settings)
    if must_exist and not (directory / "CURRENT").is_file():
        raise StoreError(
            f"there is no store at {directory}: make one with `diplograph ingest`, or name another"
        )
    store = Store.open(directory)
    try:
        yield store
    finally:
        store.close()


def store_directory(settings: Settings) -> Path:
    """The store's directory; another engine has none."""
    if not isinstance(settings.store, Path):
        raise StoreError(f"{settings.store} is another engine: name a directory with --store")
    return settings.store
