"""remote_http: requests to another engine by the SPARQL 1.1 Protocol, bounded in time and in bytes."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from time import monotonic
from urllib.parse import urlencode, urlsplit

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NameResolutionError,
    NewConnectionError,
    ReadTimeoutError,
    SSLError,
)

from graph.errors import EngineError, QueryError

ROWS = "application/sparql-results+json"
TRIPLES = "application/n-triples, text/turtle;q=0.8, application/rdf+xml;q=0.5"
_PIECE = 1 << 16
_EXCERPT = 300  # characters of an engine's own words that are passed on
Parameters = Sequence[tuple[str, str]]


class UnfitError(EngineError):
    """What answers at the address does not take such requests."""


class LateError(EngineError):
    """An engine does not answer in time."""


class AbsentError(UnfitError):
    """There is nothing at the address."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who we are to an engine: a user, or the bearer of a token, or nobody; what is secret is never shown."""

    user: str | None = None
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if self.token is not None and not (self.token.isascii() and self.token.isprintable()):
            raise EngineError(
                "the token for the store (DIPLOGRAPH_STORE_TOKEN) has characters that no token has"
            )

    def headers(self) -> dict[str, str]:
        """The header that says who we are."""
        if self.token is not None:
            return {"Authorization": f"Bearer {self.token}"}
        if self.user is None:
            return {}
        credentials = b64encode(f"{self.user}:{self.password or ''}".encode())
        return {"Authorization": f"Basic {credentials.decode()}"}


@dataclass(frozen=True, slots=True)
class Address:
    """Where another engine answers, and who we are to it; without a `reader` the writer reads as well."""

    query_url: str
    update_url: str
    graph_store_url: str | None = None
    writer: Credentials = Credentials()
    reader: Credentials | None = None

    def __post_init__(self) -> None:
        for url in filter(None, (self.query_url, self.update_url, self.graph_store_url)):
            if urlsplit(url).username is not None:
                # Not repeated here: whoever reads the message must not read the password
                raise EngineError("a URL of the store holds a user: give it and the password by settings")


class Answer:
    """What an engine says, read as it comes like a file: up to a limit, and up to a time."""

    def __init__(
        self, url: str, response: urllib3.BaseHTTPResponse, *, deadline: float, max_bytes: int
    ) -> None:
        self._url = url
        self._response = response
        self._deadline = deadline
        self._left = self._max_bytes = max_bytes
        self.media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    def read(self, size: int = _PIECE) -> bytes:
        """Give what has come, and nothing at the end."""
        try:
            piece = self._response.read1(size)
        except HTTPError as error:
            reason = explain(error, "its answer does not go on")
            raise _silence(error)(f"the store at {self._url} does not answer: {reason}") from error
        self._left -= len(piece)
        if self._left < 0:
            raise EngineError(
                f"the store at {self._url} answers with more than {self._max_bytes:,} bytes, the limit"
            )
        if monotonic() > self._deadline:
            raise LateError(
                f"the store at {self._url} does not answer: its answer does not come to an end in time"
            )
        return piece

    def read_all(self) -> bytes:
        """Give all of it."""
        return b"".join(iter(self.read, b""))


class Endpoint:
    """An engine at an address; it may be used by many threads at the same time.

    A redirect is not followed: the credentials would go where nobody sent them.
    """

    def __init__(
        self, address: Address, *, read_seconds: float, write_seconds: float, max_bytes: int
    ) -> None:
        self.address = address
        self._read_seconds = read_seconds
        self._write_seconds = write_seconds
        self._max_bytes = max_bytes
        self._reader = (address.reader or address.writer).headers()
        self._pool = urllib3.PoolManager(maxsize=32)

    @contextmanager
    def query(self, text: str, parameters: Parameters = (), *, accept: str) -> Iterator[Answer]:
        """Send a query, and read the answer within; what the engine takes for malformed is a QueryError."""
        url = self.address.query_url
        if parameters:
            url += ("&" if "?" in url else "?") + urlencode(parameters)
        headers = {"Accept": accept, "Content-Type": "application/sparql-query; charset=utf-8"}
        with self._send("POST", url, self._reader | headers, text.encode(), self._read_seconds) as answer:
            yield answer

    def update(self, text: str) -> None:
        """Send an update."""
        headers = {"Accept": "*/*", "Content-Type": "application/sparql-update; charset=utf-8"}
        headers |= self.address.writer.headers()
        url = self.address.update_url
        try:
            with self._send("POST", url, headers, text.encode(), self._write_seconds) as answer:
                answer.read_all()
        except QueryError as error:
            raise EngineError(f"the store at {url} refuses a write: {error}") from error
        except UnfitError as error:
            raise EngineError(f"{error}; DIPLOGRAPH_UPDATE_URL names where it takes updates") from error

    @contextmanager
    def read_graph(self, url: str, iri: str | None) -> Iterator[Answer | None]:
        """Get a graph by the Graph Store Protocol, the default one without a name; None where it is not."""
        url += ("&" if "?" in url else "?") + ("default" if iri is None else urlencode({"graph": iri}))
        headers = self._reader | {"Accept": TRIPLES}
        with ExitStack() as stack:
            try:
                answer = stack.enter_context(self._send("GET", url, headers, None, self._read_seconds))
            except AbsentError:
                answer = None
            yield answer

    def close(self) -> None:
        """Let go of all connections."""
        self._pool.clear()

    @contextmanager
    def _send(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None, seconds: float
    ) -> Iterator[Answer]:
        deadline = monotonic() + seconds
        try:
            response = self._pool.request(
                method,
                url,
                body=body,
                headers={"User-Agent": "diplograph", **headers},
                timeout=urllib3.Timeout(connect=min(10.0, seconds), read=seconds),
                retries=False,
                redirect=False,
                preload_content=False,
            )
        except HTTPError as error:
            reason = explain(error, f"nothing came within {seconds:g} s")
            raise _silence(error)(f"the store at {url} does not answer: {reason}") from error
        answer = Answer(url, response, deadline=deadline, max_bytes=self._max_bytes)
        try:
            _check_status(url, response, answer)
            yield answer
            is_over = not answer.read()
        except BaseException:
            response.close()
            raise
        # What is left of an answer must not be taken for the next one
        response.release_conn() if is_over else response.close()


def _silence(error: HTTPError) -> type[EngineError]:
    return LateError if isinstance(error, ReadTimeoutError) else EngineError


def explain(error: HTTPError, silence: str) -> str:
    """Say what went wrong with a connection, without the words of a library; `silence` where nothing came."""
    if isinstance(error, NameResolutionError):
        return "its name is not known"
    if isinstance(error, NewConnectionError):  # before ConnectTimeoutError, which it is as well
        return str(getattr(error.__cause__, "strerror", None) or "no connection").lower()
    if isinstance(error, ConnectTimeoutError):
        return "no connection within 10 s"
    if isinstance(error, ReadTimeoutError):
        return silence
    if isinstance(error, SSLError):
        return "its certificate is not trusted"
    return "the connection broke"


def _check_status(url: str, response: urllib3.BaseHTTPResponse, answer: Answer) -> None:
    status = response.status
    if 200 <= status < 300:
        return
    if 300 <= status < 400:
        target = " ".join(response.headers.get("Location", "elsewhere").split())[:_EXCERPT]
        raise EngineError(f"the store at {url} redirects to {target}: name the address that answers")
    words = " ".join(answer.read_all().decode("utf-8", "replace").split())[:_EXCERPT]
    if status == 400:
        raise QueryError(words or "the store takes the query for malformed")
    if status in (401, 403):
        raise EngineError(
            f"the store at {url} refuses us ({status}): check DIPLOGRAPH_STORE_USER and _PASSWORD, or _TOKEN"
            ", for queries DIPLOGRAPH_STORE_READ_…, if they are set"
        )
    kind = {404: AbsentError, 405: UnfitError, 415: UnfitError}.get(status, EngineError)
    raise kind(f"the store at {url} answers with the status {status}: {words}")
