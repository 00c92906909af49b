import pytest

from graph.storage.store import Store
from service.engine import pool
from service.settings import Settings
from tests.service.listening import Address, connect, listening, until_closed


def table(columns: str, count: int) -> str:
    numbers = " ".join(map(str, range(count)))
    return "SELECT * { " + " ".join(f"VALUES ?{name} {{ {numbers} }}" for name in columns) + " }"


def request(query: str, version: str) -> bytes:
    head = f"POST /sparql HTTP/{version}\r\nHost: e\r\nAccept: text/csv\r\nContent-Length: {len(query)}\r\n"
    return f"{head}Content-Type: application/sparql-query\r\n\r\n{query}".encode()


def ask(address: Address, query: str, version: str) -> tuple[bytes, bytes]:
    with connect(address) as connection:
        connection.sendall(request(query, version))
        head, _, body = until_closed(connection).partition(b"\r\n\r\n")
    return head, body


def test_client_that_takes_nothing_loses_its_answer(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "STALLED_SECONDS", 1.0)
    for name in ("LONG_SECONDS", "LONG_WHILE_OTHERS_WAIT", "LONG_WAIT"):
        monkeypatch.setattr(pool, name, 60.0)
    with listening(store, Settings(query_processes=1)) as address, connect(address) as stalled:
        stalled.sendall(request(table("abc", 200), "1.1"))
        # Its process is the only one, and none but a lost answer frees it
        head, body = ask(address, "ASK {}", "1.0")
        received = until_closed(stalled)
    assert (head.split(b"\r\n")[0], body) == (b"HTTP/1.1 200 OK", b"true")
    assert not received.endswith(b"0\r\n\r\n")


def test_client_of_http_1_0_gets_a_large_answer_whole_with_its_length(store: Store) -> None:
    with listening(store, Settings(query_processes=1)) as address:
        head, body = ask(address, table("abc", 60), "1.0")
    assert f"content-length: {len(body)}".encode() in head.lower()
    assert body.count(b"\r\n") == 60**3 + 1


def test_client_of_http_1_0_gets_an_error_and_not_a_part_of_a_large_answer(store: Store) -> None:
    with listening(store, Settings(query_processes=1, max_result=1_500_000)) as address:
        head, body = ask(address, table("abc", 80), "1.0")
    assert (head.split()[1], b"too-large" in body) == (b"413", True)
