"""requests: a query is sent to an endpoint over HTTP, within bounds that hold whatever it does."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Collection
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlencode, urlsplit

import h11

from service.errors import EndpointError
from service.federation.addresses import find_addresses

_ROWS = "application/sparql-results+json"
_TYPES = frozenset({_ROWS, "application/json"})
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Target:
    """Where an endpoint answers, by its URL."""

    host: str
    port: int
    is_secure: bool
    authority: str
    path: str

    @classmethod
    def of(cls, url: str) -> Target:
        """Read a URL that the settings have checked."""
        parts = urlsplit(url)
        is_secure = parts.scheme == "https"
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        port = parts.port or (443 if is_secure else 80)
        return cls(parts.hostname or "", port, is_secure, parts.netloc, path)


async def send_query(
    url: str, query: str, *, agent: str, most_bytes: int, executor: Executor, internal_hosts: Collection[str]
) -> bytes:
    """Send a query and give the body of its answer; the caller bounds the time, and cancels.

    No redirect is followed, no proxy of the environment is used, and nothing is unpacked: each would lead
    past what has been checked.
    """
    target = Target.of(url)
    found = await find_addresses(target.host, target.port, executor, internal_hosts=internal_hosts)
    reader, writer = await _connect(target, found)
    try:
        connection = h11.Connection(h11.CLIENT)
        writer.write(_request(connection, target, query, agent))
        return await _read_answer(connection, reader, most_bytes)
    except (h11.RemoteProtocolError, OSError) as error:
        raise EndpointError("does not answer: the connection broke") from error
    finally:
        writer.transport.abort()  # nothing more is said, and nothing waits for the other side


async def _connect(target: Target, addresses: list[str]) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    context, name = (_trust(), target.host) if target.is_secure else (None, None)
    for address in addresses:
        with suppress(ConnectionError, TimeoutError, OSError):
            return await asyncio.open_connection(address, target.port, ssl=context, server_hostname=name)
    raise EndpointError("does not answer: there is no connection to it")


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def _request(connection: h11.Connection, target: Target, query: str, agent: str) -> bytes:
    body = urlencode({"query": query}).encode()
    headers = [
        ("Host", target.authority),
        ("User-Agent", agent),
        ("Accept", _ROWS),
        ("Accept-Encoding", "identity"),
        ("Content-Type", "application/x-www-form-urlencoded"),
        ("Content-Length", str(len(body))),
        ("Connection", "close"),
    ]
    events = (
        h11.Request(method="POST", target=target.path, headers=headers),
        h11.Data(data=body),
        h11.EndOfMessage(),
    )
    return b"".join(connection.send(event) or b"" for event in events)


async def _read_answer(connection: h11.Connection, reader: asyncio.StreamReader, most_bytes: int) -> bytes:
    content = bytearray()
    while True:
        match connection.next_event():
            case h11.NEED_DATA:
                connection.receive_data(await reader.read(_PIECE))
            case h11.Response() as response:
                _check(response)
            case h11.Data(data=data):
                content += data
                if len(content) > most_bytes:
                    raise EndpointError(f"answers with more than {most_bytes:,} bytes: ask it for less")
            case h11.EndOfMessage():
                return bytes(content)
            case h11.ConnectionClosed():
                raise EndpointError("does not answer: the connection broke")


def _check(response: h11.Response) -> None:
    headers = {
        name: value.decode("latin-1").partition(";")[0].strip().lower() for name, value in response.headers
    }
    if 300 <= response.status_code < 400:
        raise EndpointError("redirects to another address, which is not followed")
    if response.status_code == 400:
        raise EndpointError("takes what it is asked for malformed: correct what stands in its braces")
    if response.status_code != 200:
        raise EndpointError(f"answers with the status {response.status_code}")
    if headers.get(b"content-encoding", "identity") != "identity":
        raise EndpointError("answers in a compressed form, which was not asked for")
    if headers.get(b"content-type") not in _TYPES:
        raise EndpointError(f"answers with another form than {_ROWS}")
