import pyoxigraph as ox
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from service.federation.bindings import binding_query

CLAUSE = "SERVICE <x:e> { ?a ?b ?c }"


def binding(text: str, clause: str = CLAUSE) -> str | None:
    begin = text.index(clause)
    return binding_query(text, begin=begin, end=begin + len(clause), most_rows=9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"SELECT * {{ ?a <x:p> ?o . {CLAUSE} }}", "SELECT DISTINCT ?a WHERE { ?a <x:p> ?o } LIMIT 10"),
        (
            f"PREFIX x: <x:> ASK FROM x:g {{ $a x:p [ x:q ?c ] ; x:r (1 ?b) {CLAUSE} . ?z a ?c . }}",
            "SELECT DISTINCT ?a ?b ?c FROM x:g WHERE { $a x:p [ x:q ?c ] ; x:r (1 ?b) . ?z a ?c } LIMIT 10",
        ),
        (
            f"""CONSTRUCT {{ ?a ?b ?c }} WHERE {{ VALUES ?a {{ 1 2 }} VALUES (?b) {{ (UNDEF) }} {CLAUSE}
            VALUES (?c ?d) {{ (3 4) }} }}""",
            "SELECT DISTINCT ?a ?c WHERE { VALUES ?a { 1 2 } . VALUES (?c ?d) { (3 4) } } LIMIT 10",
        ),
        (
            f"""SELECT * {{ ?a <x:p> 1 # ?b {{
            OPTIONAL {{ ?a <x:q> ?b }} FILTER(?a > 1) FILTER NOT EXISTS {{ ?a <x:r> ?b }} FILTER <x:f>(?b)
            BIND(?a + 1 AS ?b) MINUS {{ ?b ?b ?b }} {{ ?b ?b 1 }} UNION {{ ?b ?b 2 }} GRAPH ?g {{ ?b ?b 3 }}
            SERVICE SILENT <x:f> {{ ?b ?b 4 }} {CLAUSE} }} ORDER BY ?b""",
            "SELECT DISTINCT ?a WHERE { ?a <x:p> 1 } LIMIT 10",
        ),
        (f"SELECT * {{ ?o ?p ?q . {CLAUSE} }}", None),
        (f"SELECT * {{ {CLAUSE} }}", None),
        (f"SELECT * {{ ?a ?b ?c OPTIONAL {{ {CLAUSE} }} }}", None),
        (f"SELECT * {{ ?a ?b ?c FILTER EXISTS {{ {CLAUSE} }} }}", None),
        (f"SELECT * {{ SELECT * {{ ?a ?b ?c {CLAUSE} }} }}", None),
    ],
    ids=["plain", "brackets", "values", "others", "none", "alone", "optional", "exists", "subquery"],
)
def test_patterns_beside_a_clause_bind_its_variables(text: str, expected: str | None) -> None:
    found = binding(text)
    assert (found and found.rpartition("\n")[2]) == expected


ELEMENTS = [
    "?a <x:p> ?b .", "?b <x:p> ?c .", "?a <x:q> ?c .", "?c <x:p> ?d ; <x:q> ?a .", "OPTIONAL { ?a <x:q> ?d }",
    "OPTIONAL { ?d <x:p> ?b FILTER(?a != ?d) }", "MINUS { ?a <x:p> <x:1> }", "FILTER(BOUND(?b))",
    "FILTER NOT EXISTS { ?c <x:q> ?b }", "VALUES ?a { <x:1> <x:2> }", "VALUES (?b ?c) { (<x:1> UNDEF) }",
    "{ ?a <x:p> ?b } UNION { ?c <x:q> ?d }", "{ SELECT ?a (COUNT(*) AS ?n) { ?a ?x ?y } GROUP BY ?a }",
]  # fmt: skip
GROUPS = [
    "{ ?a <x:q> ?b }", "{ ?b <x:p> ?c OPTIONAL { ?c <x:q> ?a } }", "{ ?c ?x ?d FILTER(?a = ?d) }",
    "{ { ?a <x:p> ?d } UNION { ?b <x:q> ?d } }", "{ SELECT (COUNT(*) AS ?m) { ?a <x:p> ?b } }",
    "{ SELECT ?b ?c { ?b <x:p> ?c } ORDER BY ?b ?c LIMIT 2 }",
]  # fmt: skip
elements = st.lists(st.sampled_from(ELEMENTS), max_size=3).map(" ".join)
triples = st.tuples(*(st.sampled_from(names) for names in ("123", "pq", "123")))


def rows(store: ox.Store, query: str) -> list[tuple[str, ...]]:
    found = store.query(query)
    assert isinstance(found, ox.QuerySolutions)
    return sorted(tuple(map(str, row)) for row in found)


@settings(max_examples=100, deadline=None)
@given(st.sets(triples, max_size=8), elements, st.sampled_from(GROUPS), elements)
@example({("2", "q", "1")}, "", GROUPS[4], f"{ELEMENTS[4]} {ELEMENTS[9]}")
@example({("2", "p", "2"), ("1", "q", "1")}, "", GROUPS[1], f"{ELEMENTS[4]} {ELEMENTS[0]}")
def test_asking_for_less_leaves_the_answer_as_it_is(
    graph: set[tuple[str, str, str]], before: str, group: str, after: str
) -> None:
    """The endpoint's data are those here, so that a clause is a group and its table a part of it."""
    store = ox.Store()
    store.extend(ox.Quad(*(ox.NamedNode(f"x:{name}") for name in triple)) for triple in graph)
    clause = f"SERVICE <x:e> {group}"
    query = binding_query(
        text := f"SELECT ?a ?b ?c ?d {{ {before} {clause} {after} }}",
        begin=text.index(clause),
        end=text.index(clause) + len(clause),
        most_rows=1000,
    )
    if query is None:
        return
    found = store.query(query)
    assert isinstance(found, ox.QuerySolutions)
    names = " ".join(map(str, found.variables))
    known = f"VALUES ({names}) {{ {' '.join(f'({chr(32).join(map(str, row))})' for row in found)} }}"
    assert rows(store, text.replace(clause, f"{{ {known} {group} }}")) == rows(
        store, text.replace(clause, group)
    )
