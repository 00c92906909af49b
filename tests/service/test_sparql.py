import json
from typing import Any
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

SELECT = 'SELECT ("a,b" AS ?x) (1 AS ?y) {}'
ASK = "ASK { ?s ?p ?o }"
VISITS = "SELECT ?v { GRAPH ?g { ?v a <https://w3id.org/diplograph/ontology#Visit> } }"
QUERY_TYPE = {"Content-Type": "application/sparql-query"}


def ask(client: TestClient, query: str = ASK, accept: str = "*/*", **parameters: str) -> tuple[str, str]:
    answer = client.get("/sparql", params={"query": query} | parameters, headers={"Accept": accept})
    assert answer.status_code == 200, answer.text
    return answer.headers["content-type"], answer.text


def test_query_is_taken_in_the_three_ways_of_the_protocol(client: TestClient) -> None:
    answers = [
        client.get("/sparql", params={"query": ASK}),
        client.post("/sparql", data={"query": ASK}),
        client.post("/sparql", content=ASK, headers=QUERY_TYPE),
    ]
    assert [answer.json() for answer in answers] == [{"head": {}, "boolean": True}] * 3


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("text/csv", ("text/csv; charset=utf-8", 'x,y\r\n"a,b",1\r\n')),
        ("text/tab-separated-values", ("text/tab-separated-values; charset=utf-8", '?x\t?y\n"a,b"\t1\n')),
    ],
)
def test_rows_come_as_the_client_likes_best(
    client: TestClient, accept: str, expected: tuple[str, str]
) -> None:
    assert ask(client, SELECT, accept) == expected


def test_format_goes_before_accept(client: TestClient) -> None:
    assert ask(client, SELECT, "text/csv", format="json")[0] == "application/sparql-results+json"


def test_truth_has_a_csv_form(client: TestClient) -> None:
    assert ask(client, ASK, "text/csv") == ("text/csv; charset=utf-8", "true")


@pytest.mark.parametrize(
    "form", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]
)
def test_a_graph_comes_in_every_rdf_form(client: TestClient, form: str) -> None:
    content_type, text = ask(client, "CONSTRUCT { <http://e/s> <http://e/p> 'ü' } {}", form)
    assert content_type.split(";")[0] == form
    assert "ü" in text or "\\u00FC" in text


def test_browser_gets_a_table_with_labels_and_escaped_text(client: TestClient) -> None:
    text = ask(client, "SELECT ?p { ?p a <https://w3id.org/diplograph/ontology#Person> }", "text/html")[1]
    assert "Ana Silva</a>" in text
    assert "<script>alert" not in text


def test_without_a_query_a_browser_gets_a_form_and_a_program_the_description(client: TestClient) -> None:
    page = client.get("/sparql", headers={"Accept": "text/html"})
    description = client.get("/sparql", headers={"Accept": "text/turtle"})
    assert '<textarea id="query"' in page.text
    assert "a sd:Service" in description.text


def test_data_set_of_the_protocol_replaces_that_of_the_query(client: TestClient) -> None:
    graph = "http://localhost:8000/article/a%2F1"
    found = json.loads(ask(client, VISITS, **{"named-graph-uri": graph})[1])
    hidden = json.loads(ask(client, VISITS, **{"named-graph-uri": "http://e/none"})[1])
    assert [len(each["results"]["bindings"]) for each in (found, hidden)] == [1, 0]


def get(query: str, **parameters: str) -> dict[str, object]:
    return {"method": "GET", "url": "/sparql", "params": {"query": query} | parameters}


def post(content: str | bytes, kind: str = "application/sparql-query", **headers: str) -> dict[str, object]:
    return {
        "method": "POST",
        "url": "/sparql",
        "content": content,
        "headers": {"Content-Type": kind} | headers,
    }


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("request_", "status", "code"),
    [
        (get("ASK {"), 400, "malformed-query"),
        ({"method": "GET", "url": "/sparql?query=ASK{}&query=ASK{}"}, 400, "malformed-query"),
        (get(ASK, **{"default-graph-uri": "no iri"}), 400, "malformed-query"),
        ({"method": "GET", "url": "/sparql?update=CLEAR+ALL"}, 400, "malformed-query"),
        ({"method": "GET", "url": "/sparql?query=%FF"}, 400, "malformed-query"),
        (post(b"\xff"), 400, "malformed-query"),
        (post(ASK) | {"url": "/sparql?query=ASK{}"}, 400, "malformed-query"),
        (post("INSERT DATA { <a:b> <a:b> 1 }"), 400, "malformed-query"),
        (post("update=CLEAR+ALL", FORM), 401, "unauthorized"),
        (post("CLEAR ALL", "application/sparql-update"), 401, "unauthorized"),
        (get("SELECT * { SERVICE <http://e/> {} }"), 403, "forbidden"),
        (get(ASK, format="gif"), 406, "not-acceptable"),
        (get(ASK) | {"headers": {"Accept": "image/png"}}, 406, "not-acceptable"),
        (get("ASK " + "{" * 100 + "}" * 100), 413, "too-large"),
        (post(ASK, "text/plain"), 415, "unsupported-type"),
        (post(ASK, "application/sparql-query; charset=utf-16"), 415, "unsupported-type"),
        (post(ASK, **{"Content-Encoding": "gzip"}), 415, "unsupported-type"),
    ],
)
def test_what_is_wrong_is_answered_with_its_status(
    client: TestClient, request_: dict[str, Any], status: int, code: str
) -> None:
    answer = client.request(**request_)
    assert (answer.status_code, answer.json()["error"]) == (status, code)
    assert set(answer.json()) == {"error", "message", "request_id"}


def test_error_is_plain_text_for_who_asks_for_text(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": "ASK {"}, headers={"Accept": "text/plain"})
    assert answer.text == "the query is malformed at line 1, column 6: found the end of the line\n"


def test_error_page_escapes_the_query(client: TestClient) -> None:
    query = urlencode({"query": "SELECT <script>alert(1)</script> {"})
    answer = client.get(f"/sparql?{query}", headers={"Accept": "text/html"})
    assert answer.status_code == 400
    assert "<script>" not in answer.text


def test_unknown_function_is_an_error_of_its_expression(client: TestClient) -> None:
    query = "SELECT (<http://no/such>(1) AS ?x) (2 AS ?y) {}"
    answer = client.get("/sparql", params={"query": query, "format": "csv"})
    assert (answer.status_code, answer.text) == (200, "x,y\r\n,2\r\n")


def test_head_and_options_are_answered(client: TestClient) -> None:
    head = client.head("/sparql", params={"query": ASK})
    options = client.options("/sparql")
    assert (head.status_code, head.content) == (200, b"")
    assert (options.status_code, options.headers["allow"]) == (204, "GET, HEAD, OPTIONS, POST")


def test_graphs_merged_by_a_data_set_count_a_shared_fact_once(client: TestClient) -> None:
    long = "The president of Ruritania met the foreign minister of Freedonia on Monday in the capital."
    token = {"Authorization": "Bearer open-sesame"}
    client.post("/articles", json={"id": "b", "text": long}, headers=token)
    graphs = ["http://localhost:8000/article/a%2F1", "http://localhost:8000/article/b"]
    count = "SELECT (COUNT(*) AS ?n) {} {{ ?s a <https://w3id.org/diplograph/ontology#Country> }}"
    by_query = count.format(" ".join(f"FROM <{graph}>" for graph in graphs))
    by_protocol = {"query": count.format(""), "default-graph-uri": graphs}
    answers = [client.get("/sparql", params={"query": by_query}), client.get("/sparql", params=by_protocol)]
    assert [answer.json()["results"]["bindings"][0]["n"]["value"] for answer in answers] == ["2", "2"]


@pytest.mark.parametrize(
    ("query", "accept", "offered"),
    [("ASK {}", "text/turtle", "text/csv"), ("CONSTRUCT WHERE { ?s ?p ?o }", "text/csv", "text/turtle")],
)
def test_refusal_of_a_form_names_what_is_offered(
    client: TestClient, query: str, accept: str, offered: str
) -> None:
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert (answer.status_code, offered in answer.json()["message"]) == (406, True)


def test_form_that_is_too_large_to_be_decoded_is_refused(client: TestClient) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = client.post("/sparql", content=b"query=" + b"%41" * 700_000, headers=form)
    assert answer.status_code == 413
