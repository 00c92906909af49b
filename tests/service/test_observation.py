import logging
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from graph.storage.store import Store
from service.app import create_app
from service.settings import Settings

ALL = "SELECT * { ?s ?p ?o }"


def extract(*_: Any) -> Any:
    raise NotImplementedError


def figures(client: TestClient) -> dict[tuple[str, ...], float]:
    """The figures of the service: by name and labels."""
    answer = client.get("/metrics", headers={"Authorization": "Bearer open-sesame"})
    assert answer.status_code == 200
    return {
        (sample.name, *(f"{name}={value}" for name, value in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def logged(caplog: pytest.LogCaptureFixture, event: str) -> list[dict[str, object]]:
    return [record.fields for record in caplog.records if record.getMessage() == event]  # type: ignore[attr-defined]


def test_request_is_logged_in_one_line_with_its_route(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "diplograph")
    answer = client.get("/entity/Q900000001", headers={"Accept-Encoding": "identity"})
    (line,) = logged(caplog, "request")
    assert line.pop("ms") > 0  # type: ignore[operator]
    assert line == {
        "request_id": answer.headers["x-request-id"], "method": "GET", "route": "/entity/{name}",
        "path": "/entity/Q900000001", "status": 200, "error": None, "writer": None,
        "bytes": len(answer.content),
    }  # fmt: skip


def test_secrets_are_not_logged(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    client.delete("/articles/none?token=open-sesame", headers={"Authorization": "Bearer open-sesame"})
    client.delete("/articles/none", headers={"Authorization": "Bearer wrong-sesame"})
    ours = [record for record in caplog.records if record.name.startswith("diplograph")]
    assert len(ours) == 2
    assert "sesame" not in str([record.__dict__ for record in ours])


def test_error_names_its_request(client: TestClient) -> None:
    answers = [client.get("/entity/none", headers={"X-Request-ID": "mine"}) for _ in range(2)]
    ids = [answer.headers["x-request-id"] for answer in answers]
    assert [answer.json()["request_id"] for answer in answers] == ids
    assert len({*ids, "mine"}) == 3


def test_slow_query_is_logged_with_its_text(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "diplograph")
    settings = Settings(slow_query_seconds=1e-9, query_processes=1)
    with TestClient(create_app(store, settings, extract)) as client:
        answer = client.get("/sparql", params={"query": ALL})
    (line,) = logged(caplog, "slow query")
    assert line.pop("ms") > 0  # type: ignore[operator]
    assert line == {"request_id": answer.headers["x-request-id"], "status": 200, "query": ALL}


def test_quick_query_is_not_logged_with_its_text(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "diplograph")
    client.get("/health")
    assert logged(caplog, "slow query") == []


def test_requests_are_counted_by_the_routes_template(client: TestClient) -> None:
    for path in ("/entity/a", "/entity/b", "/nowhere", "/no/where", "/articles/x", "/article/x"):
        client.get(path)
    counted = figures(client)
    assert {labels[2]: n for labels, n in counted.items() if labels[0] == "diplograph_requests_total"} == {
        "route=/entity/{name}": 2, "route=none": 2, "route=/articles/{id}": 1, "route=/article/{id}": 1,
    }  # fmt: skip
    assert counted["diplograph_request_seconds_count", "route=/entity/{name}"] == 2


def test_methods_that_strangers_invent_are_one_figure(client: TestClient) -> None:
    for method in ("BREW", "WHEN"):
        client.request(method, "/")
    assert figures(client)["diplograph_requests_total", "method=other", "route=/", "status=405"] == 2


def test_refused_query_is_counted_by_its_reason(store: Store) -> None:
    settings = Settings(token="open-sesame", max_result=2000, query_processes=1)  # noqa: S106 - of this test
    with TestClient(create_app(store, settings, extract)) as client:
        answer = client.get("/sparql", params={"query": ALL})
        assert answer.status_code == 413
        assert figures(client)["diplograph_queries_stopped_total", "reason=too-large"] == 1


def test_figures_tell_of_the_store_and_the_cache(client: TestClient) -> None:
    for _ in range(2):
        client.get("/sparql", params={"query": ALL})
    counted = figures(client)
    assert counted["diplograph_store_revision",] == 1
    assert counted["diplograph_store_articles",] == 1
    assert counted["diplograph_writers",] == 0
    assert counted["diplograph_cache_answers_total", "cache=answers", "outcome=hit"] == 1


def test_converted_and_failed_articles_are_counted(client: TestClient) -> None:
    token = {"Authorization": "Bearer open-sesame"}
    client.post(
        "/articles",
        json={"text": "Norway and Sweden held talks in Oslo on Monday, and they will meet again."},
        headers=token,
    )
    client.post("/articles", json={"text": ""}, headers=token)
    counted = figures(client)
    assert counted["diplograph_articles_converted_total", "outcome=done"] == 1
    assert counted["diplograph_articles_converted_total", "outcome=failed"] == 1
