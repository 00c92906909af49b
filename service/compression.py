"""compression: an answer goes out in the compressed form that the client likes best.

What is long is compressed in a thread: the event loop has other clients.
"""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Callable, Mapping
from typing import Protocol

import brotli
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from zstandard import ZstdCompressor

from service.negotiation import read_wishes

LEAST, LONG = 1000, 1 << 15  # bytes: worth compressing, and too many for the event loop
_LEVEL = 4  # of each: a level more costs more time than it saves bytes


class Encoder(Protocol):
    """Compresses piece by piece."""

    def compress(self, content: bytes, /) -> bytes:
        """Take a piece, and give what is ready."""
        ...

    def flush(self) -> bytes:
        """Give the rest."""
        ...


class _Brotli:
    def __init__(self) -> None:
        self._compressor = brotli.Compressor(quality=_LEVEL)

    def compress(self, content: bytes, /) -> bytes:
        return bytes(self._compressor.process(content))

    def flush(self) -> bytes:
        return bytes(self._compressor.finish())


# By the name of the encoding; those that we like better come first
ENCODERS: Mapping[str, Callable[[], Encoder]] = {
    "zstd": lambda: ZstdCompressor(level=_LEVEL).compressobj(),
    "br": _Brotli,
    "gzip": lambda: zlib.compressobj(_LEVEL, zlib.DEFLATED, 16 + zlib.MAX_WBITS),
}


class Compression:
    """Compresses answers of some media types."""

    def __init__(self, app: ASGIApp, *, types: frozenset[str]) -> None:
        self._app = app
        self._types = types

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "http":
            encoding = choose_encoding(", ".join(Request(scope).headers.getlist("accept-encoding")))
            send = _Compressed(send, encoding, self._types).send
        await self._app(scope, receive, send)


def choose_encoding(accepted: str) -> str | None:
    """Choose what an Accept-Encoding header likes best, and we among equals; None is the answer as it is."""
    wishes = dict(reversed(read_wishes(accepted)))
    weights = {name: wishes.get(name, wishes.get("*", 0.0)) for name in ENCODERS}
    best = max(weights, key=lambda name: weights[name])
    return best if weights[best] > 0 and weights[best] >= wishes.get("identity", 0.0) else None


def compressed(content: bytes, encoding: str) -> bytes:
    """Compress a whole answer that is not long."""
    encoder = ENCODERS[encoding]()
    return encoder.compress(content) + encoder.flush()


class _Compressed:
    """An answer on its way."""

    def __init__(self, send: Send, encoding: str | None, types: frozenset[str]) -> None:
        self._send = send
        self._encoding = encoding
        self._types = types
        self._start: Message | None = None
        self._encoder: Encoder | None = None

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and self._has_forms(message):
            self._start = message  # its headers hang on what follows
            return
        start, self._start = self._start, None
        if start is not None:
            message = await self._begin(start, message)
            await self._send(start)
        elif self._encoder is not None:
            message = await self._encode(message)
            if not message["body"] and message["more_body"]:
                return
        await self._send(message)

    def _has_forms(self, start: Message) -> bool:
        """Whether an answer may be compressed."""
        headers = MutableHeaders(raw=start["headers"])
        kind = headers.get("content-type", "").partition(";")[0]
        is_plain = "content-encoding" not in headers and start["status"] not in (204, 206, 304)
        return is_plain and kind in self._types

    async def _begin(self, start: Message, message: Message) -> Message:
        is_whole = not message.get("more_body")
        if is_whole and len(message.get("body", b"")) < LEAST:
            return message
        headers = MutableHeaders(raw=start["headers"])
        headers.add_vary_header("Accept-Encoding")
        if self._encoding is None:
            return message
        self._encoder = ENCODERS[self._encoding]()
        message = await self._encode(message)
        headers["content-encoding"] = self._encoding
        del headers["content-length"]
        if is_whole:
            headers["content-length"] = str(len(message["body"]))
        return message

    async def _encode(self, message: Message) -> Message:
        body, is_last = message.get("body", b""), not message.get("more_body")
        if len(body) < LONG:
            content = self._compress(body, is_last)
        else:
            content = await asyncio.to_thread(self._compress, body, is_last)
        return {"type": "http.response.body", "body": content, "more_body": not is_last}

    def _compress(self, body: bytes, is_last: bool) -> bytes:
        assert self._encoder is not None  # noqa: S101 - only called with one
        return self._encoder.compress(body) + (self._encoder.flush() if is_last else b"")
