import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from urllib.parse import quote

import pytest

from graph.storage.store import Store
from service.settings import Settings
from tests.service.conftest import TOKEN
from tests.service.engine.asking import RUNAWAY, table
from tests.service.listening import Address, connect, listening, until_closed

Answer = tuple[str, dict[str, str], bytes]
ROWS = f"SELECT * {{ {table('ab', 10)} }}"
QUERIES = {
    "ask": "ASK {}",
    "short rows": "SELECT ?s { VALUES ?s { 1 } }",
    "long rows": ROWS,
    "graph": "CONSTRUCT WHERE { ?s ?p ?o }",
    "volatile": "SELECT (STRUUID() AS ?id) {}",
}
PUT = (
    b"PUT /graphs?graph=u:g HTTP/1.1\r\nHost: e\r\nContent-Type: text/turtle\r\n"
    b"Authorization: Bearer %s\r\nContent-Length: 19\r\n\r\n<u:a> <u:b> <u:c> ." % TOKEN.encode()
)
# Counts what the layers have to answer
BY_LAYERS = 'diplograph_cache_answers_total{cache="answers",outcome="miss"}'


@pytest.fixture
def address(store: Store) -> Iterator[Address]:
    with listening(store, Settings(query_processes=1, token=TOKEN, metrics="public")) as address:
        yield address


def get(query: str, *lines: str) -> bytes:
    return "\r\n".join([f"GET /sparql?query={quote(query)} HTTP/1.1", "Host: e", *lines, "", ""]).encode()


def post(query: str, *lines: str) -> bytes:
    own = ["Host: e", "Content-Type: application/sparql-query", f"Content-Length: {len(query)}"]
    return "\r\n".join(["POST /sparql HTTP/1.1", *own, *lines, "", query]).encode()


def form(query: str, *lines: str) -> bytes:
    body = f"query={quote(query)}"
    own = ["Host: e", "Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
    return "\r\n".join(["POST /sparql HTTP/1.1", *own, *lines, "", body]).encode()


def ask(connection: socket.socket, request: bytes) -> Answer:
    connection.sendall(request)
    return read(connection)


def read(connection: socket.socket) -> Answer:
    received = connection.makefile("rb", buffering=0)
    status, headers = received.readline().decode().strip(), {}
    while line := received.readline().decode().strip():
        name, _, value = line.partition(": ")
        headers[name.lower()] = value
    body = b""
    if "content-length" in headers:
        while len(body) < int(headers["content-length"]):
            body += received.read(int(headers["content-length"]) - len(body))
    while headers.get("transfer-encoding") == "chunked" and (size := int(received.readline(), 16)):
        end = len(body) + size
        while len(body) < end:
            body += received.read(end - len(body))
        received.readline()
    if "transfer-encoding" in headers:
        received.readline()
    return status, headers, body


def figures(address: Address) -> dict[str, float]:
    with connect(address) as connection:
        lines = ask(connection, b"GET /metrics HTTP/1.1\r\nHost: e\r\n\r\n")[2].decode().splitlines()
    return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines if line[0] != "#"}


@pytest.mark.parametrize("request_of", [get, post, form])
@pytest.mark.parametrize("encoding", ["identity", "gzip", "zstd, br"])
@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_answer_is_the_one_that_the_layers_give(
    address: Address, query: str, encoding: str, request_of: Callable[..., bytes]
) -> None:
    line = f"Accept-Encoding: {encoding}"
    with connect(address) as connection:
        ask(connection, request_of(f"{query} # 1", line))
        before = figures(address)[BY_LAYERS]
        status, headers, body = ask(connection, request_of(f"{query} # 2", line))
        by_layers = figures(address)[BY_LAYERS] - before
        layers = ask(connection, request_of(f"{query} # 2", line, "X-Unknown: yes"))
    for each in (headers, layers[1]):
        assert len(each.pop("x-request-id")) == 16
        del each["date"]
    assert by_layers == 1  # the figures themselves
    assert (status, headers) == (layers[0], layers[1])
    assert (body == layers[2]) is (query != QUERIES["volatile"])


def test_form_that_asks_for_more_than_a_query_is_answered_by_the_layers(address: Address) -> None:
    """It has the headers and the length of one that has asked for a query alone."""
    more = b"query=ASK%20%7B%7D&default-graph-uri=u%3Ax%3Ay"
    alone = b"query=ASK%20%7B%7D+" + b"%23" * 9
    head = form("ASK {}").partition(b"\r\nContent-Length")[0]
    with connect(address) as connection:
        answers = [
            ask(connection, b"%s\r\nContent-Length: %d\r\n\r\n%s" % (head, len(body), body))
            for body in (alone, more, more.replace(b"u%3A", b"u%20"))
        ]
    assert len(alone) == len(more)
    assert [status for status, _, _ in answers] == ["HTTP/1.1 200 OK"] * 2 + ["HTTP/1.1 400 Bad Request"]
    assert b"no absolute IRI" in answers[2][2]


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "text/plain; charset=latin-1"])
def test_what_a_get_says_of_a_body_does_not_count(address: Address, kind: str) -> None:
    with connect(address) as connection:
        answers = [ask(connection, get(f"ASK {{}} # {n}", f"Content-Type: {kind}")) for n in range(3)]
    assert {(status, body) for status, _, body in answers} == {("HTTP/1.1 200 OK", answers[0][2])}


def test_write_is_seen_by_the_next_query(address: Address) -> None:
    with connect(address) as connection:
        before = [ask(connection, get(f"ASK {{ <u:a> ?p ?o }} # {n}"))[2] for n in range(3)]
        status, _, _ = ask(connection, PUT)
        after = [ask(connection, get(f"ASK {{ <u:a> ?p ?o }} # {n}"))[2] for n in range(3)]
    assert (status, {b"false" in each for each in before}) == ("HTTP/1.1 201 Created", {True})
    assert {b"true" in each for each in after} == {True}


def test_query_that_was_asked_before_is_not_evaluated_again(address: Address) -> None:
    with connect(address) as connection:
        answers = [ask(connection, get("ASK {}", f"X-Other: {n % 2}")) for n in range(6)]
    assert {(status, headers["etag"], body) for status, headers, body in answers} == {
        ("HTTP/1.1 200 OK", answers[0][1]["etag"], answers[0][2])
    }
    assert figures(address)['diplograph_cache_answers_total{cache="results",outcome="miss"}'] <= 3


def test_error_is_answered_by_the_layers(address: Address) -> None:
    with connect(address) as connection:
        ask(connection, get("ASK {}"))
        status, headers, body = ask(connection, get("ASK {"))
        [service, _, _] = ask(connection, get("ASK { SERVICE <http://127.0.0.1/> {} }"))
        good, _, _ = ask(connection, get("ASK {} # after it"))
    assert (status, json.loads(body)["error"]) == ("HTTP/1.1 400 Bad Request", "malformed-query")
    assert json.loads(body)["request_id"] == headers["x-request-id"]
    assert (service, good) == ("HTTP/1.1 403 Forbidden", "HTTP/1.1 200 OK")
    assert figures(address)['diplograph_requests_total{method="GET",route="/sparql",status="400"}'] == 1


def test_large_answer_streams(address: Address) -> None:
    with connect(address) as connection:
        ask(connection, get(ROWS, "Accept: text/csv"))
        query = f"SELECT * {{ {table('abc', 80)} }}"
        answers = [ask(connection, get(query, "Accept: text/csv")) for _ in range(2)]
        after = ask(connection, get("ASK {}", "Accept: text/csv"))
    for status, headers, body in answers:
        assert (status, headers["transfer-encoding"]) == ("HTTP/1.1 200 OK", "chunked")
        assert body.count(b"\r\n") == 80**3 + 1
    assert after[2] == b"true"


def test_queries_that_come_while_one_is_answered_are_answered_in_turn(address: Address) -> None:
    slow = f"SELECT (COUNT(*) AS ?n) {{ {table('abc', 60)} FILTER(?a + ?b + ?c = -1) }}"
    with connect(address) as connection:
        ask(connection, get(ROWS, "Accept: text/csv"))
        for query in (slow, "ASK { FILTER(false) }", "SELECT ?s { VALUES ?s { 1 } }", "ASK {"):
            connection.sendall(get(query, "Accept: text/csv"))
            time.sleep(0.05)  # so that what was sent comes by itself
        answers = [read(connection) for _ in range(4)]
    assert [answer[0].split()[1] for answer in answers] == ["200", "200", "200", "400"]
    assert [body for _, _, body in answers][:3] == [b"n\r\n0\r\n", b"false", b"s\r\n1\r\n"]


def test_query_of_a_client_that_leaves_is_stopped(address: Address) -> None:
    with connect(address) as other:
        ask(other, get("ASK {}"))
        with connect(address) as connection:
            connection.sendall(get(RUNAWAY))
            time.sleep(0.05)  # so that what was sent comes by itself
        assert ask(other, get("ASK {} # 2"))[0] == "HTTP/1.1 200 OK"
    assert figures(address)['diplograph_requests_total{method="GET",route="/sparql",status="499"}'] == 1


def test_client_has_no_more_queries_than_its_share(store: Store) -> None:
    with listening(store, Settings(max_client_queries=1)) as address, connect(address) as other:
        ask(other, get("ASK {}"))
        with connect(address) as connection:
            connection.sendall(get(RUNAWAY))
            time.sleep(0.05)  # so that what was sent comes by itself
            status, headers, _ = ask(other, get("ASK {} # 2"))
    assert (status, headers["retry-after"]) == ("HTTP/1.1 429 Too Many Requests", "10")


def test_query_that_takes_too_long_is_refused(store: Store) -> None:
    with listening(store, Settings(query_seconds=0.5)) as address, connect(address) as connection:
        ask(connection, get("ASK {}"))
        status, _, body = ask(connection, get(RUNAWAY))
    assert (status, json.loads(body)["error"]) == ("HTTP/1.1 503 Service Unavailable", "time-up")


def test_query_under_way_is_answered_when_the_service_ends(store: Store) -> None:
    slow = f"SELECT (COUNT(*) AS ?n) {{ {table('abc', 70)} FILTER(?a + ?b + ?c = -1) }}"
    with listening(store, Settings(query_processes=1)) as address:
        connection = socket.create_connection(address, timeout=60)
        ask(connection, get(ROWS, "Accept: text/csv"))
        connection.sendall(get(slow, "Accept: text/csv"))
        time.sleep(0.05)  # so that what was sent comes by itself
    with connection:
        assert until_closed(connection).endswith(b"\r\n\r\nn\r\n0\r\n")


@pytest.mark.parametrize("line", ["Authorization: Bearer x", "If-None-Match: *", "Range: bytes=0-1"])
def test_head_that_asks_for_more_is_left_to_the_layers(address: Address, line: str) -> None:
    with connect(address) as connection:
        statuses = [ask(connection, get(f"ASK {{}} # {number}", line))[0] for number in range(3)]
    heads = figures(address)['diplograph_cache_answers_total{cache="heads",outcome="hit"}']
    assert (len(set(statuses)), heads) == (1, 0)


def test_head_is_known_from_the_same_address_alone(address: Address) -> None:
    with connect(address) as connection, closing(socket.socket()) as other:
        other.bind(("127.0.0.2", 0))
        other.connect(address)
        for number, each in enumerate((connection, connection, other, other)):
            ask(each, get(f"ASK {{}} # {number}", "Accept: */*"))
    assert figures(address)['diplograph_cache_answers_total{cache="heads",outcome="hit"}'] == 2


def test_head_that_likes_a_page_for_a_graph_is_left_to_the_layers(address: Address) -> None:
    accept = "Accept: application/sparql-results+json, text/html"
    with connect(address) as connection:
        ask(connection, get("ASK {}", accept))
        _, headers, body = ask(connection, get("CONSTRUCT WHERE { ?s ?p ?o }", accept))
    assert (headers["content-type"], b"</html>" in body) == ("text/html; charset=utf-8", True)
