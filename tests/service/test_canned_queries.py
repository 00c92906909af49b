from collections.abc import Sequence
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Literal as RdflibLiteral

from graph.errors import ParameterError, SchemaError
from ontology.vocabulary import DIP
from service.canned_queries import (
    CannedQuery,
    finder_text,
    load_canned_queries,
    load_topic_names,
    read_canned_query,
    read_value,
)

NAMES = """
#+ summary = "Things by name"
#+ description = "Finds what has a name."
#+ [parameters]
#+ name = { type = "text", description = "The name.", example = "Ruritania" }
#+ thing = { type = "entity", description = "The thing." }
#+ since = { type = "date", description = "The first day." }
#+ kind = { type = "enum", values = ["treaty", "plan"], description = "The kind." }
#+ status = { type = "term", values = ["actual", "denied"], description = "The status." }
#+ event = { type = "iri", description = "The event." }
#+ limit = { type = "integer", description = "At most so many rows." }
SELECT ?thing ?label WHERE {
  VALUES ?name { UNDEF }
  VALUES ?thing { UNDEF }
  VALUES ?since { UNDEF }
  VALUES ?kind { UNDEF }
  VALUES ?status { <https://w3id.org/diplograph/ontology#actual> }
  VALUES ?event { UNDEF }
  ?thing ?label ?name , ?since , ?kind , ?status , ?event
}
LIMIT 100
"""
HOSTILE = [
    '" } DROP ALL #',
    "x } VALUES ?thing { UNDEF",
    "\\",
    '\\"',
    "\\u0022 }",
    "a\nVALUES ?thing { UNDEF }\n",
    "é 𝄞\x01",
]


@pytest.fixture
def query() -> CannedQuery:
    return read_canned_query("names", NAMES)


def nobody(_: str) -> Sequence[NamedNode]:
    return []


def test_queries_are_sorted_by_name() -> None:
    names = list(load_canned_queries())
    assert names == sorted(names)
    assert len(names) >= 12


@pytest.mark.parametrize("name", load_canned_queries())
def test_query_documents_itself_and_has_a_limit(name: str) -> None:
    query = load_canned_queries()[name]
    assert query.summary
    assert query.description.endswith(".")
    assert all(parameter.description.endswith(".") for parameter in query.parameters.values())
    assert query.parameters["limit"].default is not None
    assert "ORDER BY" in query.text


@pytest.mark.parametrize("name", load_canned_queries())
def test_query_runs_unchanged_in_another_engine(name: str) -> None:
    parseQuery(load_canned_queries()[name].text)


def test_query_without_values_is_its_file(query: CannedQuery) -> None:
    assert query.sparql == NAMES[NAMES.index("SELECT") :]


def test_values_take_the_place_of_the_defaults(query: CannedQuery) -> None:
    given = {
        "name": "Ruritania",
        "thing": "http://localhost:8000/entity/Q1",
        "since": "2024-05-01",
        "kind": "treaty",
        "status": "denied",
        "event": "urn:event",
        "limit": "5",
    }
    text = query.bind(query.read(given, nobody))
    assert [line.strip() for line in text.splitlines() if "VALUES" in line or "LIMIT" in line] == [
        'VALUES ?name { "Ruritania" }',
        "VALUES ?thing { <http://localhost:8000/entity/Q1> }",
        'VALUES ?since { "2024-05-01"^^<http://www.w3.org/2001/XMLSchema#date> }',
        'VALUES ?kind { "treaty" }',
        "VALUES ?status { <https://w3id.org/diplograph/ontology#denied> }",
        "VALUES ?event { <urn:event> }",
        "LIMIT 5",
    ]


def test_empty_values_count_as_none(query: CannedQuery) -> None:
    assert query.read({"name": "", "thing": "  "}, nobody) == {}


def test_name_of_several_entities_means_all_of_them(query: CannedQuery) -> None:
    georgias = [NamedNode("urn:state"), NamedNode("urn:country")]
    values = query.read({"thing": "Georgia"}, lambda _: georgias)
    assert "VALUES ?thing { <urn:country> <urn:state> }" in query.bind(values)


def test_name_of_nobody_finds_nothing(query: CannedQuery) -> None:
    assert "VALUES ?thing {  }" in query.bind(query.read({"thing": "Nobody"}, nobody))


@pytest.mark.parametrize(
    "value",
    ["Q265", "q265", "wd:Q265", "http://www.wikidata.org/entity/Q265", "https://www.wikidata.org/wiki/Q265"],
)
def test_wikidata_identifier_is_looked_up(value: str) -> None:
    assert "VALUES ?item { <http://www.wikidata.org/entity/Q265> }" in finder_text(value)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("since", "2024-13-01", "the parameter since must be a day as YYYY-MM-DD, found '2024-13-01'"),
        ("since", "yesterday", "the parameter since must be a day as YYYY-MM-DD, found 'yesterday'"),
        ("kind", "pact", "the parameter kind must be one of treaty, plan, found 'pact'"),
        ("status", "gone", "the parameter status must be one of actual, denied, found 'gone'"),
        ("limit", "0", "the parameter limit must be a whole number from 1 to 10,000, found '0'"),
        ("limit", "-1", "the parameter limit must be a whole number from 1 to 10,000, found '-1'"),
        ("limit", "٣", "the parameter limit must be a whole number from 1 to 10,000, found '\\u0663'"),
        (
            "limit",
            "9" * 50,
            f"the parameter limit must be a whole number from 1 to 10,000, found '{'9' * 50}'",
        ),
        (
            "name",
            "a\0b",
            "the parameter name must be text without NUL and without half characters, found 'a\\x00b'",
        ),
        (
            "name",
            "\ud800",
            "the parameter name must be text without NUL and without half characters, found '\\ud800'",
        ),
        ("name", "x" * 2001, f"the parameter name must be at most 2,000 characters, found '{'x' * 60}'"),
        (
            "colour",
            "red",
            (
                "the query names has no parameter 'colour': "
                "it takes name, thing, since, kind, status, event, limit"
            ),
        ),
    ],
)
def test_malformed_value_is_named(query: CannedQuery, name: str, value: str, expected: str) -> None:
    with pytest.raises(ParameterError) as error:
        query.read({name: value}, nobody)
    assert str(error.value) == expected


@pytest.mark.parametrize("value", ["event 1", "//x", "http://a b", "http://a/> } DROP ALL #", "http://x/{y}"])
def test_malformed_iri_is_refused(query: CannedQuery, value: str) -> None:
    with pytest.raises(ParameterError, match="the parameter event must be an absolute IRI"):
        query.read({"event": value}, nobody)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('#+ event = { type = "iri", description = "The event." }\n', "", "uses the parameter event"),
        ("  VALUES ?event { UNDEF }\n", "", "declares the parameter event and does not use it"),
        ("LIMIT 100\n", "", "declares the parameter limit"),
        ('"iri"', '"uri"', "has the type 'uri'"),
        ('"denied"', '"cancelled"', "offers 'cancelled', which the ontology lacks"),
        ("#+ summary", "#+ title", "has no summary"),
        ("#+ [parameters]", "#+ [parameters", "is no TOML"),
        ("SELECT ?thing ?label WHERE", "SELECT ?thing ?label WHEN", "is no SPARQL query"),
        ("SELECT ?thing ?label WHERE", "CONSTRUCT { ?thing ?label 1 } WHERE", "must be a SELECT query"),
    ],
)
def test_file_that_contradicts_itself_fails_at_load(old: str, new: str, message: str) -> None:
    assert old in NAMES
    with pytest.raises(SchemaError, match=f"^names.rq.*{message}"):
        read_canned_query("names", NAMES.replace(old, new))


def test_topics_are_those_of_the_ontology() -> None:
    assert "nuclearEnergy" in load_topic_names()
    assert read_value(load_canned_queries()["agreements"].parameters["topic"], "trade", nobody) == [DIP.trade]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60))
@settings(max_examples=50, deadline=None)
def test_any_text_stays_one_literal(value: str) -> None:
    query = read_canned_query("names", NAMES)
    assert algebra(query.bind({"name": [Literal(value)]}), value) == algebra(
        query.bind({"name": [Literal("x")]}), "x"
    )


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_text_stays_one_literal(query: CannedQuery, value: str) -> None:
    text = query.bind(query.read({"name": value}, nobody))
    assert algebra(text, value.strip()) == algebra(query.bind({"name": [Literal("x")]}), "x")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
@example('> } ; DROP ALL ; SELECT * { ?s ?p "')
@settings(max_examples=50, deadline=None)
def test_any_value_is_bound_or_refused(value: str) -> None:
    query = read_canned_query("names", NAMES)
    for name in query.parameters:
        with suppress(ParameterError):
            text = query.bind(query.read({name: value}, nobody))
            assert text.count("\n") == query.sparql.count("\n")
            parseQuery(text)


def algebra(text: str, value: str) -> object:
    """What another engine understands, with the value's literal as None."""
    return plain(parseQuery(text), value)


def plain(node: object, value: str) -> object:
    if isinstance(node, CompValue):
        return (node.name, [(key, plain(part, value)) for key, part in node.items()])
    if isinstance(node, RdflibLiteral):
        return None if str(node) == value else repr(node)
    if hasattr(node, "__iter__") and not isinstance(node, str):
        return [plain(part, value) for part in node]
    return repr(node)
