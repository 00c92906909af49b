from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from graph.errors import EngineError, StoreError
from graph.storage.store import Store
from service.app import create_app
from service.settings import Settings


class FailingStore(Store):
    """A store that cannot be read any more."""

    def checkpoint(self, directory: Path) -> None:
        raise EngineError("the store at https://secret-host/sparql does not answer: connection refused")


def extract(*_: Any) -> Any:
    raise NotImplementedError


@pytest.fixture
def failing() -> Iterator[TestClient]:
    store = Store.open()
    store.__class__ = FailingStore
    with TestClient(create_app(store, Settings(query_processes=1), extract)) as client:
        yield client


def test_health_tells_that_it_is_ready_and_how_much_there_is(client: TestClient) -> None:
    answer = client.get("/health")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.json() == {
        "status": "ok", "live": True, "ready": True, "revision": 1, "triples": answer.json()["triples"],
        "articles": 1, "events": 2, "entities": 4, "linked": 1, "positions": 1, "figures": 0,
        "linked_share": 0.25,
    }  # fmt: skip


def test_without_its_store_the_service_lives_and_is_not_ready(failing: TestClient) -> None:
    answer = failing.get("/health")
    assert (answer.status_code, answer.json()) == (
        503,
        {"status": "unavailable", "live": True, "ready": False},
    )
    assert (failing.get("/health/live").status_code, failing.get("/health/live").json()["live"]) == (
        200,
        True,
    )


def test_strangers_are_not_told_where_the_store_is(failing: TestClient) -> None:
    answer = failing.get("/.well-known/void", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()["error"]) == (503, "store-unavailable")
    assert "secret-host" not in answer.text


class FullStore(Store):
    """A store whose disk is full."""

    def checkpoint(self, directory: Path) -> None:
        raise StoreError("No space left on device: '/var/lib/secret-place/000123.log'")


def test_strangers_are_told_no_path_of_the_store() -> None:
    store = Store.open()
    store.__class__ = FullStore
    with TestClient(create_app(store, Settings(query_processes=1), extract)) as client:
        answer = client.get("/.well-known/void", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()["error"]) == (503, "store-unavailable")
    assert "secret-place" not in answer.text
