"""stores: the store that the settings name is opened, here or at another engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from pydantic import SecretStr
from pyoxigraph import NamedNode, Triple

from graph.errors import StoreError
from graph.storage.graph_store import GraphStore
from graph.storage.store import Store
from service.settings import Settings


@contextmanager
def open_store(settings: Settings, *, must_exist: bool = False) -> Iterator[GraphStore]:
    """Open the store for as long as it is used; with `must_exist` an absent one is not made."""
    if isinstance(settings.store, Path):
        store: GraphStore = _open_here(settings.store, must_exist, base=settings.base_iri)
    else:
        store = _connect(settings)
    try:
        yield store
    finally:
        store.close()


def store_directory(settings: Settings) -> Path:
    """The store's directory; another engine has none."""
    if not isinstance(settings.store, Path):
        raise StoreError(f"{settings.store} is another engine: name a directory with --store")
    return settings.store


def _open_here(directory: Path, must_exist: bool, *, base: str) -> Store:
    if must_exist and not (directory / "CURRENT").is_file():
        raise StoreError(
            f"there is no store at {directory}: make one with `diplograph ingest`, or name another"
        )
    return Store.open(directory, known=partial(_known_triples, base=base))


def _known_triples(entity: NamedNode, *, base: str) -> frozenset[Triple]:
    from graph.rdf.triples import known_triples  # noqa: PLC0415 - only who writes a graph himself needs it

    return known_triples(entity, base=base)


def _connect(settings: Settings) -> GraphStore:
    """Reach another engine, and find out at once whether it answers."""
    from graph.storage.remote import RemoteStore  # noqa: PLC0415 - a store here needs no HTTP
    from graph.storage.remote_http import Address, Endpoint  # noqa: PLC0415 - likewise

    address = Address(
        query_url=str(settings.store),
        update_url=str(settings.update_url or settings.store),
        graph_store_url=None if settings.graph_store_url is None else str(settings.graph_store_url),
        user=settings.store_user,
        password=_secret(settings.store_password),
        token=_secret(settings.store_token),
    )
    store = RemoteStore(
        Endpoint(
            address,
            read_seconds=settings.query_seconds,
            write_seconds=settings.store_seconds,
            max_bytes=settings.max_result,
        )
    )
    _ = store.revision
    return store


def _secret(value: SecretStr | None) -> str | None:
    return None if value is None else value.get_secret_value()
