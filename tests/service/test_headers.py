import pytest
from starlette.testclient import TestClient

from graph.storage.store import Store
from service.app import create_app
from service.settings import Settings

SITE = "https://site.example"


@pytest.mark.parametrize(
    ("origins", "origin", "allowed", "varies"),
    [
        (("*",), SITE, "*", False),
        (("*",), None, "*", False),
        ((SITE,), SITE, SITE, True),
        ((SITE,), "https://other.example", None, True),
        ((SITE,), None, None, True),
        ((), SITE, None, True),
    ],
)
def test_pages_of_the_sites_in_the_settings_may_read_answers(
    store: Store, origins: tuple[str, ...], origin: str | None, allowed: str | None, varies: bool
) -> None:
    settings = Settings(origins=origins, query_processes=1)
    headers = {} if origin is None else {"Origin": origin}
    with TestClient(create_app(store, settings, lambda article: None)) as client:  # type: ignore[arg-type, return-value]
        for answer in (client.get("/shapes", headers=headers), client.options("/sparql", headers=headers)):
            assert answer.headers.get("access-control-allow-origin") == allowed
            assert ("Origin" in answer.headers.get("vary", "")) is varies


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("/sparql", "GET, HEAD, OPTIONS, POST"),
        ("/articles/a", "DELETE, GET, HEAD, OPTIONS"),
        ("/graphs", "DELETE, GET, HEAD, OPTIONS, POST, PUT"),
        ("/static/style.css", "GET, HEAD, OPTIONS"),
        ("/openapi.json", "GET, HEAD, OPTIONS"),
    ],
)
def test_options_are_the_methods_that_are_answered(client: TestClient, path: str, methods: str) -> None:
    answer = client.options(path)
    allowed = [answer.headers[name] for name in ("allow", "access-control-allow-methods")]
    assert (answer.status_code, allowed) == (204, [methods, methods])


def test_there_are_no_options_where_there_is_nothing(client: TestClient) -> None:
    assert client.options("/nowhere").status_code == 404
