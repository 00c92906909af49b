from collections.abc import Callable

import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from graph.model import Extraction
from graph.storage.store import Store
from ontology.vocabulary import RDF, RDFS
from service.app import create_app
from service.descriptions import SD, VOID
from service.settings import Settings

ARTICLE = "http://localhost:8000/article/a%2F1"
SERVICE, DATASET = (
    ox.NamedNode(f"http://localhost:8000/{path}") for path in ("sparql#service", ".well-known/void#dataset")
)
WRITER = {"Authorization": "Bearer open-sesame", "Content-Type": "text/turtle"}
Values = Callable[[ox.NamedNode, ox.NamedNode], set[str]]


def read(client: TestClient, path: str) -> Values:
    answer = client.get(path, headers={"Accept": "application/n-triples"})
    triples = [quad.triple for quad in ox.parse(answer.content, ox.RdfFormat.N_TRIPLES)]
    return lambda subject, predicate: {
        getattr(triple.object, "value", "").rpartition("#")[2].removeprefix("http://www.w3.org/ns/formats/")
        for triple in triples
        if (triple.subject, triple.predicate) == (subject, predicate)
    }


def test_service_says_what_it_understands_and_takes(client: TestClient) -> None:
    values = read(client, "/sparql")
    assert values(SERVICE, SD.supportedLanguage) == {"SPARQL11Query", "SPARQL11Update"}
    assert values(SERVICE, SD.feature) == {"UnionDefaultGraph", "EmptyGraphs"}
    assert values(SERVICE, SD.inputFormat) == {"Turtle", "N-Triples", "RDF_XML", "JSON-LD"}
    assert len(values(SERVICE, SD.resultFormat)) == 8
    assert values(SERVICE, RDFS.seeAlso) == {"http://localhost:8000/graphs"}


def test_service_that_takes_no_writes_claims_none(closed_client: TestClient) -> None:
    values = read(closed_client, "/sparql")
    assert values(SERVICE, SD.supportedLanguage) == {"SPARQL11Query"}
    assert values(SERVICE, SD.inputFormat) == set()


def test_service_that_asks_other_endpoints_says_so(store: Store) -> None:
    settings = Settings(query_processes=1, service_endpoints=("https://e.example/sparql",))
    with TestClient(create_app(store, settings, Extraction)) as client:
        features = read(client, "/sparql")(SERVICE, SD.feature)
    assert features == {"UnionDefaultGraph", "BasicFederatedQuery"}


def test_articles_are_the_named_graphs_of_the_moment(client: TestClient) -> None:
    assert read(client, "/sparql")(DATASET, SD.namedGraph) == {ARTICLE}
    assert read(client, "/sparql")(ox.NamedNode(ARTICLE), RDF.type) == {"NamedGraph"}
    client.delete("/article/a%2F1", headers=WRITER)
    assert read(client, "/sparql")(DATASET, SD.namedGraph) == set()


def test_graph_that_is_no_article_is_among_the_named_graphs(client: TestClient) -> None:
    client.put("/graphs?graph=http://e/g", content="<e:s> <e:p> <e:o> .", headers=WRITER)
    assert read(client, "/sparql")(DATASET, SD.namedGraph) == {ARTICLE, "http://e/g"}


def test_figures_of_the_data_set_follow_each_write(client: TestClient) -> None:
    before = read(client, "/.well-known/void")
    client.put("/graphs?graph=http://e/g", content="<e:s> <e:p> <e:o> .", headers=WRITER)
    after = read(client, "/.well-known/void")
    counts = [{int(n) for n in values(DATASET, VOID.triples)} for values in (before, after)]
    assert counts[1] == {n + 1 for n in counts[0]}
    assert after(DATASET, VOID.dataDump) == {"http://localhost:8000/graphs?default"}


@pytest.mark.parametrize("name", ["text/turtle", "application/rdf+xml", "application/ld+json"])
def test_description_comes_in_every_form(client: TestClient, name: str) -> None:
    answer = client.get("/sparql", headers={"Accept": name})
    assert answer.headers["content-type"].startswith(name)
    assert b"SPARQL11Update" in answer.content
