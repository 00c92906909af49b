from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import StoreError
from graph.storage.store import Store
from ontology.vocabulary import DIP, RDFS

GRAPHS = [ox.NamedNode(f"http://e/g{n}") for n in range(3)]
ENTITIES = [ox.NamedNode(f"http://e/entity{n}") for n in range(3)]
DEFAULT = ox.DefaultGraph()


def known(entity: ox.NamedNode) -> frozenset[ox.Triple]:
    """Two things are known of each entity but the last; a graph may say one of them too."""
    if entity not in ENTITIES[:2]:
        return frozenset()
    return frozenset(ox.Triple(entity, RDFS.label, ox.Literal(name)) for name in ("known", "called"))


CLAIMS = [
    *(ox.Triple(ox.NamedNode("http://e/article"), DIP.mentions, entity) for entity in ENTITIES),
    *(ox.Triple(entity, RDFS.label, ox.Literal("called")) for entity in ENTITIES),
    ox.Triple(ENTITIES[0], RDFS.label, ox.Literal("said")),
]


def merge_of(store: Store) -> set[ox.Triple]:
    """What the default graph must be: what the graphs say, and what is known of whom they mention."""
    said = {quad.triple for graph in GRAPHS for quad in store.quads_of_article(graph.value)}
    mentioned = {triple.object for triple in said if triple.predicate == DIP.mentions}
    return said.union(*(known(entity) for entity in ENTITIES if entity in mentioned))


def merged(store: Store) -> set[ox.Triple]:
    return {quad.triple for quad in store.quads()}


def carry_out(text: str) -> Callable[[Path], None]:
    return lambda copy: ox.Store(copy).update(text)


def update(store: Store, text: str, graphs: list[ox.NamedNode] | None = GRAPHS) -> None:
    store.change_on_copy(carry_out(text), graphs=graphs, rename=lambda quad: quad)


graphs = st.sampled_from(GRAPHS)
writes = st.one_of(
    st.tuples(st.just("put"), graphs, st.sets(st.sampled_from(CLAIMS))),
    st.tuples(st.just("add"), graphs, st.sets(st.sampled_from(CLAIMS))),
    st.tuples(st.just("delete"), graphs, st.just(set())),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(writes, max_size=8))
def test_default_graph_is_the_merge_after_any_history(history: list) -> None:
    store = Store.open(known=known)
    for kind, graph, triples in history:
        if kind == "delete":
            store.delete_graph(graph.value)
        else:
            store.put_graph(graph.value, triples, keep=kind == "add")
        assert merged(store) == merge_of(store)


OPERATIONS = [
    f"INSERT DATA {{ GRAPH {GRAPHS[0]} {{ {CLAIMS[0]} . {CLAIMS[3]} }} }}",
    f"INSERT DATA {{ GRAPH {GRAPHS[1]} {{ {CLAIMS[0]} . {CLAIMS[1]} . {CLAIMS[6]} }} }}",
    f"DELETE DATA {{ GRAPH {GRAPHS[0]} {{ {CLAIMS[3]} }} }}",
    f"DELETE WHERE {{ GRAPH {GRAPHS[1]} {{ ?s {DIP.mentions} ?o }} }}",
    f"MOVE SILENT {GRAPHS[0]} TO {GRAPHS[2]}",
    f"COPY {GRAPHS[1]} TO {GRAPHS[0]}",
    f"ADD DEFAULT TO {GRAPHS[2]}",
    f"INSERT {{ GRAPH {GRAPHS[2]} {{ ?s ?p ?o }} }} WHERE {{ ?s ?p ?o FILTER(isLiteral(?o)) }}",
    "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o FILTER(isIRI(?o)) } }",
    "DROP ALL",
]
operations = st.sampled_from(OPERATIONS)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.lists(operations, min_size=1, max_size=2).map(" ;\n".join), max_size=4))
def test_named_graphs_are_as_the_engine_alone_would_leave_them(history: list[str]) -> None:
    store = Store.open(known=known)
    for text in history:
        plain = ox.Store()
        plain.extend(quad for graph in GRAPHS for quad in store.quads_of_article(graph.value))
        plain.extend(store.quads())
        plain.update(text)
        update(store, text)
        for graph in GRAPHS:
            expected = set(plain.quads_for_pattern(None, None, None, graph))
            assert set(store.quads_of_article(graph.value)) == expected
        assert merged(store) == merge_of(store)


def test_all_graphs_are_looked_at_where_any_may_be_written() -> None:
    store = Store.open()
    update(store, "INSERT DATA { GRAPH <http://e/other> { <e:s> <e:p> 1 } }", graphs=None)
    assert [str(quad.graph_name) for quad in store.quads_of_article("http://e/other")] == ["<http://e/other>"]
    assert len(merged(store)) == 1


def test_change_of_another_graph_than_said_is_refused() -> None:
    store = Store.open()
    with pytest.raises(StoreError, match="where none should have been"):
        update(store, "INSERT DATA { GRAPH <http://e/other> { <e:s> <e:p> 1 } }")
    assert (len(store), store.revision) == (0, 0)


def test_one_update_is_one_revision_and_one_that_changes_nothing_is_none(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "store")
    revisions = []
    for text in (OPERATIONS[0], OPERATIONS[0], f"DROP GRAPH {GRAPHS[0]}"):
        update(store, text)
        revisions.append(store.revision)
    store.close()
    assert revisions == [1, 1, 2]
    assert not list((tmp_path / "store" / "scratch").iterdir())


def test_failed_change_of_a_copy_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "store")
    store.put_graph(GRAPHS[0].value, CLAIMS)
    before = merged(store), store.revision
    with pytest.raises(RuntimeError, match="does not exist"):
        update(store, f"CLEAR GRAPH {GRAPHS[0]} ; DROP GRAPH <http://e/none>")
    assert (merged(store), store.revision) == before
    store.close()


def test_graph_without_triples_stays_until_it_is_deleted() -> None:
    store = Store.open()
    assert store.put_graph(GRAPHS[0].value, [])
    assert store.quads_of_graph(GRAPHS[0].value) is not None
    update(store, OPERATIONS[1])
    assert not store.put_graph(GRAPHS[0].value, [])
    assert store.delete_graph(GRAPHS[0].value)
    assert not store.delete_graph(GRAPHS[0].value)
