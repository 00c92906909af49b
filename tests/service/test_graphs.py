from functools import partial

import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from graph.rdf.triples import known_triples
from graph.storage.store import Store
from ontology.vocabulary import DIP
from service.app import create_app
from service.settings import Settings

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


def test_parts_of_a_form_are_merged(client: TestClient) -> None:
    parts = [
        ("a", ("a.ttl", "_:x <e:p> <e:o> .", "text/turtle")),
        ("b", ("b.nt", "_:x <e:q> <e:o> .", "text/plain")),
    ]
    url = f"/graphs?graph={OTHER}"
    assert client.post(url, files=parts, headers=TOKEN).status_code == 201
    found = triples(client.get(url, headers=TURTLE).content)
    assert len({triple.subject for triple in found if isinstance(triple.subject, ox.BlankNode)}) == 2


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_default_graph_is_written_by_no_way(client: TestClient, store: Store, method: str) -> None:
    before = set(store.quads())
    answer = client.request(method, "/graphs?default", headers={**TOKEN, "Content-Type": "text/turtle"})
    assert (answer.status_code, "merge of the named graphs" in answer.json()["message"]) == (403, True)
    assert set(store.quads()) == before


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/x-nonsense", "<e:s> <e:p> 1 .", 415),
        ("", "<e:s> <e:p> 1 .", 415),
        ("text/turtle; charset=latin-1", "<e:s> <e:p> 1 .", 415),
        ("text/turtle", "<e:s> <e:p> 1 . <e:s> <broken .", 400),
        ("text/turtle", "<e:s> <e:p> <<( <e:a> <e:b> 1 )>> .", 403),
        ("multipart/form-data; boundary=x", "no parts", 400),
        ("multipart/form-data", "no boundary", 400),
    ],
)
def test_document_that_is_refused_leaves_the_graph_as_it_was(
    client: TestClient, kind: str, body: str, status: int
) -> None:
    url = f"/graphs?graph={OTHER}"
    put(client, "PUT", url, "<e:s> <e:p> <e:o> .")
    assert [put(client, method, url, body, kind) for method in ("PUT", "POST")] == [status, status]
    assert get(client, url) == {"<e:s> <e:p> <e:o>"}


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
@pytest.mark.parametrize("path", ["/graphs?graph=http://e/g", "/graphs/x", "/article/a%2F1"])
def test_stranger_writes_no_graph(client: TestClient, store: Store, method: str, path: str) -> None:
    before = store.revision
    assert client.request(method, path, headers={"Content-Type": "text/turtle"}).status_code == 401
    assert store.revision == before


def test_head_says_what_get_would(client: TestClient) -> None:
    answer = client.head("/graphs", params={"graph": GRAPH}, headers=TURTLE)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/turtle; charset=utf-8")
    assert client.head(f"/graphs?graph={OTHER}").status_code == 404


def test_what_is_known_of_an_entity_comes_and_goes_with_who_mentions_it() -> None:
    base = "http://localhost:8000/"
    store = Store.open(known=partial(known_triples, base=base))
    entity = ox.NamedNode(f"{base}entity/Q142")
    store.put_graph(OTHER, [ox.Triple(ox.NamedNode(OTHER), DIP.mentions, entity)])
    known = {quad.triple for quad in store.quads_about(entity.value)}
    assert known == known_triples(entity, base=base) != frozenset()
    assert store.quads_of_graph(OTHER) is not None
    store.delete_graph(OTHER)
    assert set(store.quads()) == set()


def test_iri_that_stands_for_no_blank_node_is_read_as_it_is(client: TestClient) -> None:
    genid = "http://localhost:8000/.well-known/genid/"
    body = f"<{genid}a/b> <http://e/p> <{genid}> ."
    assert put(client, "PUT", f"/graphs?graph={OTHER}", body) == 201
    expected = {str(quad.triple) for quad in ox.parse(body, ox.RdfFormat.TURTLE)}
    answer = client.get(f"/graphs?graph={OTHER}", headers=TURTLE)
    assert (answer.status_code, statements(answer.content)) == (200, expected)


@pytest.mark.parametrize(
    ("limit", "status"), [({"max_result": 100}, 413), ({"query_seconds": 1e-9}, 503), ({}, 200)]
)
def test_whole_graph_is_read_within_the_limits_of_a_query(
    store: Store, limit: dict[str, float], status: int
) -> None:
    settings = Settings(base_iri="http://localhost:8000/", query_processes=1, **limit)
    with TestClient(create_app(store, settings, lambda _: pytest.fail("converted"))) as client:
        assert client.get("/graphs?default", headers=TURTLE).status_code == status
