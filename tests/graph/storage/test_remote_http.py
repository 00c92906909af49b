import base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

from graph.errors import EngineError, QueryError
from graph.storage.remote import RemoteStore
from graph.storage.remote_http import ROWS, Address, Credentials, Endpoint
from tests.engines import free_port

Answer = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def server(answer: Answer) -> Iterator[str]:
    """An engine that behaves as it should not."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            answer(self)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as engine:
        engine.daemon_threads = True
        thread = Thread(target=engine.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{engine.server_port}/sparql"
        engine.shutdown()
        thread.join()


def reply(status: int, body: bytes = b"", **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def endpoint(url: str, *, seconds: float = 30, max_bytes: int = 1000, **identity: str) -> Endpoint:
    return Endpoint(
        Address(url, url, writer=Credentials(**identity)),
        read_seconds=seconds,
        write_seconds=seconds,
        max_bytes=max_bytes,
    )


def query(endpoint: Endpoint) -> bytes:
    with endpoint.query("ASK {}", accept=ROWS) as answer:
        return answer.read_all()


def ask(url: str, **options: object) -> str:
    """What is said of an engine that cannot be used."""
    with pytest.raises(EngineError) as error:
        query(endpoint(url, **options))  # type: ignore[arg-type]
    return str(error.value)


def test_engine_that_does_not_run_is_named() -> None:
    url = f"http://127.0.0.1:{free_port()}/sparql"
    assert ask(url) == f"the store at {url} does not answer: connection refused"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirect_is_named_and_not_followed(status: int) -> None:
    followed = Event()

    def note(handler: BaseHTTPRequestHandler) -> None:
        followed.set()
        reply(200)(handler)

    with server(note) as elsewhere, server(reply(status, Location=elsewhere)) as url:
        message = ask(url, token="secret-token")  # noqa: S106 - of this test
    assert message == f"the store at {url} redirects to {elsewhere}: name the address that answers"
    assert not followed.is_set()


@pytest.mark.parametrize("status", [401, 403])
def test_refusal_says_which_settings_to_look_at(status: int) -> None:
    with server(reply(status)) as url:
        message = ask(url, user="ana", password="secret-password")  # noqa: S106 - of this test
    assert "check DIPLOGRAPH_STORE_USER and _PASSWORD, or _TOKEN" in message
    assert "secret" not in message


def test_error_of_the_engine_is_told_in_one_short_line() -> None:
    with server(reply(500, b"out of memory\n" * 1000)) as url:
        message = ask(url, max_bytes=100_000)
    assert message.startswith(f"the store at {url} answers with the status 500: out of memory out of")
    assert len(message) < 500
    assert "\n" not in message


def test_malformed_query_is_told_in_the_words_of_the_engine() -> None:
    with (
        server(reply(400, b"line 1: expected {")) as url,
        pytest.raises(QueryError, match="line 1: expected"),
    ):
        query(endpoint(url))


@pytest.mark.parametrize("status", [404, 405, 415])
def test_update_at_the_wrong_address_names_the_setting(status: int) -> None:
    with server(reply(status)) as url, pytest.raises(EngineError, match="DIPLOGRAPH_UPDATE_URL names where"):
        endpoint(url).update("CLEAR ALL")


def test_answer_without_an_end_is_given_up() -> None:
    stop = Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000000")
        handler.end_headers()
        while not stop.wait(0.02):
            try:
                handler.wfile.write(b" ")
            except OSError:
                return

    with server(drip) as url:
        message = ask(url, seconds=0.5)
        stop.set()
    assert message == f"the store at {url} does not answer: its answer does not come to an end in time"


def test_silence_is_given_up() -> None:
    stop = Event()
    with server(lambda _: stop.wait(60) and None) as url:
        message = ask(url, seconds=0.2)
        stop.set()
    assert message == f"the store at {url} does not answer: nothing came within 0.2 s"


def test_answer_that_breaks_off_is_an_error() -> None:
    with server(reply(200, b'{"head":{}', Content_Length="500", Connection="close")) as url:
        assert ask(url, seconds=1).startswith(f"the store at {url} does not answer: ")


def test_answer_over_the_limit_is_given_up() -> None:
    with server(reply(200, b" " * 2000)) as url:
        assert ask(url) == f"the store at {url} answers with more than 1,000 bytes, the limit"


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"<html>Welcome</html>", "text/html"),
        (b"", ""),
        (b"{", "application/sparql-results+json"),
        (b"[]", "application/sparql-results+json"),
        (b"\xff", "application/sparql-results+xml"),
        (b"no triple", "text/turtle"),
    ],
)
def test_what_is_no_answer_to_a_query_is_an_error(body: bytes, media_type: str) -> None:
    with server(reply(200, body, Content_Type=media_type)) as url, pytest.raises(EngineError):
        list(RemoteStore(endpoint(url)).query("SELECT * { ?s ?p ?o }"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("identity", "expected"),
    [
        ({}, None),
        ({"token": "a-token"}, "Bearer a-token"),
        ({"user": "ana", "password": "p:w ü"}, "Basic " + base64.b64encode("ana:p:w ü".encode()).decode()),
    ],
)
def test_credentials_are_sent_and_not_shown(identity: dict[str, str], expected: str | None) -> None:
    seen: list[str | None] = []

    def note(handler: BaseHTTPRequestHandler) -> None:
        seen.append(handler.headers["Authorization"])
        reply(200, b'{"head":{},"boolean":true}', Content_Type=ROWS)(handler)

    with server(note) as url:
        used = endpoint(url, **identity)  # type: ignore[arg-type]
        query(used)
        used.update("CLEAR ALL")
        assert not any(secret in repr(used.address) for name, secret in identity.items() if name != "user")
    assert seen == [expected, expected]


def test_token_that_would_break_the_header_is_refused_and_not_repeated() -> None:
    with pytest.raises(EngineError, match="DIPLOGRAPH_STORE_TOKEN") as error:
        Credentials(token="secret\r\nHost: other")  # noqa: S106 - of this test
    assert "secret" not in str(error.value)


def test_password_in_a_url_is_refused_and_not_repeated() -> None:
    with pytest.raises(EngineError, match="holds a user") as error:
        Address("https://ana:secret@host/sparql", "https://host/update")
    assert "secret" not in str(error.value)


def test_queries_are_asked_by_the_reader_and_updates_by_the_writer() -> None:
    seen: list[str | None] = []

    def note(handler: BaseHTTPRequestHandler) -> None:
        seen.append(handler.headers["Authorization"])
        reply(200, b'{"head":{},"boolean":true}', Content_Type=ROWS)(handler)

    with server(note) as url:
        who = {"writer": Credentials(token="writes"), "reader": Credentials(token="reads")}  # noqa: S106
        used = Endpoint(Address(url, url, **who), read_seconds=30, write_seconds=30, max_bytes=1000)
        query(used)
        used.update("CLEAR ALL")
    assert seen == ["Bearer reads", "Bearer writes"]


def test_answer_that_is_not_read_to_its_end_is_not_taken_for_the_next_one() -> None:
    with server(reply(200, b"x" * 900_000, Content_Type=ROWS)) as url:
        used = endpoint(url, max_bytes=1_000_000)
        with used.query("ASK {}", accept=ROWS) as answer:
            assert answer.read(1) == b"x"
        assert query(used) == b"x" * 900_000
