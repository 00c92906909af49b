import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
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


# A limit to the size of files stands for a disk that is full
SERVICE = """
import resource, sys
from pathlib import Path
from graph.storage.store import Store
from service.server import run, take_address
from service.settings import Settings

store, settings = Store.open(Path(sys.argv[1])), Settings(token="open-sesame", query_processes=1)
with take_address("127.0.0.1", 0) as listener:
    print(listener.url, flush=True)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, resource.RLIM_INFINITY))
    run(store, settings, listener)
"""
WRITER = {"Authorization": "Bearer open-sesame", "Content-Type": "text/turtle"}


@contextmanager
def serving(command: list[str]) -> Iterator[str]:
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.kill()


def test_service_on_a_full_disk_is_not_ready_and_can_be_read(tmp_path: Path) -> None:
    with serving([sys.executable, "-c", SERVICE, str(tmp_path / "store")]) as url:
        written = 0
        with httpx2.Client(base_url=url, timeout=60) as client:
            before = client.get("/health").json()
            for number in range(40):
                body = f"<e:s> <e:p> '{number} {'x' * 50_000}' ."
                answer: Any = client.put(f"/graphs?graph=urn:{number}", content=body, headers=WRITER)
                if answer.status_code != 201:
                    break
                written += 1
            health: Any = client.get("/health")
            live = client.get("/health/live").status_code
            read = [client.get(f"/graphs?graph=urn:{number}").status_code for number in range(written + 1)]
    assert (before["ready"], answer.status_code, answer.json()["error"]) == (True, 503, "store-unavailable")
    state = {name: health.json()[name] for name in ("status", "live", "ready")}
    assert state == {"status": "read-only", "live": True, "ready": False}
    assert (health.status_code, live, read) == (503, 200, [200] * written + [404])
