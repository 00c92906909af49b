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
    [("", 400), ("?default&graph=http://e/", 400), ("?graph=http://e/none", 404), ("?graph=none", 400)],
)
def test_no_graph_or_two_or_an_unknown_one_is_an_error(client: TestClient, query: str, status: int) -> None:
    assert client.get(f"/graphs{query}").status_code == status


TOKEN = {"Authorization": "Bearer open-sesame"}
OTHER = "http://e/g"


def statements(content: bytes) -> set[str]:
    return {str(triple) for triple in triples(content)}


def put(client: TestClient, method: str, url: str, body: str, kind: str = "text/turtle") -> int:
    return client.request(
        method, url, content=body.encode(), headers={**TOKEN, "Content-Type": kind}
    ).status_code


def get(client: TestClient, url: str) -> set[str]:
    return statements(client.get(url, headers=TURTLE).content)


def test_put_graph_is_new_then_replaced_then_added_to_then_deleted(client: TestClient) -> None:
    url, merge = f"/graphs?graph={OTHER}", get(client, "/graphs?default")
    assert put(client, "PUT", url, "<e:s> <e:p> 'Zürich' .") == 201
    assert get(client, url) == {'<e:s> <e:p> "Zürich"'}
    assert put(client, "PUT", url, "<e:s> <e:q> <e:o> .") == 204
    assert put(client, "POST", url, "<e:s> <e:r> <e:o> .") == 204
    assert get(client, url) == {"<e:s> <e:q> <e:o>", "<e:s> <e:r> <e:o>"}
    assert get(client, "/graphs?default") == merge | get(client, url)
    assert client.delete(url, headers=TOKEN).status_code == 204
    assert client.get(url, headers=TURTLE).status_code == 404
    assert client.delete(url, headers=TOKEN).status_code == 404
    assert get(client, "/graphs?default") == merge


def test_put_into_an_article_keeps_the_merge_and_its_whole_can_be_put_back(
    client: TestClient, store: Store
) -> None:
    before = {str(quad) for quad in store.quads()}
    article = client.get("/graphs", params={"graph": GRAPH}, headers=TURTLE).text
    assert put(client, "PUT", "/article/a%2F1", "<> <e:p> <#x> .") == 204
    assert get(client, "/graphs?default") == {f"<{GRAPH}> <e:p> <{GRAPH}#x>"}
    assert put(client, "PUT", "/article/a%2F1", article) == 204
    assert {str(quad) for quad in store.quads()} >= before - known_facts(before)


def known_facts(quads: set[str]) -> set[str]:
    return {quad for quad in quads if "Q900000001" in quad}


def test_posting_to_the_graph_store_makes_a_graph_with_an_address(client: TestClient) -> None:
    answer = client.post(
        "/graphs", content="<e:s> <e:p> <e:o> .", headers={**TOKEN, "Content-Type": "text/turtle"}
    )
    assert (answer.status_code, get(client, answer.headers["Location"])) == (201, {"<e:s> <e:p> <e:o>"})
    assert client.delete(answer.headers["Location"], headers=TOKEN).status_code == 204
