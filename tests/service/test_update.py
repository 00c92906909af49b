from starlette.testclient import TestClient

from graph.storage.store import Store

GRAPH, OTHER = "http://e/g", "http://e/h"
ARTICLE = "http://localhost:8000/article/a%2F1"
WRITER = {"Authorization": "Bearer open-sesame", "Content-Type": "application/sparql-update"}
UPDATE = {"Content-Type": "application/sparql-update"}


def update(client: TestClient, text: str, **parameters: list[str]) -> int:
    return client.post("/sparql", content=text.encode(), params=parameters, headers=WRITER).status_code


def said(store: Store, graph: str | None) -> set[str]:
    return {str(quad.triple) for quad in store.quads_of_graph(graph) or ()}


def test_update_is_seen_in_its_graph_and_in_the_merge(client: TestClient, store: Store) -> None:
    before = said(store, None)
    assert update(client, f"INSERT DATA {{ GRAPH <{GRAPH}> {{ <e:s> <e:p> 'Zürich' }} }}") == 204
    assert said(store, GRAPH) == {'<e:s> <e:p> "Zürich"'}
    assert said(store, None) == before | said(store, GRAPH)
    assert update(client, f"DROP GRAPH <{GRAPH}>") == 204
    assert (store.quads_of_graph(GRAPH), said(store, None)) == (None, before)


def test_update_goes_by_form_too(client: TestClient, store: Store) -> None:
    text = f"INSERT DATA {{ GRAPH <{GRAPH}> {{ <e:s> <e:p> 1 }} }}"
    headers = {"Authorization": "Bearer open-sesame"}
    assert client.post("/sparql", data={"update": text}, headers=headers).status_code == 204
    assert len(said(store, GRAPH)) == 1
