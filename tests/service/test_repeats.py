import socket
from collections.abc import Iterator

import pytest

from graph.storage.store import Store
from service.settings import Settings
from tests.service.conftest import TOKEN
from tests.service.listening import Address, connect, listening, until_closed

ASK = b"GET /sparql?query=ASK%7B%3Cu%3Aa%3E%3Fp%3Fo%7D HTTP/1.1\r\nHost: e\r\nAccept: text/csv\r\n\r\n"
CLOSING = ASK[:-2] + b"Connection: close\r\n\r\n"
TURTLE = b"<u:a> <u:b> <u:c> ."
PUT = (
    b"PUT /graphs?graph=u:g HTTP/1.1\r\nHost: e\r\nContent-Type: text/turtle\r\n"
    b"Authorization: Bearer %s\r\nContent-Length: %d\r\n\r\n%s" % (TOKEN.encode(), len(TURTLE), TURTLE)
)
Answer = tuple[str, dict[str, str], bytes]


@pytest.fixture
def address(store: Store) -> Iterator[Address]:
    with listening(store, Settings(query_processes=1, token=TOKEN, metrics="public")) as address:
        yield address


def ask(connection: socket.socket, request: bytes = ASK) -> Answer:
    connection.sendall(request)
    return read(connection)


def read(connection: socket.socket) -> Answer:
    received = b""
    while b"\r\n\r\n" not in received:
        received += connection.recv(1 << 16)
    head, _, body = received.partition(b"\r\n\r\n")
    status, *lines = head.decode().split("\r\n")
    headers = dict(line.lower().split(": ", 1) for line in lines)
    while len(body) < int(headers.get("content-length", 0)):
        body += connection.recv(1 << 16)
    return status, headers, body


def test_request_that_comes_again_is_answered_alike(address: Address) -> None:
    with connect(address) as connection, connect(address) as other:
        answers = [*(ask(connection) for _ in range(4)), *(ask(other) for _ in range(2))]
    ids = {headers.pop("x-request-id") for _, headers, _ in answers}
    dates = [headers.pop("date") for _, headers, _ in answers]
    assert (len(ids), len(dates)) == (6, 6)
    assert all((s, sorted(h.items()), b) == (s, sorted(answers[0][1].items()), b) for s, h, b in answers)
    assert {(status, body) for status, _, body in answers} == {("HTTP/1.1 200 OK", b"false")}


def test_write_is_seen_by_the_next_request(address: Address) -> None:
    with connect(address) as connection:
        before = [ask(connection)[2] for _ in range(3)]
        status, _, _ = ask(connection, PUT)
        after = [ask(connection)[2] for _ in range(3)]
    assert (status, before, after) == ("HTTP/1.1 201 Created", [b"false"] * 3, [b"true"] * 3)


def test_client_that_has_the_answer_is_told_so(address: Address) -> None:
    with connect(address) as connection:
        tag = [ask(connection)[1]["etag"] for _ in range(3)][-1]
        known = ASK[:-2] + f"If-None-Match: {tag}\r\n\r\n".encode()
        statuses = {ask(connection, known)[0] for _ in range(3)}
    assert statuses == {"HTTP/1.1 304 Not Modified"}


def test_connection_ends_where_the_client_wants_it(address: Address) -> None:
    for _ in range(4):
        with connect(address) as connection:
            connection.sendall(CLOSING)
            assert until_closed(connection).endswith(b"\r\n\r\nfalse")


def test_requests_that_come_together_are_answered_in_turn(address: Address) -> None:
    with connect(address) as connection:
        for _ in range(3):
            ask(connection)
        connection.sendall(ASK + CLOSING)
        assert until_closed(connection).count(b"\r\n\r\nfalse") == 2


def test_body_that_looks_like_a_request_that_was_answered_is_a_body(address: Address) -> None:
    head = b"POST /sparql HTTP/1.1\r\nHost: e\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n"
    with connect(address) as connection, connect(address) as other:
        for _ in range(3):
            ask(connection)
        connection.sendall(head % len(ASK))
        ask(other)  # so that the head is there before its body
        connection.sendall(ASK)
        status, _, _ = read(connection)
    assert status == "HTTP/1.1 415 Unsupported Media Type"


def test_rest_of_a_head_that_looks_like_a_request_is_none(address: Address) -> None:
    with connect(address) as connection, connect(address) as other:
        for _ in range(3):
            ask(connection)
        connection.sendall(b"GET /health/live HTTP/1.1\r\nX-Long: ")
        ask(other)
        connection.sendall(ASK)
        _, _, body = read(connection)
    assert body != b"false"


def test_each_is_counted(address: Address) -> None:
    figures = b"GET /metrics HTTP/1.1\r\nHost: e\r\n\r\n"
    with connect(address) as connection:
        for _ in range(5):
            ask(connection)
        lines = ask(connection, figures)[2].decode().splitlines()
    assert 'diplograph_requests_total{method="GET",route="/sparql",status="200"} 5.0' in lines
    assert 'diplograph_cache_answers_total{cache="requests",outcome="hit"} 3.0' in lines
