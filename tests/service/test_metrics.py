from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from graph.errors import StoreError
from graph.storage.store import Store
from service.app import create_app
from service.settings import Settings

TOKEN = {"Authorization": "Bearer open-sesame"}
HERE, ELSEWHERE = ("127.0.0.1", 50000), ("203.0.113.7", 50000)


def extract(*_: Any) -> Any:
    raise NotImplementedError


class FailingStore(Store):
    """A store that cannot be read any more."""

    def checkpoint(self, directory: Path) -> None:
        raise StoreError("no space left")


def test_figures_are_told_where_the_store_does_not_answer() -> None:
    store = Store.open()
    store.__class__ = FailingStore
    with TestClient(create_app(store, Settings(metrics="public", query_processes=1), extract)) as client:
        client.get("/articles")
        answer = client.get("/metrics")
    assert answer.status_code == 200
    assert 'diplograph_requests_total{method="GET",route="/articles",status="503"} 1.0' in answer.text


def status(
    access: str,
    *,
    peer: tuple[str, int],
    headers: dict[str, str] | None = None,
    token: str | None = "open-sesame",  # noqa: S107 - of this test
) -> int:
    settings = Settings(metrics=access, token=token, query_processes=1)
    store = Store.open()
    with TestClient(create_app(store, settings, extract), client=peer) as client:
        return client.get("/metrics", headers=headers).status_code


@pytest.mark.parametrize(
    ("access", "here", "elsewhere", "with_token"),
    [("local", 200, 401, 200), ("token", 401, 401, 200), ("public", 200, 200, 200), ("off", 404, 404, 404)],
)
def test_setting_says_who_reads_the_figures(access: str, here: int, elsewhere: int, with_token: int) -> None:
    assert status(access, peer=HERE) == here
    assert status(access, peer=ELSEWHERE) == elsewhere
    assert status(access, peer=ELSEWHERE, headers=TOKEN) == with_token


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via", "X-Forwarded-Host"])
def test_who_comes_through_a_proxy_on_this_machine_is_a_stranger(header: str) -> None:
    assert status("local", peer=HERE, headers={header: "127.0.0.1"}) == 401


def test_without_a_token_strangers_are_told_so() -> None:
    assert status("local", peer=ELSEWHERE, token=None) == 403


def test_figures_are_written_in_the_form_that_the_scraper_asks_for(client: TestClient) -> None:
    plain, open_metrics = (
        client.get("/metrics", headers={**TOKEN, "Accept": accept}).headers["content-type"]
        for accept in ("*/*", "application/openmetrics-text; version=1.0.0")
    )
    assert plain.startswith("text/plain")
    assert open_metrics.startswith("application/openmetrics-text")
