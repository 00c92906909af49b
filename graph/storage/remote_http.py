"""remote_http: requests to another engine by the SPARQL 1.1 Protocol, bounded in time and in bytes."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
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


class AbsentError(UnfitError):
    """There is nothing at the address."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where another engine answers, and who we are to it; what is secret is never shown."""

    query_url: str
    update_url: str
    graph_store_url: str | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        for url in filter(None, (self.query_url, self.update_url, self.graph_store_url)):
            if urlsplit(url).username is not None:
                # Not repeated here: whoever reads the message must not read the password
                raise EngineError("a URL of the store holds a user: give it and the password by settings")
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
class Answer:
    """What an engine said."""

    content: bytes
    media_type: str


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
        self._headers = {"User-Agent": "diplograph", **address.headers()}
        self._pool = urllib3.PoolManager(maxsize=32)

    def query(self, text: str, parameters: Parameters = (), *, accept: str) -> Answer:
        """Send a query; what the engine takes for malformed is a QueryError in its words."""
        url = self.address.query_url
        if parameters:
            url += ("&" if "?" in url else "?") + urlencode(parameters)
        headers = {"Accept": accept, "Content-Type": "application/sparql-query; charset=utf-8"}
        return self._send("POST", url, headers, text.encode(), self._read_seconds)

    def update(self, text: str) -> None:
        """Send an update."""
        headers = {"Accept": "*/*", "Content-Type": "application/sparql-update; charset=utf-8"}
        url = self.address.update_url
        try:
            self._send("POST", url, headers, text.encode(), self._write_seconds)
        except QueryError as error:
            raise EngineError(f"the store at {url} refuses a write: {error}") from error
        except UnfitError as error:
            raise EngineError(f"{error}; DIPLOGRAPH_UPDATE_URL names where it takes updates") from error

    def read_graph(self, url: str, iri: str | None) -> Answer | None:
        """Get a graph by the Graph Store Protocol, the default one without a name; None where it is not."""
        url += ("&" if "?" in url else "?") + ("default" if iri is None else urlencode({"graph": iri}))
        try:
            return self._send("GET", url, {"Accept": TRIPLES}, None, self._read_seconds)
        except AbsentError:
            return None

    def close(self) -> None:
        """Let go of all connections."""
        self._pool.clear()

    def _send(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None, seconds: float
    ) -> Answer:
        deadline = monotonic() + seconds
        try:
            response = self._pool.request(
                method,
                url,
                body=body,
                headers={**self._headers, **headers},
                timeout=urllib3.Timeout(connect=min(10.0, seconds), read=seconds),
                retries=False,
                redirect=False,
                preload_content=False,
            )
            content = self._read(url, response, deadline)
        except HTTPError as error:
            raise EngineError(f"the store at {url} does not answer: {explain(error, seconds)}") from error
        _check_status(url, response, content)
        return Answer(content, response.headers.get("Content-Type", "").partition(";")[0].strip().lower())

    def _read(self, url: str, response: urllib3.BaseHTTPResponse, deadline: float) -> bytes:
        content = bytearray()
        try:
            while piece := response.read1(_PIECE):
                content += piece
                self._check_bounds(url, len(content), deadline)
        except BaseException:
            response.close()  # what is left of the answer must not be taken for the next one
            raise
        response.release_conn()
        return bytes(content)

    def _check_bounds(self, url: str, size: int, deadline: float) -> None:
        if size > self._max_bytes:
            raise EngineError(
                f"the store at {url} answers with more than {self._max_bytes:,} bytes, the limit"
            )
        if monotonic() > deadline:
            raise EngineError(
                f"the store at {url} does not answer: its answer does not come to an end in time"
            )


def explain(error: HTTPError, seconds: float) -> str:
    """Say what went wrong with a connection, without the words of a library."""
    if isinstance(error, NameResolutionError):
        return "its name is not known"
    if isinstance(error, NewConnectionError):  # before ConnectTimeoutError, which it is as well
        return str(getattr(error.__cause__, "strerror", None) or "no connection").lower()
    if isinstance(error, ConnectTimeoutError):
        return "no connection within 10 s"
    if isinstance(error, ReadTimeoutError):
        return f"nothing came within {seconds:g} s"
    if isinstance(error, SSLError):
        return "its certificate is not trusted"
    return "the connection broke"


def _check_status(url: str, response: urllib3.BaseHTTPResponse, content: bytes) -> None:
    status = response.status
    if 200 <= status < 300:
        return
    if 300 <= status < 400:
        target = " ".join(response.headers.get("Location", "elsewhere").split())[:_EXCERPT]
        raise EngineError(f"the store at {url} redirects to {target}: name the address that answers")
    words = " ".join(content.decode("utf-8", "replace").split())[:_EXCERPT]
    if status == 400:
        raise QueryError(words or "the store takes the query for malformed")
    if status in (401, 403):
        raise EngineError(
            f"the store at {url} refuses us ({status}): check DIPLOGRAPH_STORE_USER and _PASSWORD, or _TOKEN"
        )
    kind = {404: AbsentError, 405: UnfitError, 415: UnfitError}.get(status, EngineError)
    raise kind(f"the store at {url} answers with the status {status}: {words}")
