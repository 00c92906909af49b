import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import QueryError
from service.errors import ForbiddenError
from service.update_operations import DataSet, read_update

BASE = "http://b/sparql"
ONE, TWO, REL = (ox.NamedNode(iri) for iri in ("http://e/1", "http://e/2", "http://b/rel"))
READ = DataSet(("http://e/1",), ("http://e/2",))
PATTERN = "{ GRAPH <http://e/1> { ?s ?p 'WHERE' } }"
USING = "USING <http://e/1> USING NAMED <http://e/2>"


@pytest.mark.parametrize(
    ("text", "graphs"),
    [
        ("", set()),
        ("# nothing", set()),
        ("INSERT DATA { } ;", set()),
        ("insert data{GRAPH<http://e/1>{<e:s><e:p>'}'}}", {ONE}),
        ("BASE <http://b/> INSERT DATA { GRAPH <rel> { <e:s> <e:p> 1 } }", {REL}),
        ("INSERT DATA { GRAPH <rel> { <e:s> <e:p> 1 } }", {REL}),
        ("PREFIX e: <http://e/> DELETE DATA { GRAPH e:1 { <e:s> <e:p> 1 } . GRAPH e:2 { } }", {ONE, TWO}),
        ("PREFIX e: <http://e/> DROP GRAPH e:1 ; PREFIX e: <http://b/> CLEAR SILENT GRAPH e:rel", {ONE, REL}),
        ("DELETE WHERE { GRAPH <http://e/1> { ?s ?p ?o } }", {ONE}),
        ("WITH <http://e/1> DELETE { ?s ?p 1 } INSERT { GRAPH <http://e/2> { } } WHERE { }", {ONE, TWO}),
        ("WITH <http://e/1> DELETE { GRAPH <http://e/2> { ?s ?p ?o } } WHERE { ?s ?p ?o }", {TWO}),
        ("INSERT { GRAPH <http://e/1> { ?s ?p 1 } } USING <e:2> WHERE { GRAPH ?g { ?s ?p 1 } }", {ONE}),
        ("CREATE GRAPH <http://e/1>", {ONE}),
        ("ADD DEFAULT TO <http://e/1>", {ONE}),
        ("COPY SILENT GRAPH <http://e/1> TO GRAPH <http://e/2>", {TWO}),
        ("MOVE <http://e/1> TO <http://e/2>", {ONE, TWO}),
        ("INSERT { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }", None),
        ("DROP ALL", None),
        ("CLEAR SILENT NAMED", None),
    ],
)  # fmt: skip
def test_graphs_that_an_update_writes(text: str, graphs: set[ox.NamedNode] | None) -> None:
    assert read_update(text, DataSet(), base=BASE).graphs == graphs
    assert read_update(text, DataSet(), base=BASE).text == text


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <e:s> <e:p> 1 }",
        "INSERT DATA { GRAPH <http://e/1> { <e:s> <e:p> 1 } <e:s> <e:p> 1 }",
        "DELETE WHERE { ?s ?p ?o }",
        "DELETE { GRAPH <http://e/1> { ?s ?p ?o } } INSERT { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "CLEAR DEFAULT",
        "DROP GRAPH <http://e/1> ; DROP SILENT DEFAULT",
        "COPY <http://e/1> TO DEFAULT",
        "MOVE DEFAULT TO <http://e/1>",
    ],
)
def test_default_graph_is_not_written_directly(text: str) -> None:
    with pytest.raises(ForbiddenError, match="the default graph is the merge of the named graphs"):
        read_update(text, DataSet(), base=BASE)


@pytest.mark.parametrize("text", ["LOAD <http://e/1>", "DROP ALL; load silent <x:y> INTO GRAPH <http://e/1>"])
def test_nothing_is_fetched(text: str) -> None:
    with pytest.raises(ForbiddenError, match="LOAD is not allowed here"):
        read_update(text, DataSet(), base=BASE)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("CLEAR SILENT XXXX", "line 1, column 14: expected GRAPH, found 'XXXX'"),
        ("SELECT * { }", "line 1, column 1: expected an operation such as INSERT or DELETE, found 'SELECT"),
        ("INSERTDATA { }", "line 1, column 1: expected an operation"),
        ("DROP ALL\nDROP ALL", "line 2, column 1: expected ;, found 'DROP ALL'"),
        ("DELETE { } WHERE {", "line 1, column 18: expected { and, further on, its }, found '{'"),
        ("INSERT DATA { GRAPH", "expected"),
        ("WITH", "expected an IRI, found the end"),
        ("DROP GRAPH skos:x", "the prefix skos: is not declared: add the line PREFIX skos:"),
        ("DROP GRAPH x:x", "the prefix x: is not declared: declare it"),
    ],
)  # fmt: skip
def test_malformed_update_is_told_where(text: str, message: str) -> None:
    with pytest.raises(QueryError) as error:
        read_update(text, DataSet(), base=BASE)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "INSERT { GRAPH <http://e/1> { ?s ?p ?o } } WHERE { ?s ?p ?o }",
            f"INSERT {{ GRAPH <http://e/1> {{ ?s ?p ?o }} }}  {USING} WHERE {{ ?s ?p ?o }}",
        ),
        (
            f"DELETE WHERE {PATTERN} ; DROP ALL",
            f"DELETE {PATTERN} {USING} WHERE {PATTERN} ; DROP ALL",
        ),
        ("INSERT DATA { GRAPH <http://e/1> { <e:s> <e:p> 1 } }",) * 2,
    ],
)
def test_data_set_of_the_protocol_is_put_into_the_text(text: str, expected: str) -> None:
    assert read_update(text, READ, base=BASE).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "WITH <http://e/1> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "DELETE { GRAPH <http://e/1> { ?s ?p ?o } } USING <http://e/2> WHERE { ?s ?p ?o }",
    ],
)
def test_data_set_is_said_once(text: str) -> None:
    with pytest.raises(QueryError, match="say it once"):
        read_update(text, READ, base=BASE)


WORDS = (
    "INSERT DELETE DATA WHERE WITH USING NAMED GRAPH DROP CLEAR ALL DEFAULT SILENT CREATE COPY TO PREFIX e:"
)
words = st.sampled_from(
    [*WORDS.split(), "e:x", "<http://e/1>", "?g", "{", "}", ";", ".", "'a } b'", "#", "\n"]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(words, max_size=15).map(" ".join))
def test_any_words_are_read_or_refused(text: str) -> None:
    try:
        update = read_update(text, READ, base=BASE)
    except (QueryError, ForbiddenError):
        return
    assert update.graphs is None or all(isinstance(graph, ox.NamedNode) for graph in update.graphs)
