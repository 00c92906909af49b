from collections.abc import Iterator

import pytest

from graph.storage.store import Store
from service.settings import Settings
from tests.service.listening import Address, connect, listening, until_closed

ASK = b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: e\r\n"


@pytest.fixture
def address(store: Store) -> Iterator[Address]:
    with listening(store, Settings(query_processes=1, head_seconds=1)) as address:
        with connect(address) as connection:  # so that a query process is ready
            connection.sendall(ASK + b"Connection: close\r\n\r\n")
            until_closed(connection)
        yield address


@pytest.mark.parametrize("begun", [b"", b"\r\n", b"GET /", ASK, ASK + b"X-Slow: "])
def test_head_that_does_not_come_in_time_ends_the_connection(address: Address, begun: bytes) -> None:
    with connect(address) as connection:
        connection.sendall(begun)
        assert until_closed(connection) == b""


def test_second_head_that_does_not_come_in_time_ends_the_connection(address: Address) -> None:
    with connect(address) as connection:
        connection.sendall(ASK + b"\r\n" + ASK)
        assert until_closed(connection).count(b"HTTP/1.1 200 OK") == 1


def test_head_that_is_too_long_is_refused(address: Address) -> None:
    with connect(address) as connection:
        connection.sendall(ASK + b"X-Long: ")
        try:
            for _ in range(1000):
                connection.sendall(b"x" * 10_000)
        except OSError:
            return
        raise AssertionError("ten megabytes of a header were taken")


def test_head_that_comes_in_pieces_is_answered(address: Address) -> None:
    with connect(address) as connection:
        for piece in (b"GET /health/live HT", b"TP/1.1\r\nHo", b"st: e\r\nConnection: close\r\n\r\n"):
            connection.sendall(piece)
        assert until_closed(connection).startswith(b"HTTP/1.1 200 OK")
