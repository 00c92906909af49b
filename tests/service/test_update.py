from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from graph.model import Extraction
from graph.storage.store import Store
from service.app import create_app
from service.settings import Settings

GRAPH, OTHER = "http://e/g", "http://e/h"
TOKEN = {"Authorization": "Bearer open-sesame"}
UPDATE = {**TOKEN, "Content-Type": "application/sparql-update"}
INSERT = f"INSERT DATA {{ GRAPH <{GRAPH}> {{ <e:s> <e:p> 'Zürich' }} }}"


def update(client: TestClient, text: str, **parameters: str) -> int:
    return client.post("/sparql", content=text.encode(), params=parameters, headers=UPDATE).status_code


def said(store: Store, graph: str | None) -> set[str]:
    return {str(quad.triple) for quad in store.quads_of_graph(graph) or ()}


def test_update_is_seen_in_its_graph_and_in_the_merge(client: TestClient, store: Store) -> None:
    before = said(store, None)
    assert update(client, INSERT) == 204
    assert said(store, GRAPH) == {'<e:s> <e:p> "Zürich"'}
    assert said(store, None) == before | said(store, GRAPH)
    assert update(client, f"DROP GRAPH <{GRAPH}>") == 204
    assert (store.quads_of_graph(GRAPH), said(store, None)) == (None, before)


def test_update_can_be_read_back_in_the_next_request(client: TestClient) -> None:
    query = {"query": f"ASK {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} ?s ?p ?o }}"}
    assert client.get("/sparql", params=query).json()["boolean"] is False
    update(client, INSERT)
    assert client.get("/sparql", params=query).json()["boolean"] is True


def test_update_goes_by_form_too(client: TestClient, store: Store) -> None:
    assert client.post("/sparql", data={"update": INSERT}, headers=TOKEN).status_code == 204
    assert len(said(store, GRAPH)) == 1


def test_data_set_of_the_protocol_is_what_patterns_see(client: TestClient, store: Store) -> None:
    update(client, INSERT)
    copy = f"INSERT {{ GRAPH <{OTHER}> {{ ?s ?p ?o }} }} WHERE {{ ?s ?p ?o }}"
    assert update(client, copy, **{"using-graph-uri": GRAPH}) == 204
    assert said(store, OTHER) == said(store, GRAPH)
    assert (
        update(
            client, f"WITH <{GRAPH}> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}", **{"using-graph-uri": OTHER}
        )
        == 400
    )
    assert len(said(store, GRAPH)) == 1


def test_blank_nodes_get_names_of_their_own(client: TestClient, store: Store) -> None:
    for _ in range(2):
        update(client, f"INSERT DATA {{ GRAPH <{GRAPH}> {{ _:a <e:p> [ <e:q> 1 ] }} }}")
    subjects = {quad.subject for quad in store.quads_of_article(GRAPH)}
    assert len(subjects) == 4
    assert all("/.well-known/genid/" in str(subject) for subject in subjects)
    answer = client.get("/graphs", params={"graph": GRAPH}, headers={"Accept": "application/n-triples"})
    assert b"genid" not in answer.content
    assert answer.content.count(b"_:") == 6


COPY = f"INSERT {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }}"
DEEP = f"{'( ' * 100_000}{') ' * 100_000}"


@pytest.mark.parametrize(
    ("text", "status", "message"),
    [
        ("INSERT DATA { <e:s> <e:p> 1 }", 403, "the default graph is the merge of the named graphs"),
        ("LOAD <http://127.0.0.1:9/> INTO GRAPH <http://e/g>", 403, "LOAD is not allowed"),
        (COPY + " WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 403, "SERVICE is not allowed"),
        (COPY + r" WHERE { \u0053ERVICE <x:y> { ?s ?p ?o } }", 403, "SERVICE is not allowed"),
        (INSERT.replace("'Zürich'", "<<( <e:a> <e:b> 1 )>>"), 403, "the graph is RDF 1.1"),
        (INSERT.replace("'Zürich'", "\n"), 400, "malformed at line 2, column"),
        (INSERT.replace("<e:p>", "skos:x"), 400, "add the line PREFIX skos:"),
        ("DROP GRAPH <http://e/none>", 400, "the update failed: The graph <http://e/none> does not exist"),
        (INSERT.replace("'Zürich'", DEEP), 413, "nests too deep"),
    ],
    ids=range(9),
)
def test_what_is_refused_changes_nothing(
    client: TestClient, store: Store, text: str, status: int, message: str
) -> None:
    before = said(store, None), store.revision
    answer = client.post("/sparql", content=text.encode(), headers=UPDATE)
    assert (answer.status_code, message in answer.json()["message"]) == (status, True), answer.text
    assert (said(store, None), store.revision, store.quads_of_graph(GRAPH)) == (*before, None)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "application/sparql-update"}, 401),
        ({**UPDATE, "Authorization": "Bearer wrong"}, 401),
        ({**UPDATE, "Content-Type": "text/plain"}, 415),
        ({**UPDATE, "Content-Type": "application/sparql-update; charset=utf-16"}, 415),
    ],
)
def test_update_of_a_stranger_or_of_another_type_is_refused(
    client: TestClient, store: Store, headers: dict[str, str], status: int
) -> None:
    assert client.post("/sparql", content=INSERT.encode(), headers=headers).status_code == status
    assert store.quads_of_graph(GRAPH) is None


@pytest.mark.parametrize("form", [{"update": INSERT, "query": "ASK {}"}, {"update": [INSERT, INSERT]}, {}])
def test_form_holds_one_update(client: TestClient, store: Store, form: dict[str, object]) -> None:
    assert client.post("/sparql", data=form, headers=TOKEN).status_code in (400, 415)
    assert store.quads_of_graph(GRAPH) is None


@pytest.fixture
def hasty(store: Store) -> Iterator[TestClient]:
    """A service that gives an update a second."""
    settings = Settings(token="open-sesame", query_seconds=1, query_processes=1)  # noqa: S106 - of this test
    with TestClient(create_app(store, settings, Extraction)) as client:
        yield client


def test_update_that_does_not_end_is_stopped_and_the_store_takes_the_next(
    hasty: TestClient, store: Store
) -> None:
    values = " ".join(f"VALUES ?v{n} {{ {' '.join(map(str, range(100)))} }}" for n in range(6))
    endless = (
        f"INSERT {{ GRAPH <{GRAPH}> {{ <e:s> <e:p> ?v0 }} }} WHERE {{ {values} FILTER(?v0 + ?v5 = -1) }}"
    )
    answer = hasty.post("/sparql", content=endless, headers=UPDATE)
    assert (answer.status_code, "ran for 1 s" in answer.json()["message"]) == (503, True)
    assert store.put_graph(OTHER, [ox.Triple(ox.NamedNode("e:s"), ox.NamedNode("e:p"), ox.Literal("o"))])
