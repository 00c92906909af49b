import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from graph.storage.store import Store
from ontology.vocabulary import DIP, RDF
from service.negotiation import RDF_TYPES

BASE = "http://localhost:8000/"


def minted(store: Store) -> list[str]:
    quads = list(store.quads_of_article(f"{BASE}article/a%2F1"))
    return sorted({quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)})


def test_every_iri_that_we_mint_answers_with_a_page_and_in_every_rdf_form(
    client: TestClient, store: Store
) -> None:
    iris = [iri for iri in minted(store) if "#" not in iri]
    assert len(iris) == 8
    for iri in iris:
        path = iri.removeprefix(BASE.rstrip("/"))
        assert "<h1>" in client.get(path, headers={"Accept": "text/html"}).text
        for form in RDF_TYPES:
            answer = client.get(path, params={"format": form.name})
            triples = [quad.triple for quad in ox.parse(answer.content, form.rdf)]
            assert iri in {triple.subject.value for triple in triples}, (iri, form)


def test_another_host_name_answers_too(client: TestClient) -> None:
    answer = client.get("http://graph.example/entity/Q900000001", headers={"Accept": "text/turtle"})
    assert answer.status_code == 200


def test_entity_page_tells_events_positions_and_articles(client: TestClient, store: Store) -> None:
    person = next(iri for iri in minted(store) if "/entity/ana-silva" in iri)
    page = client.get(person.removeprefix(BASE.rstrip("/")), headers={"Accept": "text/html"}).text
    for part in (
        "Ana Silva pays a state visit to Freedonia",
        "visitor",
        "2024-05",
        "president",
        "Ruritania",
        "A visit &amp; &lt;b&gt;",
    ):
        assert part in page, part
    assert "<script>alert" not in page


def test_event_page_shows_the_lowest_role_and_the_words_that_say_so(client: TestClient) -> None:
    page = client.get("/event/a%2F1-visit-0", headers={"Accept": "text/html"}).text
    assert "<dt>visitor</dt>" in page
    assert "<dt>participant</dt>" not in page
    assert "President Ana Silva of Ruritania visited Freedonia in May." in page
    assert 'href="/article/a%2F1#char=0,58"' in page


def test_event_in_rdf_carries_its_evidence(client: TestClient) -> None:
    answer = client.get("/event/a%2F1-visit-0", headers={"Accept": "application/n-triples"})
    triples = {quad.triple for quad in ox.parse(answer.content, ox.RdfFormat.N_TRIPLES)}
    proof = ox.NamedNode(f"{BASE}article/a%2F1#char=0,58")
    assert ox.Triple(proof, RDF.type, DIP.Evidence) in triples


@pytest.mark.parametrize(
    "path", ["/entity/Q1", "/event/none", "/position/x", "/article/none", "/entity/", "/entity/%20<>"]
)
@pytest.mark.parametrize(
    ("accept", "kind"), [("text/html", "text/html"), ("text/turtle", "application/json")]
)
def test_unknown_iri_is_not_found(client: TestClient, path: str, accept: str, kind: str) -> None:
    answer = client.get(path, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"].split(";")[0]) == (404, kind)


def test_form_that_is_not_offered_is_not_acceptable(client: TestClient) -> None:
    assert client.get("/entity/Q900000001", headers={"Accept": "image/png"}).status_code == 406
