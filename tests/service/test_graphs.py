import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from graph.storage.store import Store

GRAPH = "http://localhost:8000/article/a%2F1"
TURTLE = {"Accept": "text/turtle"}


def triples(content: bytes) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(content, ox.RdfFormat.TURTLE)}


def test_named_graph_is_what_its_article_says(client: TestClient, store: Store) -> None:
    answer = client.get("/graphs", params={"graph": GRAPH}, headers=TURTLE)
    assert triples(answer.content) == {quad.triple for quad in store.quads_of_article(GRAPH)}


def test_default_graph_is_the_merge(client: TestClient, store: Store) -> None:
    answer = client.get("/graphs?default", headers=TURTLE)
    assert triples(answer.content) == {quad.triple for quad in store.quads()}


@pytest.mark.parametrize(
    ("query", "status"),
    [("", 400), ("?default&graph=http://e/", 400), ("?graph=http://e/none", 404), ("?graph=none", 404)],
)
def test_no_graph_or_two_or_an_unknown_one_is_an_error(client: TestClient, query: str, status: int) -> None:
    assert client.get(f"/graphs{query}").status_code == status


def test_writes_are_not_taken(client: TestClient) -> None:
    assert client.put("/graphs?default", content=b"").status_code == 405
