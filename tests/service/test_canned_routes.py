import json
from collections.abc import Iterator
from typing import cast

import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from graph.model import (
    Article,
    DateRange,
    Entity,
    EntityType,
    Event,
    Extraction,
    PartialDate,
    Position,
    Span,
    Status,
)
from graph.rdf.triples import article_iri, extraction_quads
from graph.storage.store import Store
from ontology.vocabulary import XSD
from service.app import create_app
from service.canned_queries import load_canned_queries
from service.canned_routes import plain_value
from service.settings import Settings

BASE = "http://localhost:8000/"
TEXT = "President Ana Silva of Ruritania visited Freedonia. She may visit Fenwick <soon>."
VISIT = f"{BASE}event/a1-visit-0"
PLAN = f"{BASE}event/a1-visit-52"


def no_conversion(article: Article) -> Extraction:
    return Extraction(article)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    store = Store.open(None)
    extraction = Extraction(
        Article("a1", TEXT, title="A <b>visit</b>"),
        entities=(
            Entity("Ana Silva", EntityType.PERSON, aliases=("Silva",)),
            Entity("Ruritania", EntityType.COUNTRY, qid="Q900000001"),
            Entity("Freedonia", EntityType.COUNTRY),
            Entity("Fenwick", EntityType.PLACE),
        ),
        events=(
            Event(
                "Visit",
                Status.ACTUAL,
                (Span(0, 51),),
                {"visitor": (0,), "destination": (2,)},
                attributes={"visitKind": "state"},
                when=DateRange(PartialDate(2024, 5)),
            ),
            Event("Visit", Status.PROPOSED, (Span(52, 81),), {"visitor": (0,), "destination": (3,)}),
        ),
        positions=(Position(0, "president", 1, (Span(0, 51),)),),
    )
    store.replace_article(
        article_iri(extraction.article, base=BASE).value, extraction_quads(extraction, base=BASE)
    )
    with TestClient(create_app(store, Settings(base_iri=BASE), no_conversion)) as client:
        yield client


def events(client: TestClient, url: str) -> list[str]:
    answer = client.get(url)
    assert answer.status_code == 200
    return [row["event"] for row in answer.json()]


def test_list_says_how_each_query_is_asked(client: TestClient) -> None:
    listing = client.get("/queries").json()["queries"]
    assert [query["name"] for query in listing] == list(load_canned_queries())
    visits = next(query for query in listing if query["name"] == "visits")
    assert visits["url"] == "/queries/visits"
    assert visits["parameters"][0] == {
        "name": "by",
        "type": "entity",
        "description": "Who travels.",
        "default": None,
        "required": False,
        "example": "Vladimir Putin",
    }
    assert [parameter["default"] for parameter in visits["parameters"][-2:]] == [100, 0]


def test_answer_is_an_array_of_flat_objects(client: TestClient) -> None:
    assert client.get("/queries/visits?by=ana%20silva&status=actual").json() == [
        {
            "event": VISIT,
            "start": "2024-05",
            "end": None,
            "visitors": "Ana Silva",
            "destinations": "Freedonia",
            "hosts": None,
            "kind": "state",
            "status": "actual",
            "quote": TEXT[:51],
            "article": f"{BASE}article/a1",
        }
    ]


def test_numbers_are_numbers(client: TestClient) -> None:
    (row, *_) = client.get("/queries/evidence", params={"event": VISIT}).json()
    assert (row["begin"], row["end"]) == (0, 51)
    assert client.get("/queries/events").json()[0]["confidence"] == 1.0


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ("", [VISIT, PLAN]),
        ("by=Silva", [VISIT, PLAN]),
        ("by=Q900000001", [VISIT, PLAN]),
        ("by=http://www.wikidata.org/entity/Q900000001", [VISIT, PLAN]),
        (f"by={BASE}entity/Q900000001", [VISIT, PLAN]),
        ("by=RURITANIA&to=freedonia", [VISIT]),
        ("to=Fenwick", [PLAN]),
        ("by=Nobody", []),
        ("status=proposed", [PLAN]),
        ("since=2024-05-20", [VISIT]),
        ("since=2024-06-01", []),
        ("until=2024-05-01", [VISIT]),
        ("until=2024-04-30", []),
        ("limit=1", [VISIT]),
        ("limit=10000", [VISIT, PLAN]),
        ("offset=0", [VISIT, PLAN]),
        ("offset=1", [PLAN]),
        ("limit=1&offset=1", [PLAN]),
        ("offset=2", []),
        ("offset=1000000", []),
        ("offset=", [VISIT, PLAN]),
        ("by=%20&to=", [VISIT, PLAN]),
    ],
)
def test_parameters_select_rows(client: TestClient, parameters: str, expected: list[str]) -> None:
    assert events(client, f"/queries/visits?{parameters}") == expected


def test_same_rows_as_the_query_itself(client: TestClient) -> None:
    text = client.get("/queries/visits?by=Silva&explain").text
    assert "VALUES ?by { <http://localhost:8000/entity/ana-silva-" in text
    direct = client.get("/sparql", params={"query": text}, headers={"Accept": "text/csv"})
    assert direct.text == client.get("/queries/visits?by=Silva&format=csv").text


@pytest.mark.parametrize(
    ("accept", "content_type"),
    [
        ("*/*", "application/json"),
        ("application/json", "application/json"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8"),
    ],
)
def test_form_follows_the_accept_header(client: TestClient, accept: str, content_type: str) -> None:
    answer = client.get("/queries/visits", headers={"Accept": accept})
    assert answer.headers["content-type"] == content_type
    assert "Accept" in answer.headers["vary"].split(", ")


def test_sparql_json_is_the_standards_own(client: TestClient) -> None:
    answer = client.get("/queries/positions?format=sparql-json").json()
    assert answer["head"]["vars"][:2] == ["holder", "holderLabel"]


@pytest.mark.parametrize(
    ("url", "status", "message"),
    [
        ("/queries/visits?since=soon", 422, "the parameter since must be a day as YYYY-MM-DD, found 'soon'"),
        (
            "/queries/visits?limit=0",
            422,
            "the parameter limit must be a whole number from 1 to 10,000, found '0'",
        ),
        (
            "/queries/visits?offset=1000001",
            422,
            "the parameter offset must be a whole number from 0 to 1,000,000, found '1000001'",
        ),
        ("/queries/visits?by=a&by=b", 422, "the parameter 'by' is given twice: give it once"),
        (
            "/queries/visits?by=%00",
            422,
            "the parameter by must be text without NUL and without half characters, found '\\x00'",
        ),
        (
            "/queries/evidence?event=x",
            422,
            "the parameter event must be an absolute IRI (No scheme found in an absolute IRI), found 'x'",
        ),
        ("/queries/nothing", 404, "there is no query 'nothing': /queries lists them"),
        ("/queries/visits?format=pdf", 406, None),
        ("/queries/visits?by=%ff", 400, None),
    ],
)
def test_fault_is_named(client: TestClient, url: str, status: int, message: str | None) -> None:
    answer = client.get(url)
    assert answer.status_code == status
    assert message in (answer.json()["message"], None)


def test_unknown_parameter_is_named(client: TestClient) -> None:
    answer = client.get("/queries/visits?who=x")
    assert answer.status_code == 422
    assert answer.json() | {"request_id": None} == {
        "request_id": None,
        "error": "invalid-parameter",
        "message": "the query visits has no parameter 'who': it takes by, to, status, since, until, limit, "
        "offset",
    }


def test_page_shows_form_rows_and_links_and_escapes_everything(client: TestClient) -> None:
    page = client.get("/queries/evidence", params={"event": PLAN}, headers={"Accept": "text/html"}).text
    assert "&lt;soon&gt;" in page
    assert "A &lt;b&gt;visit&lt;/b&gt;" in page
    assert "<soon>" not in page
    assert f'value="{PLAN}"' in page
    assert "format=csv" in page
    assert "explain=" in page


def test_page_of_hostile_value_escapes_it(client: TestClient) -> None:
    value = '"><script>alert(1)</script>'
    page = client.get("/queries/visits", params={"by": value}, headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert "<script>alert" not in page.text


def test_list_as_a_page_leads_to_each_query(client: TestClient) -> None:
    page = client.get("/queries", headers={"Accept": "text/html"}).text
    assert all(f'href="/queries/{name}"' in page for name in load_canned_queries())


def test_openapi_has_an_operation_for_each_query(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {f"/queries/{name}" for name in load_canned_queries()} <= paths.keys()
    names = [parameter["name"] for parameter in paths["/queries/visits"]["get"]["parameters"]]
    assert names == ["by", "to", "status", "since", "until", "limit", "offset", "format", "explain"]


@pytest.mark.parametrize("name", load_canned_queries())
def test_query_answers_on_the_bundled_articles(bundled_store: Store, name: str) -> None:
    rows = bundled_store.query(load_canned_queries()[name].sparql)
    assert isinstance(rows, ox.QuerySolutions)
    assert next(rows, None) is not None


@pytest.mark.parametrize("name", load_canned_queries())
def test_pages_together_are_the_whole(bundled_store: Store, name: str) -> None:
    query = load_canned_queries()[name]

    def rows(limit: int, offset: int) -> list[str]:
        text = query.bind(query.read({"limit": str(limit), "offset": str(offset)}, lambda _: ()))
        return [str(row) for row in cast("ox.QuerySolutions", bundled_store.query(text))]

    whole = rows(40, 0)
    assert [row for offset in range(0, 40, 7) for row in rows(min(7, 40 - offset), offset)] == whole


def test_json_is_utf_8(client: TestClient) -> None:
    assert json.loads(client.get("/queries/visits").content.decode("utf-8"))


@pytest.mark.parametrize(
    ("value", "datatype", "expected"),
    [
        ("12", XSD.integer, 12),
        ("abc", XSD.integer, "abc"),
        ("9" * 5000, XSD.integer, "9" * 5000),
        ("0.5", XSD.decimal, 0.5),
        ("INF", XSD.double, "INF"),
        ("NaN", XSD.double, "NaN"),
        ("true", XSD.boolean, True),
    ],
)
def test_number_that_json_cannot_have_stays_text(
    value: str, datatype: ox.NamedNode, expected: object
) -> None:
    assert plain_value(ox.Literal(value, datatype=datatype)) == expected


def test_form_that_is_not_offered_is_refused_with_explain_too(client: TestClient) -> None:
    assert client.get("/queries/visits?explain&format=yaml").status_code == 406
