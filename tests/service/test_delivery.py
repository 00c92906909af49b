import gzip
import socket
from collections.abc import Iterator
from contextlib import closing
from time import sleep
from typing import Any

import httpx2
import pytest
from starlette.testclient import TestClient

from graph.storage.store import Store
from service.settings import Settings
from tests.service.listening import listening

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
TOKEN = {"Authorization": "Bearer open-sesame"}
LONG = "The president of Ruritania met the foreign minister of Freedonia on Monday in the capital."


def table(columns: str, count: int) -> str:
    numbers = " ".join(map(str, range(count)))
    return "SELECT * { " + " ".join(f"VALUES ?{name} {{ {numbers} }}" for name in columns) + " }"


def get(client: TestClient, query: str = COUNT, **headers: str) -> httpx2.Response:
    return client.get("/sparql", params={"query": query}, headers=headers)


def test_answer_says_how_long_it_holds(client: TestClient) -> None:
    headers = get(client).headers
    assert (headers["cache-control"], headers["vary"]) == ("public, no-cache", "Accept")
    assert headers["last-modified"].endswith(" GMT")


def test_client_that_has_the_answer_is_told_so_until_the_store_changes(client: TestClient) -> None:
    tag = get(client).headers["etag"]
    same = get(client, **{"If-None-Match": f'"other", W/{tag}'})
    assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", tag)
    assert client.post("/articles", json={"id": "b", "text": LONG}, headers=TOKEN).status_code == 201
    other = get(client, **{"If-None-Match": tag})
    assert (other.status_code, other.headers["etag"] == tag) == (200, False)


def test_article_is_there_once_it_is_posted(client: TestClient) -> None:
    query = 'ASK { ?a <https://w3id.org/diplograph/ontology#articleId> "b" }'
    before = get(client, query).json()["boolean"]
    client.post("/articles", json={"id": "b", "text": LONG}, headers=TOKEN)
    posted = get(client, query).json()["boolean"]
    client.delete("/articles/b", headers=TOKEN)
    assert (before, posted, get(client, query).json()["boolean"]) == (False, True, False)


@pytest.mark.parametrize("ways", [("csv", "json"), ("gzip", "identity"), ("gzip", "br"), ("zstd", "br")])
def test_two_forms_of_an_answer_have_two_tags(client: TestClient, ways: tuple[str, str]) -> None:
    kind = "Accept-Encoding" if ways[0] in ("gzip", "zstd") else "Accept"
    values = [way if kind == "Accept-Encoding" else {"csv": "text/csv"}.get(way, "*/*") for way in ways]
    first, second = (get(client, table("ab", 20), **{kind: value}).headers["etag"] for value in values)
    assert first != second


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])
def test_compressed_form_is_known_again_by_its_tag(client: TestClient, encoding: str) -> None:
    wish = {"Accept-Encoding": encoding, "Accept": "text/csv"}
    answer = get(client, table("ab", 20), **wish)
    assert (answer.headers["content-encoding"], answer.headers["etag"][-len(encoding) - 2 :]) == (
        encoding,
        f'-{encoding}"',
    )
    again = get(client, table("ab", 20), **wish, **{"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.headers["etag"]) == (304, answer.headers["etag"])


def test_second_answer_is_the_first_to_the_byte(client: TestClient) -> None:
    first, second = (get(client, table("ab", 20), **{"Accept-Encoding": "gzip"}) for _ in range(2))
    own = {"x-request-id", "date"}
    assert [(name, value) for name, value in first.headers.items() if name not in own] == [
        (name, value) for name, value in second.headers.items() if name not in own
    ]
    assert first.headers["x-request-id"] != second.headers["x-request-id"]
    assert first.content == second.content


def test_what_is_different_each_time_may_not_be_kept(client: TestClient) -> None:
    headers = get(client, "SELECT (RAND() AS ?x) {}").headers
    assert (headers["cache-control"], "etag" in headers) == ("no-store", False)


def test_large_answer_is_a_stream_and_whole(client: TestClient) -> None:
    answer = get(client, table("abc", 60), Accept="text/csv")
    assert ("content-length" in answer.headers, answer.text.count("\r\n")) == (False, 60**3 + 1)


def test_head_of_a_large_answer_is_short(client: TestClient) -> None:
    answer = client.head("/sparql", params={"query": table("abcd", 60)})
    assert (answer.status_code, answer.content, "content-length" in answer.headers) == (200, b"", False)


# What only a real connection shows


@pytest.fixture
def address(store: Store) -> Iterator[tuple[str, int]]:
    """A service that listens."""
    with listening(store, Settings(query_processes=1, max_result=3_000_000)) as address:
        yield address


def talk(address: tuple[str, int], query: str, encoding: str = "identity") -> bytes:
    head = f"POST /sparql HTTP/1.1\r\nHost: e\r\nAccept: text/csv\r\nAccept-Encoding: {encoding}\r\n"
    length = f"Content-Type: application/sparql-query\r\nContent-Length: {len(query)}\r\n\r\n"
    with closing(socket.create_connection(address, timeout=60)) as connection:
        connection.sendall((head + length + query).encode())
        pieces = []
        while piece := connection.recv(1 << 16):
            pieces.append(piece)
    return b"".join(pieces)


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_large_answer_that_fails_breaks_the_connection(address: tuple[str, int], encoding: str) -> None:
    received = talk(address, table("abc", 110), encoding)
    head, _, body = received.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK")
    assert b"transfer-encoding: chunked" in head.lower()
    assert not body.endswith(b"0\r\n\r\n")


def test_client_that_leaves_takes_its_query_along(address: tuple[str, int]) -> None:
    runaway = table("abcdef", 60).replace("SELECT *", "SELECT (COUNT(*) AS ?n)")
    head = f"POST /sparql HTTP/1.1\r\nHost: e\r\nContent-Length: {len(runaway)}\r\n"
    for _ in range(20):
        with closing(socket.create_connection(address, timeout=60)) as connection:
            connection.sendall(f"{head}Content-Type: application/sparql-query\r\n\r\n{runaway}".encode())
            sleep(0.05)
    # One client may have eight long queries: were the twenty still there, this would be refused
    url = f"http://{address[0]}:{address[1]}/sparql"
    answer: Any = httpx2.get(url, params={"query": "ASK {}"}, timeout=60)
    assert answer.json() == {"head": {}, "boolean": True}


def test_compressed_stream_can_be_read(client: TestClient) -> None:
    with client.stream(
        "GET", "/sparql", params={"query": table("abc", 60)}, headers={"Accept-Encoding": "gzip"}
    ) as answer:
        content = gzip.decompress(b"".join(answer.iter_raw()))
    assert content.count(b'"c":') == 60**3
