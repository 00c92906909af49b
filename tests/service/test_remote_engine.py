import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date

import pytest
from starlette.testclient import TestClient

from graph.errors import EngineError, QueryError
from graph.ingest import load
from graph.model import Article, Entity, EntityType, Event, Extraction, Span, Status
from graph.storage.graph_store import GraphStore
from graph.storage.remote import RemoteStore
from graph.storage.remote_http import Address, Endpoint
from graph.storage.store import Store
from service.app import create_app
from service.cli import main
from service.engine.engine import Forms
from service.engine.messages import Query
from service.errors import BusyError, ForbiddenError, NotAcceptableError, TimeUpError, TooLargeError
from service.remote_engine import RemoteEngine
from service.settings import Settings
from tests.engines import ENGINES, free_port
from tests.hosts import Host

BASE = "http://localhost:8000/"
TOKEN = {"Authorization": "Bearer open-sesame"}
SETTINGS = Settings(base_iri=BASE, token="open-sesame", query_processes=1)  # noqa: S106 - of this test
TEXT = "President Ana Silva of Ruritania visited Freedonia in May."


def extract(article: Article) -> Extraction:
    """Stands for the pipeline: says the same of any article."""
    entities = (
        Entity("Ana Silva", EntityType.PERSON),
        Entity("Freedonia", EntityType.COUNTRY, qid="Q900000002"),
    )
    visit = Event("Visit", Status.ACTUAL, (Span(0, 58),), {"visitor": (0,), "destination": (1,)})
    return Extraction(article, entities=entities, events=(visit,))


@pytest.fixture(scope="module")
def engines() -> Iterator[dict[str, Address]]:
    with ExitStack() as stack:
        yield {name: stack.enter_context(start()) for name, start in ENGINES.items()}


@pytest.fixture
def address(engines: dict[str, Address]) -> Address:
    return engines["oxigraph"]


def connect(address: Address) -> RemoteStore:
    return RemoteStore(Endpoint(address, read_seconds=60, write_seconds=60, max_bytes=10_000_000))


@pytest.fixture
def clients(address: Address) -> Iterator[tuple[TestClient, TestClient]]:
    """The same service twice: over another engine, and over a store here."""
    Endpoint(address, read_seconds=60, write_seconds=60, max_bytes=1000).update("DROP ALL")
    stores: tuple[GraphStore, GraphStore] = connect(address), Store.open()
    for store in stores:
        load(extract(Article("a", TEXT, title="A visit", published=date(2024, 5, 3))), store, base=BASE)
    with (
        TestClient(create_app(stores[0], SETTINGS, extract)) as remote,
        TestClient(create_app(stores[1], SETTINGS, extract)) as here,
    ):
        yield remote, here


@pytest.mark.parametrize(
    ("path", "accept"),
    [
        pytest.param("/", "text/html", id="start"),
        pytest.param("/search?q=Freedonia", "text/html", id="search"),
        pytest.param("/entity/Q900000002", "text/html", id="entity"),
        pytest.param("/entity/Q900000002", "application/n-triples", id="entity as data"),
        pytest.param("/event/a-visit-0", "text/html", id="event"),
        pytest.param("/articles", "application/json", id="articles"),
        pytest.param("/articles/a", "text/html", id="article"),
        pytest.param("/articles/a", "application/json", id="article as JSON"),
        pytest.param("/queries/visits?to=Freedonia", "application/json", id="canned query"),
        pytest.param("/queries/visits?to=Freedonia&format=csv", "*/*", id="canned query as CSV"),
        pytest.param("/queries/visits", "text/html", id="canned query as a page"),
        pytest.param("/.well-known/void", "application/n-triples", id="void"),
        pytest.param("/health", "application/json", id="health"),
    ],
)
def test_page_is_that_of_a_store_here(clients: tuple[TestClient, TestClient], path: str, accept: str) -> None:
    remote, here = (client.get(path, headers={"Accept": accept}) for client in clients)
    assert (remote.status_code, here.status_code) == (200, 200)
    is_data = accept == "application/n-triples"
    assert (sorted(remote.text.splitlines()), is_data) == (sorted(here.text.splitlines()), is_data)


@pytest.mark.parametrize(
    "path", ["/graphs?default", "/graphs?graph=http://localhost:8000/article/a", "/article/a"]
)
def test_graph_is_that_of_a_store_here(clients: tuple[TestClient, TestClient], path: str) -> None:
    remote, here = (client.get(path, headers={"Accept": "application/n-triples"}) for client in clients)
    assert sorted(remote.text.splitlines()) == sorted(here.text.splitlines())


@pytest.mark.parametrize(
    ("query", "accept"),
    [
        ("SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o", "text/csv"),
        ("SELECT * { GRAPH <http://localhost:8000/article/a> { ?s ?p 0 } }", "text/tab-separated-values"),
        ("ASK { ?s ?p ?o }", "text/csv"),
        ("ASK { ?s ?p 4711 }", "application/sparql-results+json"),
        ("CONSTRUCT WHERE { ?s <http://purl.org/dc/terms/title> ?o }", "application/n-triples"),
        ("SELECT * { ?s ?p ?o } LIMIT 3", "text/html"),
    ],
)
def test_query_is_answered_in_the_form_asked_for(
    clients: tuple[TestClient, TestClient], query: str, accept: str
) -> None:
    remote, here = (
        client.get("/sparql", params={"query": query}, headers={"Accept": accept}) for client in clients
    )
    assert (remote.status_code, remote.headers["content-type"]) == (200, here.headers["content-type"])
    assert accept == "text/html" or remote.text.split() == here.text.split()


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("SELECT * {", 400),
        ("INSERT DATA { <http://e/s> <http://e/p> 1 }", 400),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 403),
        ("SELECT * " + "{" * 100 + "}" * 100, 413),
    ],
)
def test_what_is_not_taken_here_is_not_passed_on(
    clients: tuple[TestClient, TestClient], query: str, status: int
) -> None:
    answers = [client.get("/sparql", params={"query": query}) for client in clients]
    assert [answer.status_code for answer in answers] == [status, status]


def test_posted_article_is_read_back_at_once_and_deleted(clients: tuple[TestClient, TestClient]) -> None:
    remote, _ = clients
    posted = remote.post("/articles", json={"id": "b", "text": TEXT}, headers=TOKEN)
    assert (posted.status_code, posted.headers["location"]) == (201, "/article/b")
    assert remote.get("/articles/b", headers={"Accept": "application/json"}).json()["text"] == TEXT
    assert remote.get("/articles").json()["total"] == 2
    assert remote.delete("/articles/b", headers=TOKEN).status_code == 204
    assert remote.get("/articles/b").status_code == 404
    assert remote.get("/articles").json()["total"] == 1


def test_graph_is_put_and_an_update_of_all_graphs_is_refused(clients: tuple[TestClient, TestClient]) -> None:
    remote, _ = clients
    turtle = {"Content-Type": "text/turtle", **TOKEN}
    put = remote.put("/graphs?graph=http://e/g", content="<http://e/s> <http://e/p> 1 .", headers=turtle)
    assert put.status_code == 201
    found = remote.get("/sparql", params={"query": "SELECT ?o { <http://e/s> ?p ?o }", "format": "csv"})
    assert found.text.split() == ["o", "1"]
    assert remote.delete("/graphs?graph=http://e/g", headers=TOKEN).status_code == 204
    update = remote.post("/sparql", data={"update": "CLEAR ALL"}, headers=TOKEN)
    assert (update.status_code, update.json()["error"]) == (403, "forbidden")


def test_without_its_engine_the_service_says_that_it_is_not_ready() -> None:
    url = f"http://127.0.0.1:{free_port()}/sparql"
    with TestClient(create_app(connect(Address(url, url)), SETTINGS, extract)) as client:
        answers = [client.get(path) for path in ("/health", "/sparql?query=ASK{}", "/articles", "/entity/Q1")]
        assert [answer.status_code for answer in answers] == [503] * 4
        assert not any(url in answer.text for answer in answers)


def test_command_line_names_the_engine_that_does_not_answer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIPLOGRAPH_STORE_PASSWORD", "secret")
    url = f"http://127.0.0.1:{free_port()}/sparql"
    assert main(["stats", "--store", url]) == 1
    assert capsys.readouterr().err == f"diplograph: the store at {url} does not answer: connection refused\n"


def test_queries_beyond_the_bounds_are_refused() -> None:
    url = f"http://127.0.0.1:{free_port()}/sparql"
    tight = Settings(max_queries=1, max_query=100)

    async def ask_all(*texts: str) -> list[object]:
        engine = RemoteEngine(
            connect(Address(url, url)), tight.query_bounds, tight.query_shares, answer_seconds=60
        )
        forms = Forms("json", "ntriples")
        queries = [engine.answer(Query(text), forms, client=text) for text in texts]
        try:
            return [type(each) for each in await asyncio.gather(*queries, return_exceptions=True)]
        finally:
            await engine.close()

    assert asyncio.run(ask_all("ASK {}", "ASK { }")) == [EngineError, BusyError]
    assert asyncio.run(ask_all("#" * 101)) == [TooLargeError]


def answering(host: Host) -> RemoteEngine:
    """An engine whose answers the host gives, one at a time."""
    settings = Settings(query_processes=1, max_long_queries=1, max_client_long_queries=1, max_queries=2)
    store = connect(Address(host.url, host.url))
    return RemoteEngine(store, settings.query_bounds, settings.query_shares, answer_seconds=60)


@pytest.mark.parametrize(
    ("text", "forms", "error"),
    [
        ("SELECT * {", Forms("json", "ntriples"), QueryError),
        ('define get:soft "replace" SELECT * {}', Forms("json", "ntriples"), QueryError),
        ("DROP ALL", Forms("json", "ntriples"), QueryError),
        ("CONSTRUCT WHERE { ?s ?p ?o }", Forms("json", None), NotAcceptableError),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> {} }", Forms("json", None), ForbiddenError),
        (f"ASK {{ {'{' * 70}{'}' * 70} }}", Forms("json", None), TooLargeError),
        ("SELECTDISTINCT*FROM<http://e/g>{}", Forms("json", None), QueryError),
    ],
)
def test_what_is_wrong_with_a_query_is_found_before_it_is_sent(
    text: str, forms: Forms, error: type[Exception]
) -> None:
    host = Host()

    async def ask() -> None:
        engine = answering(host)
        try:
            with pytest.raises(error):
                await engine.answer(Query(text), forms, client="a")
        finally:
            await engine.close()

    asyncio.run(ask())
    host.close()
    assert host.asked == []


def test_place_of_a_client_who_left_is_taken_until_the_engine_has_answered() -> None:
    host, may_answer = Host(), threading.Event()
    body = b'{"head":{},"boolean":true}'
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\nContent-Length: {len(body)}"

    def speak(connection: socket.socket) -> None:
        may_answer.wait(60)
        connection.sendall(head.encode() + b"\r\n\r\n" + body)

    host.speech = speak

    async def ask_leave_and_ask_again() -> list[object]:
        engine, forms = answering(host), Forms("json", None)
        try:
            left = asyncio.create_task(engine.answer(Query("ASK {}"), forms, client="a"))
            async with asyncio.timeout(60):
                while not host.asked:
                    await asyncio.sleep(0.01)
            left.cancel()
            await asyncio.gather(left, return_exceptions=True)
            waiting = asyncio.create_task(engine.answer(Query("ASK { }"), forms, client="a"))
            await asyncio.sleep(0.3)
            asked = len(host.asked)
            refused = await asyncio.gather(
                engine.answer(Query("ASK {}"), forms, client="b"), return_exceptions=True
            )
            may_answer.set()
            return [asked, *map(type, refused), (await waiting).content]
        finally:
            await engine.close()

    assert asyncio.run(ask_leave_and_ask_again()) == [1, BusyError, body]
    host.close()


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("query", "parameters"),
    [
        ("SELECT * FROM <URL> { ?s ?p ?o }", {}),
        ("SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }", {}),
        ("ASK { ?s ?p ?o }", {"default-graph-uri": "URL"}),
        ("ASK { ?s ?p ?o }", {"named-graph-uri": "URL"}),
    ],
)
def test_graph_that_the_store_does_not_have_is_refused_and_not_fetched(
    engines: dict[str, Address], engine: str, query: str, parameters: dict[str, str]
) -> None:
    host = Host()
    host.answer(b"<http://e/s> <http://e/p> 1 .", Content_Type="text/turtle")
    given = {"query": query, **parameters}
    with TestClient(create_app(connect(engines[engine]), SETTINGS, extract)) as client:
        filled = {name: value.replace("URL", host.url) for name, value in given.items()}
        answer = client.get("/sparql", params=filled)
    host.close()
    assert (answer.status_code, f"has no graph <{host.url}>" in answer.text) == (400, True), answer.text
    assert host.asked == []


def test_graph_that_the_store_has_is_a_data_set(clients: tuple[TestClient, TestClient]) -> None:
    query = "SELECT (COUNT(*) AS ?n) FROM <http://localhost:8000/article/a> { ?s ?p ?o }"
    remote, here = (client.get("/sparql", params={"query": query, "format": "csv"}) for client in clients)
    assert (remote.status_code, remote.text) == (200, here.text)


def test_slow_engine_is_told_from_one_that_fails() -> None:
    host, may_end = Host(), threading.Event()
    host.speech = lambda _: may_end.wait(60) and None
    endpoint = Endpoint(Address(host.url, host.url), read_seconds=0.2, write_seconds=60, max_bytes=1000)
    settings = Settings(query_processes=1, query_seconds=60)

    async def ask() -> None:
        engine = RemoteEngine(
            RemoteStore(endpoint), settings.query_bounds, settings.query_shares, answer_seconds=60
        )
        try:
            with pytest.raises(TimeUpError, match="ran for 60 s"):
                await engine.answer(Query("ASK {}"), Forms("json", None), client="a")
        finally:
            may_end.set()
            await engine.close()

    asyncio.run(ask())
    host.close()


def test_another_engine_serves_as_well(engines: dict[str, Address]) -> None:
    """Of rdflib-endpoint only a little is asked, for it takes seconds to read our longer queries."""
    with TestClient(create_app(connect(engines["rdflib"]), SETTINGS, extract)) as client:
        posted = client.post("/articles", json={"id": "b", "text": TEXT}, headers=TOKEN)
        assert posted.status_code == 201
        assert client.get("/articles/b", headers={"Accept": "application/json"}).json()["text"] == TEXT
        rows = client.get("/queries/evidence", params={"event": f"{BASE}event/b-visit-0"})
        assert [row["quote"] for row in rows.json()] == [TEXT]
        found = client.get("/sparql", params={"query": "ASK { ?s ?p ?o }", "format": "csv"})
        assert found.text == "true"
        assert client.delete("/articles/b", headers=TOKEN).status_code == 204
        assert client.get("/articles/b").status_code == 404
