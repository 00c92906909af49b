import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import EngineError, QueryError, StoreError
from graph.storage.graph_store import GraphStore
from graph.storage.remote import RemoteStore
from graph.storage.remote_http import Address, Answer, Endpoint, Parameters
from graph.storage.store import Store
from ontology.vocabulary import DIP, OWL, RDF, RDFS, WD
from tests.engines import ENGINES

BASE = "http://localhost:8000/"
DEFAULT = ox.DefaultGraph()


def connect(address: Address, *, seconds: float = 60, max_bytes: int = 10_000_000) -> RemoteStore:
    return RemoteStore(Endpoint(address, read_seconds=seconds, write_seconds=seconds, max_bytes=max_bytes))


@pytest.fixture(scope="module", params=sorted(ENGINES))
def address(request: pytest.FixtureRequest) -> Iterator[Address]:
    with ENGINES[request.param]() as address:
        yield address


@pytest.fixture
def remote(address: Address) -> Iterator[RemoteStore]:
    Endpoint(address, read_seconds=60, write_seconds=60, max_bytes=1000).update("DROP ALL")
    store = connect(address)
    yield store
    store.close()


def iri(path: str) -> ox.NamedNode:
    return ox.NamedNode(BASE + path)


def put(
    store: GraphStore, article: str, entities: tuple[str, ...] = (), events: tuple[str, ...] = ()
) -> None:
    graph = iri(f"article/{article}")
    quads = [
        ox.Quad(graph, RDF.type, DIP.Article, graph),
        ox.Quad(graph, DIP.articleId, ox.Literal(article), graph),
    ]
    quads += [ox.Quad(graph, DIP.mentions, iri(f"entity/{entity}"), graph) for entity in entities]
    for event in events:
        quads += [
            ox.Quad(iri(f"event/{event}"), RDF.type, DIP.Visit, graph),
            ox.Quad(iri(f"event/{event}"), RDF.type, DIP.Event, graph),
            ox.Quad(iri(f"event/{event}"), DIP.status, DIP.actual, graph),
        ]
    known = [ox.Quad(iri(f"entity/{entity}"), RDF.type, DIP.Country, DEFAULT) for entity in entities]
    known += [ox.Quad(iri(f"entity/{entity}"), OWL.sameAs, WD[entity], DEFAULT) for entity in entities]
    store.replace_article(graph.value, quads, known, fingerprint=repr((entities, events)))


def content(store: GraphStore) -> list[bytes]:
    output = io.BytesIO()
    store.export(output)
    return sorted(output.getvalue().splitlines())


def test_what_two_articles_say_is_what_a_store_here_would_hold(remote: RemoteStore) -> None:
    here = Store.open()
    for store in (remote, here):
        put(store, "a", ("Q1", "Q2"), ("x", "y"))
        put(store, "b", ("Q2",), ("y",))
    assert content(remote) == content(here)
    assert remote.stats() == here.stats()


contents = st.tuples(
    st.sampled_from("abc"),
    st.lists(st.sampled_from(["Q1", "Q2", "Q3"]), max_size=3, unique=True).map(tuple),
    st.lists(st.sampled_from(["x", "y", "z"]), max_size=3, unique=True).map(tuple),
)
steps = st.lists(st.one_of(contents, st.sampled_from("abc")), max_size=8)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_any_history_is_that_of_a_store_here(address: Address, history: list) -> None:
    Endpoint(address, read_seconds=60, write_seconds=60, max_bytes=1000).update("DROP ALL")
    remote, here = connect(address), Store.open()
    for step in history:
        if isinstance(step, str):
            graph = f"{BASE}article/{step}"
            assert remote.delete_graph(graph) == here.delete_graph(graph)
        else:
            put(remote, *step)
            put(here, *step)
    assert content(remote) == content(here)


def test_revision_grows_with_every_write_and_is_seen_by_the_others(
    address: Address, remote: RemoteStore
) -> None:
    revisions = [remote.revision]
    put(remote, "a")
    revisions.append(remote.revision)
    remote.delete_graph(f"{BASE}article/a")
    assert [*revisions, remote.revision, connect(address).revision] == [0, 1, 2, 2]


def test_additions_at_the_same_time_are_all_kept(remote: RemoteStore) -> None:
    def add(number: int) -> None:
        triple = ox.Triple(iri("s"), iri("p"), ox.Literal(str(number)))
        remote.put_graph(f"{BASE}graphs/g", [triple], keep=True)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(add, range(8)))
    quads = remote.quads_of_article(f"{BASE}graphs/g")
    assert sorted(str(quad.object.value) for quad in quads) == [str(number) for number in range(8)]


class LateEndpoint(Endpoint):
    """An engine to which a write comes while the answer to a query is on its way."""

    store: RemoteStore | None = None

    @contextmanager
    def query(self, text: str, parameters: Parameters = (), *, accept: str) -> Iterator[Answer]:
        with super().query(text, parameters, accept=accept) as answer:
            store, self.store = self.store, None
            if store is not None:
                put(store, "late")
            yield answer


def test_revision_from_before_a_write_is_not_believed_after_it(address: Address, remote: RemoteStore) -> None:
    endpoint = LateEndpoint(address, read_seconds=60, write_seconds=60, max_bytes=10_000_000)
    late = RemoteStore(endpoint)
    endpoint.store = late
    assert (late.revision, late.revision, remote.revision) == (0, 1, 1)
    late.close()


def test_fingerprint_is_remembered_with_the_article(remote: RemoteStore) -> None:
    article = f"{BASE}article/a"
    before = remote.fingerprint(article)
    put(remote, "a", ("Q1",))
    after = remote.fingerprint(article)
    remote.delete_graph(article)
    assert (before, after, remote.fingerprint(article)) == (None, "(('Q1',), ())", None)


def test_what_is_written_is_read_back_at_once(remote: RemoteStore) -> None:
    entity = iri("entity/Q1")
    assert list(remote.quads_about(entity.value)) == []
    put(remote, "a", ("Q1",))
    assert set(remote.quads_about(entity.value)) == {
        ox.Quad(entity, RDF.type, DIP.Country),
        ox.Quad(entity, OWL.sameAs, WD.Q1),
    }
    assert list(remote.quads_naming(entity.value)) == [ox.Quad(iri("article/a"), DIP.mentions, entity)]


def test_graphs_are_read_by_their_names(remote: RemoteStore) -> None:
    put(remote, "a", ("Q1",))
    graph = iri("article/a")
    claims = remote.quads_of_graph(graph.value)
    assert claims is not None
    assert set(claims) == set(remote.quads_of_article(graph.value))
    assert remote.quads_of_graph(f"{BASE}article/none") is None
    default = remote.quads_of_graph(None)
    assert default is not None
    assert len(list(default)) == 5


def test_whole_graph_is_the_same_by_the_graph_store_protocol() -> None:
    with ENGINES["oxigraph"]() as address:
        by_protocol, by_query = connect(address), connect(replace(address, graph_store_url=None))
        put(by_protocol, "a", ("Q1",))
        for name in (None, f"{BASE}article/a"):
            found, expected = by_protocol.quads_of_graph(name), by_query.quads_of_graph(name)
            assert found is not None
            assert expected is not None
            assert set(found) == set(expected)
        assert by_protocol.quads_of_graph(f"{BASE}article/none") is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param('plain "quoted" \\ text\n\r\t', id="quotes"),
        pytest.param(r"\u0041 \\u0041 \U00000041 \x", id="escapes"),
        pytest.param("ü 😀 \u2028 \u00a0", id="beyond ascii"),
        pytest.param("%41%0a+a&b=c;#", id="form"),
        pytest.param("'''" + '"""', id="long quotes"),
    ],
)
def test_any_text_comes_back_as_it_is(remote: RemoteStore, text: str) -> None:
    graph = iri("article/a")
    quad = ox.Quad(graph, DIP.text, ox.Literal(text), graph)
    remote.replace_article(graph.value, [quad])
    assert list(remote.quads_of_article(graph.value)) == [quad]


def test_every_form_of_a_query_is_answered(remote: RemoteStore) -> None:
    put(remote, "a", ("Q1",))
    rows = remote.query(
        "PREFIX dip: <https://w3id.org/diplograph/ontology#> SELECT ?a { ?a dip:mentions ?e }"
    )
    assert isinstance(rows, ox.QuerySolutions)
    assert [row["a"] for row in rows] == [iri("article/a")]
    assert bool(remote.query("# a comment\nASK { ?s ?p ?o }")) is True
    triples = remote.query(
        "CONSTRUCT { ?e ?p ?o } WHERE { ?a <https://w3id.org/diplograph/ontology#mentions> ?e . ?e ?p ?o }"
    )
    assert isinstance(triples, ox.QueryTriples)
    entity = iri("entity/Q1")
    assert set(triples) == {
        ox.Triple(entity, RDF.type, DIP.Country),
        ox.Triple(entity, OWL.sameAs, WD.Q1),
    }


def test_malformed_query_is_a_query_error(remote: RemoteStore) -> None:
    with pytest.raises(QueryError):
        remote.query("SELECT * {")


def test_an_update_is_no_query(remote: RemoteStore) -> None:
    with pytest.raises(QueryError):
        remote.query("INSERT DATA { <http://e/s> <http://e/p> 1 }")
    assert list(remote.quads()) == []


def test_blank_node_is_refused_and_nothing_written(remote: RemoteStore) -> None:
    graph = iri("article/a")
    with pytest.raises(StoreError, match="name its blank nodes"):
        remote.replace_article(graph.value, [ox.Quad(ox.BlankNode("b"), RDFS.label, ox.Literal("x"), graph)])
    assert remote.revision == 0


def test_answer_over_the_limit_is_an_error_never_cut_short(address: Address, remote: RemoteStore) -> None:
    put(remote, "a", ("Q1",))
    with pytest.raises(EngineError, match="more than 100 bytes"):
        list(connect(address, max_bytes=100).quads())


def test_data_set_of_the_protocol_is_passed_on() -> None:
    with ENGINES["oxigraph"]() as address:
        remote, here = connect(address), Store.open()
        found = []
        for store in (remote, here):
            put(store, "a", events=("x",))
            put(store, "b", events=("x",))
            graphs = [f"{BASE}article/a", f"{BASE}article/b"]
            rows = store.query("SELECT * { ?s ?p ?o }", default_graphs=graphs, named_graphs=[])
            assert isinstance(rows, ox.QuerySolutions)
            found.append({tuple(map(str, row)) for row in rows})
        assert found[0] == found[1]
