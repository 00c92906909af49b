"""stores: the store that the settings name is opened, here or at another engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import SecretStr
from pyoxigraph import NamedNode, Triple

from graph.errors import StoreError
from graph.storage.graph_store import GraphStore
from graph.storage.store import Store
from service.settings import Settings

if TYPE_CHECKING:
    from graph.storage.remote_http import Credentials


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
        writer=_credentials(settings.store_user, settings.store_password, settings.store_token),
        reader=_reader(settings),
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


def _reader(settings: Settings) -> Credentials | None:
    """Who asks queries, where that is another than who writes: strangers' queries are sent by it."""
    if settings.store_read_user is None and settings.store_read_token is None:
        return None
    return _credentials(settings.store_read_user, settings.store_read_password, settings.store_read_token)


def _credentials(user: str | None, password: SecretStr | None, token: SecretStr | None) -> Credentials:
    from graph.storage.remote_http import Credentials  # noqa: PLC0415 - a store here needs no HTTP

    password_text, token_text = (
        None if secret is None else secret.get_secret_value() for secret in (password, token)
    )
    return Credentials(user, password_text, token_text)
