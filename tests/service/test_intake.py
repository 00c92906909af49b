import json
import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from graph.storage.store import Store
from service.settings import Settings
from tests.service.listening import Address, connect, listening, until_closed

SETTINGS = Settings(query_processes=1, max_bodies=100_000, body_seconds=3, head_seconds=1)
FORM = "application/x-www-form-urlencoded"
ASK = "ASK {}"
YES = {"head": {}, "boolean": True}


@pytest.fixture
def address(store: Store) -> Iterator[Address]:
    with listening(store, SETTINGS) as address:
        yield address


def head(length: int, kind: str = "application/sparql-query") -> bytes:
    lines = ("POST /sparql HTTP/1.1", "Host: e", f"Content-Type: {kind}", f"Content-Length: {length}", "", "")
    return "\r\n".join(lines).encode()


def answered(connection: socket.socket) -> tuple[int, dict[str, str], object]:
    """Read one answer."""
    with connection.makefile("rb") as stream:
        status = int(stream.readline().split()[1])
        lines = iter(stream.readline, b"\r\n")
        headers = dict(line.decode().strip().lower().split(": ", 1) for line in lines)
        return status, headers, json.loads(stream.read(int(headers["content-length"])))


def send(address: Address, body: bytes, kind: str = "application/sparql-query") -> tuple[int, object]:
    with connect(address) as connection:
        connection.sendall(head(len(body), kind) + body)
        status, _, content = answered(connection)
        return status, content


# What a body costs


def test_body_that_is_not_whole_in_time_is_given_up(address: Address) -> None:
    with connect(address) as connection:
        connection.sendall(head(len(ASK)) + b"ASK")
        status, _, content = answered(connection)
        assert (status, content["error"]) == (408, "too-slow")  # type: ignore[index]
        # What is left of the body is not awaited for ever
        assert until_closed(connection) == b""


def test_body_of_which_nothing_comes_is_given_up(address: Address) -> None:
    with connect(address) as connection:
        connection.sendall(head(len(ASK)))
        assert answered(connection)[0] == 408


def test_body_beyond_the_share_of_a_client_is_too_large(address: Address) -> None:
    status, content = send(address, ASK.encode() + b" " * 60_000)
    assert (status, content["message"]) == (413, "the body has more than 50,000 bytes, which is the limit")  # type: ignore[index]


def test_bodies_beyond_the_budget_are_put_off_until_others_are_gone(address: Address) -> None:
    with ExitStack() as opened:
        for _ in range(4):
            connection = opened.enter_context(connect(address))
            connection.sendall(head(20_000) + b" " * 12_000)
        last = opened.enter_context(connect(address))
        last.sendall(head(12_000) + ASK.encode() + b" " * (12_000 - len(ASK)))
        status, headers, content = answered(last)
        assert (status, headers["retry-after"], content["error"]) == (503, "10", "overloaded")  # type: ignore[index]
        waiting = connection
        assert answered(waiting)[0] == 408
    assert send(address, ASK.encode() + b" " * 12_000) == (200, YES)


def test_budget_is_left_by_whoever_was_answered(address: Address) -> None:
    body = ASK.encode() + b" " * 40_000
    assert [send(address, body) for _ in range(5)] == [(200, YES)] * 5


def test_budget_is_left_by_whoever_goes(address: Address) -> None:
    for _ in range(5):
        with connect(address) as connection:
            connection.sendall(head(45_000) + b" " * 40_000)
    # The service sees a little later that they have gone
    assert (200, YES) in (send(address, ASK.encode() + b" " * 40_000) for _ in range(1000))


# Forms


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"query=ASK%20%7B%7D", (200, YES)),
        (b"query=ASK+%7b%7d&", (200, YES)),
        (b"query=ASK%zz", (400, "the parameters are no percent-encoded UTF-8: send a % itself as %25")),
        (b"query=ASK%", (400, "the parameters are no percent-encoded UTF-8: send a % itself as %25")),
        (b"query=%ff", (400, "the parameters are no percent-encoded UTF-8: send a % itself as %25")),
        (b"a&" * 1001, (400, "there are more than 1,000 parameters, which is the limit")),
    ],
    ids=["encoded", "plus", "no-digits", "cut", "no-utf-8", "many"],
)
def test_form_is_decoded_or_refused(address: Address, body: bytes, expected: tuple[int, object]) -> None:
    status, content = send(address, body, FORM)
    assert (status, content if status == 200 else content["message"]) == expected  # type: ignore[index]
