import io
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import QueryError, StoreError
from graph.storage.store import CATALOGUE, Store
from ontology.vocabulary import DIP, OWL, RDF, RDFS, SKOS, WD

BASE = "http://localhost:8000/"
DEFAULT = ox.DefaultGraph()
Key = tuple[str, tuple[str, ...]]


def iri(path: str) -> ox.NamedNode:
    return ox.NamedNode(BASE + path)


def claims(article: str, entities: tuple[str, ...] = (), events: tuple[str, ...] = ()) -> list[ox.Quad]:
    graph = iri(f"article/{article}")
    quads = [
        ox.Quad(graph, RDF.type, DIP.Article, graph),
        ox.Quad(graph, DIP.articleId, ox.Literal(article), graph),
    ]
    quads += [ox.Quad(graph, DIP.mentions, iri(f"entity/{entity}"), graph) for entity in entities]
    for event in events:
        quads += [
            ox.Quad(iri(f"event/{event}"), RDF.type, DIP.Event, graph),
            ox.Quad(iri(f"event/{event}"), RDF.type, DIP.Visit, graph),
            ox.Quad(iri(f"event/{event}"), DIP.status, DIP.actual, graph),
        ]
    return quads


def known_facts(*entities: str) -> list[ox.Quad]:
    quads = []
    for entity in entities:
        quads += [
            ox.Quad(iri(f"entity/{entity}"), RDF.type, DIP.Country, DEFAULT),
            ox.Quad(iri(f"entity/{entity}"), RDFS.label, ox.Literal(entity), DEFAULT),
            ox.Quad(iri(f"entity/{entity}"), OWL.sameAs, WD[entity], DEFAULT),
        ]
    return quads


def put(store: Store, article: str, entities: tuple[str, ...] = (), events: tuple[str, ...] = ()) -> None:
    quads = claims(article, entities, events)
    store.replace_article(BASE + f"article/{article}", quads, known_facts(*entities))


def content(store: Store) -> list[bytes]:
    output = io.BytesIO()
    store.export(output)
    return sorted(output.getvalue().splitlines())


def count(store: Store, pattern: str) -> int:
    rows = store.query(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")
    assert isinstance(rows, ox.QuerySolutions)
    return int(next(rows)["n"].value)


def test_fact_of_two_articles_counts_once_without_graph_and_twice_with_it() -> None:
    store = Store.open()
    put(store, "a", events=("visit",))
    put(store, "b", events=("visit",))
    assert count(store, "?event a <https://w3id.org/diplograph/ontology#Visit>") == 1
    assert count(store, "GRAPH ?g { ?event a <https://w3id.org/diplograph/ontology#Visit> }") == 2


def test_known_facts_stand_in_no_article_graph() -> None:
    store = Store.open()
    put(store, "a", entities=("Q265",))
    assert count(store, "<http://localhost:8000/entity/Q265> ?p ?o") == 3
    assert count(store, "GRAPH ?g { <http://localhost:8000/entity/Q265> ?p ?o }") == 0


def test_quads_of_the_default_graph_count_as_known_facts() -> None:
    mixed, parted = Store.open(), Store.open()
    mixed.replace_article(BASE + "article/a", claims("a", ("Q1",)) + known_facts("Q1"))
    put(parted, "a", ("Q1",))
    assert content(mixed) == content(parted)


def test_deleting_an_article_keeps_what_others_say_and_what_is_known_of_their_entities() -> None:
    store, fresh = Store.open(), Store.open()
    put(store, "a", entities=("Q1", "Q2"), events=("x", "y"))
    put(store, "b", entities=("Q2",), events=("y",))
    put(fresh, "b", entities=("Q2",), events=("y",))
    assert store.delete_graph(BASE + "article/a")
    assert content(store) == content(fresh)


def test_deleting_the_last_article_leaves_nothing() -> None:
    store = Store.open()
    put(store, "a", entities=("Q1",), events=("x",))
    store.delete_graph(BASE + "article/a")
    assert (content(store), store.has_article(BASE + "article/a")) == ([], False)


def test_deleting_an_unknown_article_says_so() -> None:
    assert not Store.open().delete_graph(BASE + "article/none")


def test_replacing_an_article_leaves_no_trace_of_what_it_said() -> None:
    store, fresh = Store.open(), Store.open()
    put(store, "a", entities=("Q1",), events=("x",))
    put(store, "a", entities=("Q2",), events=("y",))
    put(fresh, "a", entities=("Q2",), events=("y",))
    assert content(store) == content(fresh)


def test_a_name_seen_by_one_article_and_known_for_another_outlives_the_first() -> None:
    store, fresh = Store.open(), Store.open()
    seen = ox.Quad(iri("entity/Q1"), SKOS.altLabel, ox.Literal("UZ"), iri("article/a"))
    known = [*known_facts("Q1"), ox.Quad(iri("entity/Q1"), SKOS.altLabel, ox.Literal("UZ"), DEFAULT)]
    store.replace_article(BASE + "article/a", [*claims("a", ("Q1",)), seen], known)
    for each in (store, fresh):
        each.replace_article(BASE + "article/b", claims("b", ("Q1",)), known)
    store.delete_graph(BASE + "article/a")
    assert content(store) == content(fresh)


def test_a_quad_of_another_graph_is_refused_and_nothing_written() -> None:
    store = Store.open()
    with pytest.raises(StoreError, match="neither in the article's graph"):
        store.replace_article(BASE + "article/a", claims("b"))
    assert (len(store), store.revision) == (0, 0)


contents = st.tuples(
    st.sampled_from("abc"),
    st.lists(st.sampled_from(["Q1", "Q2", "Q3"]), max_size=3, unique=True).map(tuple),
    st.lists(st.sampled_from(["x", "y", "z"]), max_size=3, unique=True).map(tuple),
)
steps = st.lists(st.one_of(contents, st.sampled_from("abc")), max_size=12)


@settings(max_examples=50, deadline=None)
@given(steps)
def test_any_history_equals_a_fresh_store_of_the_articles_that_survive(history: list) -> None:
    store, fresh, surviving = Store.open(), Store.open(), {}
    for step in history:
        if isinstance(step, str):
            store.delete_graph(BASE + f"article/{step}")
            surviving.pop(step, None)
        else:
            put(store, *step)
            surviving[step[0]] = step
    for step in sorted(surviving.values(), reverse=True):
        put(fresh, *step)
    assert content(store) == content(fresh)


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_text_is_stored_and_removed_as_it_is(text: str) -> None:
    store = Store.open()
    quad = ox.Quad(iri("article/a"), DIP.text, ox.Literal(text), iri("article/a"))
    store.replace_article(BASE + "article/a", [quad])
    assert list(store.quads_of_article(BASE + "article/a")) == [quad]
    assert store.delete_graph(BASE + "article/a")
    assert len(store) == 0


def test_revision_grows_with_every_change_and_not_without_one() -> None:
    store = Store.open()
    revisions = [store.revision]
    for event in ("x", "x", "y"):
        put(store, "a", events=(event,))
        revisions.append(store.revision)
    assert revisions == [0, 1, 1, 2]


def test_revision_fingerprint_and_facts_outlive_the_process(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "store")
    store.replace_article(BASE + "article/a", claims("a"), fingerprint="1")
    before = content(store), store.revision, store.fingerprint(BASE + "article/a")
    store.close()
    again = Store.open(tmp_path / "store")
    assert (content(again), again.revision, again.fingerprint(BASE + "article/a")) == before
    assert before[1:] == (1, "1")


def test_replacing_or_deleting_an_article_forgets_its_fingerprint() -> None:
    store = Store.open()
    store.replace_article(BASE + "article/a", claims("a"), fingerprint="1")
    put(store, "a", events=("x",))
    assert store.fingerprint(BASE + "article/a") is None
    store.replace_article(BASE + "article/a", claims("a"), fingerprint="2")
    store.delete_graph(BASE + "article/a")
    assert store.fingerprint(BASE + "article/a") is None


def test_stats_count_each_thing_once() -> None:
    store = Store.open()
    put(store, "a", entities=("Q1", "Q2"), events=("x", "y"))
    put(store, "b", entities=("Q2",), events=("y",))
    stats = store.stats()
    assert (stats.articles, stats.events, stats.entities, stats.linked, stats.linked_share) == (
        2,
        2,
        2,
        2,
        1.0,
    )
    assert stats.events_by_type == {DIP.Visit.value: 2}
    assert stats.events_by_status == {DIP.actual.value: 2}
    assert stats.entities_by_type == {DIP.Country.value: 2}
    assert (stats.triples, stats.revision) == (19, 2)


def test_malformed_query_raises_a_query_error() -> None:
    with pytest.raises(QueryError):
        Store.open().query("SELECT * {")


def test_an_update_is_no_query() -> None:
    store = Store.open()
    with pytest.raises(QueryError):
        store.query("INSERT DATA { <http://e/s> <http://e/p> 1 }")
    assert len(store) == 0


def test_export_in_turtle_is_the_merge() -> None:
    store, output = Store.open(), io.BytesIO()
    put(store, "a", entities=("Q1",))
    store.export(output, ox.RdfFormat.TURTLE)
    assert len(list(ox.parse(output.getvalue(), ox.RdfFormat.TURTLE))) == 6


def test_locked_store_is_named_with_the_way_out(tmp_path: Path) -> None:
    holder = Store.open(tmp_path / "store")
    code = "import sys, pathlib; from graph.storage.store import Store; Store.open(pathlib.Path(sys.argv[1]))"
    run = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "store"], capture_output=True, text=True, check=False
    )
    holder.close()
    assert f"StoreError: the store {tmp_path / 'store'} is in use by another process" in run.stderr


def test_file_is_refused_as_a_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="is a file, and a store is a directory"):
        Store.open(tmp_path / "file")


def test_directory_of_other_files_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(StoreError, match="holds other files and is no store"):
        Store.open(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_damaged_store_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").write_text("x")
    with pytest.raises(StoreError, match=r"is damaged .* restore a backup"):
        Store.open(tmp_path)


def test_damaged_catalogue_is_refused_with_the_way_out(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    (tmp_path / CATALOGUE).write_bytes(b"junk" * 1000)
    with pytest.raises(StoreError, match="move the file away"):
        Store.open(tmp_path)


def test_place_that_cannot_be_written_is_refused() -> None:
    with pytest.raises(StoreError, match="choose a directory that this user can write"):
        Store.open(Path("/proc/store"))
