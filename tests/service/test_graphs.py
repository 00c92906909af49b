from contextlib import ExitStack
from functools import partial
from time import sleep
from typing import Any

import httpx2
import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from graph.model import Article, Extraction
from graph.rdf.triples import known_triples
from graph.storage.store import Store
from ontology.vocabulary import DIP
from service.app import create_app
from service.negotiation import RDF_TYPES, MediaType
from service.settings import Settings
from tests.service.listening import connect, listening, until_closed

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


# Conditions


def write(client: TestClient, method: str, url: str = f"/graphs?graph={OTHER}", **conditions: str) -> int:
    headers = {**TOKEN, "Content-Type": "text/turtle"}
    headers |= {name.replace("_", "-"): value for name, value in conditions.items()}
    body = b"<e:s> <e:p> <e:new> ." if method != "DELETE" else b""
    return client.request(method, url, content=body, headers=headers).status_code


def tag_of(client: TestClient, url: str = f"/graphs?graph={OTHER}", **headers: str) -> str:
    return client.get(url, headers={"Accept": "text/turtle", **headers}).headers["etag"]


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_graph_that_another_has_written_is_not_written_over(client: TestClient, method: str) -> None:
    put(client, "PUT", f"/graphs?graph={OTHER}", "<e:s> <e:p> <e:o> .")
    tag = tag_of(client)
    put(client, "PUT", f"/graphs?graph={OTHER}", "<e:s> <e:p> <e:other> .")
    assert write(client, method, if_match=tag) == 412
    assert get(client, f"/graphs?graph={OTHER}") == {"<e:s> <e:p> <e:other>"}
    assert write(client, method, if_match=tag_of(client)) == 204


@pytest.mark.parametrize("accept", [form.value for form in RDF_TYPES])
def test_tag_of_any_form_of_a_graph_stands_for_it_whatever_else_is_written(
    client: TestClient, accept: str
) -> None:
    put(client, "PUT", f"/graphs?graph={OTHER}", MANY[:10_000].rpartition("\n")[0])
    tag = tag_of(client, Accept=accept, **{"Accept-Encoding": "gzip"})
    put(client, "PUT", "/graphs?graph=urn:another", "<e:s> <e:p> <e:o> .")
    assert tag.endswith('-gzip"')
    assert write(client, "PUT", if_match=f'"x", {tag}') == 204


@pytest.mark.parametrize(
    ("conditions", "is_there", "status"),
    [
        ({"if_none_match": "*"}, False, 201),
        ({"if_none_match": "*"}, True, 412),
        ({"if_match": "*"}, False, 412),
        ({"if_match": "*"}, True, 204),
        ({"if_match": 'W/"x"'}, True, 412),
        ({"if_match": ""}, True, 412),
        ({"if_none_match": '"x"'}, True, 204),
        ({"if_none_match": '"x"', "if_match": '"x"'}, True, 412),
    ],
)
def test_graph_is_written_if_it_is_as_the_client_says(
    client: TestClient, conditions: dict[str, str], is_there: bool, status: int
) -> None:
    if is_there:
        put(client, "PUT", f"/graphs?graph={OTHER}", "<e:s> <e:p> <e:o> .")
    assert write(client, "PUT", **conditions) == status


def test_weak_tag_does_not_do_for_a_write(client: TestClient) -> None:
    put(client, "PUT", f"/graphs?graph={OTHER}", "<e:s> <e:p> <e:o> .")
    assert write(client, "PUT", if_match=f"W/{tag_of(client)}") == 412


def test_article_is_deleted_if_it_is_as_the_client_says(client: TestClient) -> None:
    tag = tag_of(client, "/articles/a%2F1")
    put(client, "PUT", "/article/a%2F1", "<> <e:p> 1 .")
    statuses = [write(client, "DELETE", "/articles/a%2F1", if_match=tag)]
    statuses += [write(client, "DELETE", "/articles/a%2F1", if_match=tag_of(client, "/article/a%2F1"))]
    assert statuses == [412, 204]


# Reading within limits

MANY = "".join(f"<e:s{n}> <e:p> 'a text of some length for the triple number {n}' .\n" for n in range(30_000))
RUNAWAY = "SELECT (COUNT(*) AS ?n) { " + " ".join(
    f"VALUES ?{name} {{ {' '.join(map(str, range(60)))} }}" for name in "abcdef"
) + " }"  # fmt: skip


def put_many(store: Store) -> None:
    quads = ox.parse(MANY, ox.RdfFormat.TURTLE)
    store.put_graph(OTHER, (quad.triple for quad in quads))


@pytest.mark.parametrize("form", RDF_TYPES, ids=lambda form: form.name)
def test_graph_is_the_same_in_every_form(client: TestClient, store: Store, form: MediaType) -> None:
    answer = client.get("/graphs", params={"graph": GRAPH, "format": form.name})
    found = {quad.triple for quad in ox.parse(answer.content, form.rdf)}
    assert answer.headers["content-type"] == form.content_type
    assert found == {quad.triple for quad in store.quads_of_article(GRAPH)}


@pytest.mark.parametrize("form", RDF_TYPES, ids=lambda form: form.name)
def test_blank_nodes_keep_the_names_that_they_have_here(client: TestClient, form: MediaType) -> None:
    put(client, "PUT", f"/graphs?graph={OTHER}", "_:x <e:p> _:y . _:y <e:p> [] .")
    answers = [
        client.get(f"{path}&format={form.name}") for path in ("/graphs?default", f"/graphs?graph={OTHER}")
    ]
    names = [
        {str(term) for triple in read(answer.content, form) for term in (triple.subject, triple.object)}
        for answer in answers
    ]
    blank = [{name for name in found if name.startswith("_:")} for found in names]
    assert (len(blank[0]), blank[0]) == (3, blank[1])
    assert not any("genid" in name for found in names for name in found)


def read(content: bytes, form: MediaType) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(content, form.rdf)]


def test_large_graph_is_a_stream_and_whole(client: TestClient, store: Store) -> None:
    put_many(store)
    answer = client.get(f"/graphs?graph={OTHER}", headers={"Accept": "application/n-triples"})
    assert ("content-length" in answer.headers, answer.text.count(" .\n")) == (False, 30_000)


def test_graph_beyond_the_limit_is_refused_and_head_does_not_make_it(store: Store) -> None:
    with TestClient(create_app(store, Settings(query_processes=1, max_result=100), no_conversion)) as client:
        answers = [client.request(method, "/graphs?default", headers=TURTLE) for method in ("GET", "HEAD")]
    assert [answer.status_code for answer in answers] == [413, 200]
    assert ("content-length" in answers[1].headers, "etag" in answers[1].headers) == (False, True)


def test_stream_beyond_the_limit_breaks_the_connection(store: Store) -> None:
    put_many(store)
    with (
        listening(store, Settings(query_processes=1, max_result=2_000_000)) as address,
        connect(address) as other,
    ):
        other.sendall(f"GET /graphs?graph={OTHER} HTTP/1.1\r\nHost: e\r\n\r\n".encode())
        received = until_closed(other)
    assert received.startswith(b"HTTP/1.1 200 OK")
    assert not received.endswith(b"0\r\n\r\n")


def test_reader_of_too_much_at_once_is_refused(store: Store) -> None:
    settings = Settings(query_processes=1, max_client_queries=1)
    head = f"POST /sparql HTTP/1.1\r\nHost: e\r\nContent-Length: {len(RUNAWAY)}\r\n"
    query = f"{head}Content-Type: application/sparql-query\r\n\r\n{RUNAWAY}".encode()
    with listening(store, settings) as address, ExitStack() as busy:
        url = f"http://{address[0]}:{address[1]}/graphs?default"
        for number in range(200):
            # Sent anew each time: it is refused itself where the graph was asked for before it
            busy.enter_context(connect(address)).sendall(query)
            sleep(0.05)
            answer: Any = httpx2.get(f"{url}&x={number}", timeout=60)
            if answer.status_code == 429:
                break
    assert (answer.status_code, answer.json()["error"], answer.headers["retry-after"]) == (429, "busy", "10")


def no_conversion(_: Article) -> Extraction:
    raise NotImplementedError
