import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import DiplographError, QueryError
from service.errors import ForbiddenError, TooLargeError
from service.query_check import (
    Limits,
    _check_size,
    _is_small,
    check_query,
    check_read_only,
    explain_syntax_error,
    merged_graphs,
    named_graphs,
    undeclared_prefix,
)

LIMITS = Limits(length=10_000, depth=20, patterns=30, parts=40)
# Oxigraph refuses this port before it opens a connection: a query that tries is caught, and none goes out
REMOTE = "<http://127.0.0.1:9/>"

SERVICES = {
    "plain": f"SELECT * {{ SERVICE {REMOTE} {{ ?a ?b ?c }} }}",
    "silent in odd case": f"SELECT * {{ sErViCe sIlEnT {REMOTE} {{ ?a ?b ?c }} }}",
    "variable": f"SELECT * {{ VALUES ?u {{ {REMOTE} }} SERVICE ?u {{ ?a ?b ?c }} }}",
    "escaped": f"SELECT * {{ \\u0053ERVICE {REMOTE} {{ ?a ?b ?c }} }}",
    "long escape": f"SELECT * {{ \\U00000053ERVICE {REMOTE} {{ ?a ?b ?c }} }}",
    "comment between": f"SELECT * {{ SERVICE#c>\n#\n{REMOTE} {{ ?a ?b ?c }} }}",
    "no space": f"SELECT * {{ SERVICESILENT{REMOTE}{{ ?a ?b ?c }} }}",
    "after a literal": f"SELECT * {{ ?s ?p trueSERVICE {REMOTE} {{ ?a ?b ?c }} }}",
    "after a number": f"SELECT * {{ ?s ?p 1SERVICE {REMOTE} {{ ?a ?b ?c }} }}",
    "before a name": "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:x { ?a ?b ?c } }",
    "hidden behind a comparison": (
        f"SELECT * {{ VALUES ?u {{ {REMOTE} }} FILTER(1<2)SERVICE#>\n?u {{ ?a ?b ?c }} }}"
    ),
    "hidden in a comment's string": (
        f"SELECT * {{ VALUES ?u {{ {REMOTE} }} FILTER(1<2)#>'''\nSERVICE ?u {{ ?a ?b ?c }} #'''\n}}"
    ),
    "after an escaped line end in a comment": f"SELECT * {{ #\\u000A SERVICE {REMOTE} {{ ?a ?b ?c }}\n}}",
}


@pytest.mark.parametrize("text", SERVICES.values(), ids=SERVICES)
def test_service_is_refused_however_it_is_written(text: str) -> None:
    with pytest.raises(ForbiddenError, match="SERVICE is not allowed here"):
        check_query(text, LIMITS)


@pytest.mark.parametrize(
    "text",
    [
        '# SERVICE <http://x/>\nSELECT ("SERVICE <http://x/> {}" AS ?service) {}',
        "SELECT ?service { VALUES ?service { <http://example.org/service> } }",
        "SELECT * { ?s <http://example.org/Foo_(service)> 'service' FILTER(1 < 2) }",
        "PREFIX e: <http://example.org/> SELECT * { ?s e:service ?o }",
    ],
    ids=["literal and comment", "variable and IRI", "brackets in an IRI", "local name"],
)
def test_the_word_service_elsewhere_is_fine(text: str) -> None:
    check_query(text, LIMITS)


PIECES = (
    "SERVICE <http://127.0.0.1:9/> {?a ?b ?c} SERVICE:x{} { } ( ) < > # \" ' ''' FILTER(1<2) #> "
    "?s ?p ?o . a :x true 1 \\u0022 OPTIONAL BIND(1AS?z)"
)
pieces = st.sampled_from([*PIECES.split(" "), " ", "\n"])


@settings(max_examples=300, deadline=None)
@given(st.lists(pieces, max_size=8), st.lists(pieces, max_size=8))
def test_what_passes_never_leaves_the_machine(before: list[str], after: list[str]) -> None:
    text = f"PREFIX : <http://127.0.0.1:9/> SELECT * {{ {''.join(before)}SERVICE{''.join(after)} }}"
    try:
        check_query(text, LIMITS)
        list(ox.Store().query(text))  # type: ignore[arg-type]  # a SELECT
    except (DiplographError, SyntaxError, ValueError):
        return


DEEP = {
    "groups": "SELECT * " + "{" * 30 + "}" * 30,
    "brackets": "SELECT * { FILTER(" + "(" * 30 + "1" + ")" * 30 + ") }",
    "negations": "SELECT * { FILTER(" + "!" * 50 + "true) }",
    "sums": "SELECT (" + "+".join(["1"] * 50) + " AS ?x) {}",
    "unions": "SELECT * { " + " UNION ".join(["{}"] * 50) + " }",
    "patterns": "SELECT * { " + " . ".join(f"?v{i} <http://e/p> ?w{i}" for i in range(50)) + " }",
    "objects": "SELECT * { ?s <http://e/p> " + ",".join(f"?o{i}" for i in range(50)) + " }",
    "list": "SELECT * { ?s ?p (" + "1 " * 50 + ") }",
    "path": "SELECT * { ?s " + "/".join(["<http://e/p>"] * 50) + " ?o }",
    "binds": "SELECT * { " + " ".join(f"BIND(1 AS ?x{i})" for i in range(50)) + " }",
    "length": "SELECT * { <http://e/" + "a" * 10_000 + "> ?p ?o }",
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_a_query_that_would_choke_the_parser_is_refused(text: str) -> None:
    with pytest.raises(TooLargeError):
        check_query(text, LIMITS)


def test_many_values_are_fine() -> None:
    values = " ".join(f"({i} <http://e/{i}>)" for i in range(500))
    check_query(f"SELECT * {{ VALUES (?a ?b) {{ {values} }} }}", Limits(100_000, 20, 30, 40))


def test_half_a_character_is_malformed() -> None:
    with pytest.raises(QueryError, match="lone surrogate"):
        check_query("ASK { ?s ?p '\ud800' }", LIMITS)


def test_undeclared_prefix_is_named() -> None:
    assert undeclared_prefix("PREFIX a: <http://a/> SELECT * { a:x b:y _:c # c:d\n 'e:f' }") == "b"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "SELECT ?x WHERE {\n  ?x a ?y .\n  FILTRE(?x > 1)\n}",
            "the query is malformed at line 3, column 3: found 'FILTRE(?x > 1)'",
        ),
        ("ASK {", "the query is malformed at line 1, column 6: found the end of the line"),
        (
            "SELECT * { ?s dip:status ?o }",
            "the prefix dip: is not declared: add the line PREFIX dip: <https://w3id.org/diplograph/ontology#>",
        ),
        ("SELECT * { ?s foo:x ?o }", "the prefix foo: is not declared: declare it: PREFIX foo: <…>"),
    ],
    ids=["wrong word", "end", "known prefix", "unknown prefix"],
)
def test_syntax_error_is_told_with_its_place(text: str, message: str) -> None:
    assert explain_syntax_error(text, "") == message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ASK FROM <http://e/1> FROM <http://e/2> {}", (("http://e/1", "http://e/2"), ())),
        (
            """PREFIX e: <http://e/> BASE <http://b/> SELECT (1 AS ?from) FROM e:1 # FROM <http://c>
            FROM <2> from named e:3 { ?s ?p 'FROM <http://d>' }""",
            (("http://e/1", "http://b/2"), ("http://e/3",)),
        ),
        (
            "CONSTRUCT { ?s ?p ?o } FROM<http://e/1>FROM<http://e/2> WHERE { ?s ?p ?o }",
            (("http://e/1", "http://e/2"), ()),
        ),
        ("ASK FROM <http://e/1> FROM NAMED <http://e/2> { ?s ?p 'FROM' }", None),
        ("ASK { ?s ?p 'FROM <http://e/1> FROM <http://e/2>' }", None),
        ("ASK FROM no:such FROM <http://e/2> {}", None),
        ("FROM FROM FROM", None),
    ],
)
def test_merged_graphs_are_found_where_only_they_stand(
    text: str, expected: tuple[tuple[str, ...], tuple[str, ...]] | None
) -> None:
    assert merged_graphs(text) == expected


@settings(max_examples=50, deadline=None)
@given(st.text(st.sampled_from("{}()[].;,?a:<>!=&|+-*/ 'IN"), max_size=60))
def test_shortest_way_lets_nothing_through_that_the_long_way_refuses(text: str) -> None:
    small = Limits(100, 3, 5, 60)

    def refused() -> bool:
        try:
            _check_size(text, small)
        except TooLargeError:
            return True
        return False

    assert not (_is_small(text, small) and refused())


def test_deep_brackets_are_not_tried_again_and_again() -> None:
    text = f"SELECT * {{ FILTER({'(' * 40}1{')' * 40} }}"
    reason = "error at 1:94: expected )"
    assert explain_syntax_error(text, reason).startswith("the query is malformed at line 1, column 94:")


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <http://e/s> <http://e/p> 1 }",
        "INSERT INTO GRAPH <http://e/g> { <http://e/s> <http://e/p> 1 }",
        'define get:soft "replace" SELECT * { ?s ?p ?o }',
        "PREFIX e: <http://e/> SELECT * {} ; DROP GRAPH e:g",
        "",
    ],
)
def test_what_is_no_query_does_not_reach_another_engine(text: str) -> None:
    with pytest.raises(QueryError, match="no update"):
        check_read_only(text)


@pytest.mark.parametrize(
    "text",
    ["PREFIX e: <http://e/INSERT> select ?drop { ?drop e:load 'DELETE' } # CLEAR", "BASE <http://e/> ASK {}"],
)
def test_query_may_hold_words_of_updates_in_its_names_and_texts(text: str) -> None:
    check_read_only(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?from { ?from ?p 'FROM <http://e/1>' } # FROM <http://e/2>", set()),
        ("PREFIX e: <http://e/> ASK FROM e:1 FROM NAMED <http://e/2> {}", {"http://e/1", "http://e/2"}),
        ("ASK FROM <http://e/1> FROM<http://e/1>{}", {"http://e/1"}),
        (r"ASK \u0046ROM <http://e/\u0031> {}", {"http://e/1"}),
        ("BASE <http://e/> ASK from#>\n<1> {}", {"http://e/1"}),
    ],
    ids=["none", "both", "twice", "escaped", "base and comment"],
)
def test_all_graphs_of_a_data_set_are_found(text: str, expected: set[str]) -> None:
    assert named_graphs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ASKFROM <http://e/1> {}",
        "PREFIX : <http://e/> ASK FROM:1 {}",
        "SELECT(1<2AS?x)FROM#>\n<http://e/1>{}",
        "SELECT * FROM x:1 {}",
        "SELECT * FROM <1> {}",
    ],
)
def test_data_set_that_may_be_read_otherwise_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match="FROM"):
        named_graphs(text)
