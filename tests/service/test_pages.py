import re

import pytest
from starlette.testclient import TestClient

from graph.model import Extraction
from graph.storage.store import Store
from ontology.vocabulary import load_terms
from service.app import create_app
from service.settings import Settings

PAGES = [
    "/",
    "/articles",
    "/article/a%2F1",
    "/entity/Q900000001",
    "/event/a%2F1-visit-0",
    "/search?q=silva",
    "/search",
    "/sparql",
    "/queries",
    "/queries/visits",
    "/ontology",
    "/shapes",
    "/.well-known/void",
    "/docs",
    "/nothing",
]
HTML = {"Accept": "text/html"}


@pytest.mark.parametrize("path", PAGES)
def test_page_needs_nothing_from_elsewhere_and_holds_no_inline_script_or_style(
    client: TestClient, path: str
) -> None:
    page = client.get(path, headers=HTML).text
    loaded = re.findall(r'<(?:script|link|img|iframe)[^>]*(?:src|href)="([^"]*)"', page)
    assert [address for address in loaded if not address.startswith(("/static/", "?format="))] == []
    assert re.findall(r"<style|style=|<script>| on\w+=", page) == []


@pytest.mark.parametrize("path", PAGES)
def test_page_has_a_language_a_title_and_one_main_heading(client: TestClient, path: str) -> None:
    page = client.get(path, headers=HTML).text
    assert '<html lang="en">' in page
    assert "Diplograph</title>" in page or "<title>Diplograph" in page
    assert page.count("<h1") == (0 if path == "/docs" else 1)


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_a_page_leads_somewhere(client: TestClient, path: str) -> None:
    page = client.get(path, headers=HTML).text
    links = {link.partition("#")[0] for link in re.findall(r'<a [^>]*href="(/[^"]*)"', page)}
    dead = {
        link
        for link in links
        if link
        and client.get(link.replace("&amp;", "&"), headers=HTML | {"Accept": "*/*"}).status_code != 200
    }
    assert dead == set()


def test_assets_are_served(client: TestClient) -> None:
    paths = [
        "/static/diplograph.css",
        "/static/icon.svg",
        "/static/docs.js",
        "/static/swagger/swagger-ui-bundle.js",
    ]
    assert [client.get(path).status_code for path in paths] == [200] * 4


def test_start_page_shows_what_is_in_the_graph(client: TestClient) -> None:
    page = client.get("/", headers=HTML).text
    assert "Ana Silva pays a state visit to Freedonia" in page
    assert "Graph is empty" not in page


def test_start_page_of_an_empty_graph_says_how_to_fill_it() -> None:
    with TestClient(create_app(Store.open(), Settings(), Extraction)) as client:
        assert "diplograph serve --seeds" in client.get("/", headers=HTML).text


def test_search_finds_by_a_part_of_any_name(client: TestClient) -> None:
    found = client.get("/search", params={"q": "IA"}).text
    assert "Ruritania" in found
    assert "Freedonia" in found


def test_search_with_one_result_leads_to_it(client: TestClient) -> None:
    answer = client.get("/search", params={"q": "rurit"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/entity/Q900000001")


@pytest.mark.parametrize(
    "sought", ['"', "\\", "'''", '" } DROP ALL #', "\ud800".encode("utf-8", "surrogatepass"), "<script>"]
)
def test_hostile_search_finds_nothing(client: TestClient, sought: str) -> None:
    answer = client.get("/search", params={"q": sought})
    assert answer.status_code == 200
    assert "<script>" not in answer.text.replace("<script>alert", "") or sought == "<script>"


def test_ontology_page_lists_every_term(client: TestClient) -> None:
    page = client.get("/ontology", headers=HTML).text
    assert [name for name in load_terms() if f'id="{name}"' not in page] == []


def test_every_answer_carries_the_security_headers(client: TestClient) -> None:
    for path in ("/", "/sparql?query=ASK{", "/nothing", "/static/diplograph.css"):
        headers = client.get(path).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["access-control-allow-origin"] == "*"


def test_openapi_describes_every_route(client: TestClient) -> None:
    described = client.get("/openapi.json").json()["paths"]
    routes = {re.sub(r":path\}", "}", getattr(route, "path", "")) for route in client.app.routes}  # type: ignore[attr-defined]
    undescribed = {path for path in routes if path not in described and not path.startswith("/static")}
    assert undescribed == {"/docs", "/openapi.json", "/queries/{name}", "/article/{id}"} & undescribed


def test_method_that_is_not_taken_names_those_that_are(client: TestClient) -> None:
    answer = client.put("/sparql")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]


def test_health_gives_the_figures(client: TestClient) -> None:
    figures = client.get("/health").json()
    assert (figures["status"], figures["live"], figures["articles"], figures["events"]) == ("ok", True, 1, 2)
    assert figures["revision"] == 1


def test_data_set_description_links_to_wikidata(client: TestClient) -> None:
    text = client.get("/.well-known/void", headers={"Accept": "text/turtle"}).text
    for part in ("a void:Linkset", "void:linkPredicate owl:sameAs", "void:documents 1"):
        assert part in text, part
