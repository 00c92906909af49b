import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from graph.model import Extraction
from graph.storage.remote import RemoteStore
from graph.storage.remote_http import Address, Endpoint
from graph.storage.store import Store
from service.app import create_app
from service.engine.messages import Query
from service.errors import BusyError, EndpointError
from service.federation.federation import Federation, Reach
from service.settings import Settings
from tests.engines import ENGINES
from tests.hosts import Host

BASE = "http://localhost:8000/"
EMPTY = b'{"head":{"vars":["o"]},"results":{"bindings":[]}}'
Asking = Callable[..., Any]


@pytest.fixture(scope="module")
def engine() -> Iterator[Address]:
    """Another endpoint, which knows of Freedonia."""
    with ENGINES["oxigraph"]() as address:
        Endpoint(address, read_seconds=60, write_seconds=60, max_bytes=1000).update(
            """PREFIX e: <http://e/>
            INSERT DATA { e:f e:capital 'Fredville', 'Frédéville'@fr ; e:population 5 .
                e:r e:capital 'Ruri "} # City' . e:x e:capital [] }"""
        )
        yield address


@pytest.fixture
def asking() -> Iterator[Asking]:
    """A service whose queries may ask endpoints, as a function of these and a query: its answer."""
    store = Store.open()
    names = {"f": "Freedonia", "r": "Ruritania"}
    label = ox.NamedNode("http://e/label")
    triples = [ox.Triple(ox.NamedNode(f"http://e/{i}"), label, ox.Literal(name)) for i, name in names.items()]
    store.put_graph("http://e/g", triples)

    def ask(query: str, *endpoints: str, accept: str = "text/csv", **settings: Any) -> Any:
        made = Settings(base_iri=BASE, query_processes=1, service_endpoints=endpoints, **settings)
        with TestClient(create_app(store, made, Extraction)) as client:
            return client.post("/sparql", data={"query": query}, headers={"Accept": accept})

    yield ask
    store.close()


def rows(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.text
    return sorted(answer.text.splitlines()[1:])


def service(url: str, group: str = "{ ?s <http://e/p> ?o }", form: str = "SERVICE") -> str:
    return f"SELECT * {{ {form} <{url}> {group} }}"


def test_answers_are_joined_with_those_here(engine: Address, asking: Asking) -> None:
    query = f"""PREFIX e: <http://e/> SELECT ?name ?capital {{
        ?s e:label ?name SERVICE <{engine.query_url}> {{ ?s e:capital ?capital }} }}"""
    assert rows(asking(query, engine.query_url)) == [
        "Freedonia,Fredville",
        "Freedonia,Frédéville",
        'Ruritania,"Ruri ""} # City"',
    ]


def test_every_place_of_a_group_takes_it(engine: Address, asking: Asking) -> None:
    query = f"""PREFIX e: <http://e/> CONSTRUCT {{ ?s e:is ?n }} WHERE {{
        GRAPH ?g {{ ?s e:label ?label }} OPTIONAL {{ SERVICE SILENT <{engine.query_url}>
            {{ SELECT ?s (COUNT(*) AS ?n) {{ ?s e:population ?any }} GROUP BY ?s }} }}
        FILTER EXISTS {{ SERVICE <{engine.query_url}> {{ ?s e:population 5 }} }} }}"""
    found = asking(query, engine.query_url, accept="application/n-triples").text
    assert found == '<http://e/f> <http://e/is> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'


def test_blank_node_of_another_endpoint_becomes_an_iri(engine: Address, asking: Asking) -> None:
    query = service(engine.query_url, "{ <http://e/x> <http://e/capital> ?o }")
    (row,) = rows(asking(query, engine.query_url))
    assert row.startswith(f"{BASE}.well-known/genid/")


def test_nothing_is_kept_of_such_an_answer(host: Host, asking: Asking) -> None:
    host.answer(EMPTY)
    answers = [asking(service(host.url, form=form), host.url) for form in ("SERVICE", "SERVICE SILENT")]
    assert [(a.headers["cache-control"], "etag" in a.headers) for a in answers] == [("no-store", False)] * 2


def test_endpoint_is_asked_by_the_protocol_and_told_no_secret(host: Host, asking: Asking) -> None:
    host.answer(EMPTY)
    asking(service(host.url), host.url, token="open-sesame", store_token="hush")  # noqa: S106 - of this test
    head, _, body = host.asked[0].partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    assert lines[0] == "POST /sparql HTTP/1.1"
    assert f"Host: 127.0.0.1:{host.port}" in lines
    assert body == b"query=%0ASELECT+%2A+WHERE+%7B+%3Fs+%3Chttp%3A%2F%2Fe%2Fp%3E+%3Fo+%7D"
    assert b"sesame" not in host.asked[0]
    assert b"hush" not in host.asked[0]


def test_proxy_of_the_environment_is_not_used(
    host: Host, other: Host, asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{other.port}")
    host.answer(EMPTY)
    assert rows(asking(service(host.url), host.url)) == []
    assert (len(host.asked), other.asked) == (1, [])


@pytest.mark.parametrize("endpoints", [(), ("https://query.example/sparql",)], ids=["none", "another"])
def test_endpoint_that_is_not_listed_is_not_asked(
    host: Host, asking: Asking, endpoints: tuple[str, ...]
) -> None:
    answer = asking(service(host.url), *endpoints)
    assert (answer.status_code, "DIPLOGRAPH_SERVICE_ENDPOINTS" in answer.text) == (403, True)
    assert host.asked == []


def test_malformed_query_and_too_many_rows_are_told(engine: Address, host: Host, asking: Asking) -> None:
    malformed = asking(service(engine.query_url, "{ ?s }"), engine.query_url)
    assert (malformed.status_code, "malformed" in malformed.text) == (502, True)
    rest = asking(service(engine.query_url) + "}", engine.query_url)
    assert (rest.status_code, "line 1, column" in rest.text) == (400, True)
    many = asking(service(engine.query_url, "{ ?s ?p ?o }"), engine.query_url, max_service_rows=2)
    assert (many.status_code, "more than 2 rows" in many.text) == (502, True)


def test_endpoint_is_asked_for_what_is_found_here_alone(host: Host, asking: Asking) -> None:
    host.answer(EMPTY)
    query = f"""SELECT * {{ ?s <http://e/label> "Freedonia" . SERVICE <{host.url}> {{ ?s ?p ?o }} }}"""
    assert rows(asking(query, host.url)) == []
    (sent,) = parse_qs(host.asked[0].rpartition(b"\r\n\r\n")[2].decode())["query"]
    assert sent == "\nSELECT * WHERE { VALUES (?s) { (<http://e/f>) } { ?s ?p ?o } }"


def test_endpoint_is_asked_for_all_where_too_much_is_found_here(host: Host, asking: Asking) -> None:
    host.answer(EMPTY)
    query = f"SELECT * {{ ?s <http://e/label> ?name . SERVICE <{host.url}> {{ ?s ?p ?o }} }}"
    assert rows(asking(query, host.url, max_service_rows=1)) == []
    (sent,) = parse_qs(host.asked[0].rpartition(b"\r\n\r\n")[2].decode())["query"]
    assert sent == "\nSELECT * WHERE { ?s ?p ?o }"


def test_store_in_another_engine_is_joined_alike(engine: Address) -> None:
    store = RemoteStore(Endpoint(engine, read_seconds=60, write_seconds=60, max_bytes=100_000))
    settings = Settings(query_processes=1, service_endpoints=(engine.query_url,))
    query = f"""PREFIX e: <http://e/> SELECT ?o {{ ?s e:population 5
        SERVICE <{engine.query_url}> {{ ?s e:capital ?o FILTER(LANG(?o) = "fr") }} }}"""
    with TestClient(create_app(store, settings, Extraction)) as client:
        answer = client.post("/sparql", data={"query": query}, headers={"Accept": "text/csv"})
    assert rows(answer) == ["Frédéville"]


# Hostile endpoints


def redirect(host: Host, other: Host) -> None:
    host.answer(b"", "302 Found", Location=other.url)


def redirect_for_good(host: Host, other: Host) -> None:
    host.answer(b"", "308 Permanent Redirect", Location=other.url)


def cut(host: Host, _: Host) -> None:
    host.answer(EMPTY, Content_Length="1000")


def page(host: Host, _: Host) -> None:
    host.answer(b"<html>", Content_Type="text/html")


def garbage(host: Host, _: Host) -> None:
    host.speech = lambda connection: connection.sendall(b"\x00\xff" * 1000)


def silence(host: Host, _: Host) -> None:
    host.speech = lambda connection: connection.close()


def zipped(host: Host, _: Host) -> None:
    host.answer(b"\x1f\x8b", Content_Encoding="gzip")


def failure(host: Host, _: Host) -> None:
    host.answer(b"Traceback: /etc/secret", "500 Internal Server Error")


def values(host: Host, _: Host) -> None:
    row = b'{"o":{"type":"uri","value":"> } SERVICE <x:y>"}}'
    host.answer(EMPTY.replace(b"[]", b"[" + row + b"]"))


@pytest.mark.parametrize(
    "prepare", [redirect, redirect_for_good, cut, page, garbage, silence, zipped, failure, values]
)
def test_hostile_endpoint_is_named_in_an_error_and_silent_makes_it_an_empty_solution(
    host: Host, other: Host, asking: Asking, prepare: Callable[[Host, Host], None]
) -> None:
    prepare(host, other)
    loud = asking(service(host.url), host.url, accept="application/json")
    assert (loud.status_code, loud.json()["error"]) == (502, "endpoint-failed")
    assert loud.json()["message"].startswith(f"the SERVICE endpoint {host.url} ")
    assert "secret" not in loud.text
    silent = asking(f"SELECT ?x {{ SERVICE SILENT <{host.url}> {{ ?s ?p ?o }} BIND(1 AS ?x) }}", host.url)
    assert rows(silent) == ["1"]
    assert other.asked == []


def speak_for_ever(head: bytes, piece: bytes) -> Callable[[socket.socket], None]:
    def speak(connection: socket.socket) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(piece)

    return speak


async def ask_nothing(query: Query) -> bytes:
    raise AssertionError(f"nothing here binds {query.text}")


def resolve(reach: Reach, text: str, *clients: str) -> list[object]:
    """What becomes of a query, asked for some clients at the same time."""
    federation = Federation(reach, Settings().query_limits, base=BASE)

    async def ask() -> list[object]:
        asked = [federation.resolve(Query(text), client=client, ask=ask_nothing) for client in clients]
        return list(await asyncio.gather(*asked, return_exceptions=True))

    try:
        return asyncio.run(ask())
    finally:
        federation.close()


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\n\r\n"


@pytest.mark.parametrize(
    ("head", "message"),
    [(HEAD, "more than 8,000,000 bytes"), (HEAD[:-2] + b"X: ", "the connection broke"), (b"", "broke")],
    ids=["body", "header", "line"],
)
def test_answer_without_an_end_is_given_up(host: Host, head: bytes, message: str) -> None:
    host.speech = speak_for_ever(head, b" " * (1 << 16))
    (error,) = resolve(Reach(frozenset({host.url}), 60, 10), service(host.url), "a")
    assert isinstance(error, EndpointError)
    assert message in str(error)


@pytest.mark.parametrize("head", [HEAD, HEAD[:-2], b""], ids=["body", "header", "line"])
def test_answer_that_trickles_is_given_up_in_time(host: Host, head: bytes) -> None:
    def speak(connection: socket.socket) -> None:
        connection.sendall(head)
        for _ in range(1000):
            connection.sendall(b"H")
            connection.settimeout(0.05)
            try:
                connection.recv(1)
            except TimeoutError:
                continue
            return

    host.speech = speak
    (error,) = resolve(Reach(frozenset({host.url}), 0.5, 10), service(host.url), "a")
    assert isinstance(error, EndpointError)
    assert str(error) == f"the SERVICE endpoint {host.url} does not answer within 0.5 s"


def test_name_that_leads_to_this_machine_is_not_asked(host: Host) -> None:
    """`localhost.` is to the resolver what a name is that its owner has come to lead here."""
    url = f"http://localhost.:{host.port}/sparql"
    (error,) = resolve(Reach(frozenset({url}), 10, 10), service(url), "a")
    assert isinstance(error, EndpointError)
    assert "not public" in str(error) or "not known" in str(error)
    assert host.asked == []


def test_certificate_that_nobody_trusts_is_refused(host: Host) -> None:
    url = host.url.replace("http:", "https:")
    (error,) = resolve(Reach(frozenset({url}), 10, 10), service(url), "a")
    assert isinstance(error, EndpointError)


def test_clients_share_the_places(host: Host) -> None:
    may_answer = threading.Event()
    answer = HEAD + EMPTY

    def speak(connection: socket.socket) -> None:
        may_answer.wait(60)
        connection.sendall(answer)

    host.speech = speak
    reach = Reach(frozenset({host.url}), 60, 10, calls=2, client_calls=1)
    federation = Federation(reach, Settings().query_limits, base=BASE)

    async def ask() -> list[tuple[str, type]]:
        tasks = {
            asyncio.create_task(
                federation.resolve(Query(service(host.url)), client=name, ask=ask_nothing)
            ): name
            for name in "aabc"
        }
        async with asyncio.timeout(60):
            while sum(task.done() for task in tasks) < 2:
                await asyncio.sleep(0.01)
        may_answer.set()
        await asyncio.gather(*tasks, return_exceptions=True)
        return [(name, type(task.exception() or task.result())) for task, name in tasks.items()]

    found = asyncio.run(ask())
    federation.close()
    served = [name for name, kind in found if kind is Query]
    assert (len(served), len(set(served))) == (2, 2)
    assert [kind for _, kind in found].count(BusyError) == 2


def test_places_are_free_again_after_a_failure(host: Host) -> None:
    host.answer(b"", "500 No")
    reach = Reach(frozenset({host.url}), 10, 10, calls=1)
    federation = Federation(reach, Settings().query_limits, base=BASE)

    async def ask_twice() -> list[object]:
        query = Query(service(host.url))
        return [
            (
                await asyncio.gather(
                    federation.resolve(query, client="a", ask=ask_nothing), return_exceptions=True
                )
            )[0]
            for _ in range(2)
        ]

    assert [type(each) for each in asyncio.run(ask_twice())] == [EndpointError] * 2
    federation.close()


def test_clause_keeps_its_lines_and_its_table_its_place(host: Host) -> None:
    host.answer(EMPTY.replace(b"[]", b"[{}]"))
    text = f"SELECT * {{\nSERVICE <{host.url}> {{\n?s ?p ?o\n}} ?a ?b ?c }}"
    (query,) = resolve(Reach(frozenset({host.url}), 10, 10), text, "a")
    assert isinstance(query, Query)
    assert query.text == "SELECT * {\n{ \n\n} ?a ?b ?c }"
    assert query.full_text == "SELECT * {\n{ VALUES (?o) { (UNDEF) }\n\n} ?a ?b ?c }"
