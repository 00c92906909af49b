"""headers: every answer tells browsers what it may do, and which pages may read it."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from typing import Any

from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Pairs = list[tuple[bytes, bytes]]
_POLICY = (
    b"default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    b"form-action 'self'; frame-ancestors 'none'"
)
_ALWAYS = [
    (b"content-security-policy", _POLICY),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
]
_EXPOSED = (b"access-control-expose-headers", b"ETag, Location, Retry-After, X-Request-Id")
_PREFLIGHT = [
    (
        b"access-control-allow-headers",
        b"Accept, Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match",
    ),
    (b"access-control-max-age", b"86400"),
]


class Headers:
    """Adds the headers of every answer, and answers OPTIONS: plain ASGI, which costs next to nothing.

    `origins` are the sites whose pages may read what is answered; "*" stands for all. No cookie or token of a
    visitor's is ever sent along.
    """

    def __init__(self, app: ASGIApp, *, origins: Sequence[str] = ("*",)) -> None:
        self._app = app
        self._is_open = "*" in origins
        self._origins = frozenset(origin.encode() for origin in origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        pairs = self._sharing(scope) + _ALWAYS
        if scope["method"] == "OPTIONS" and (methods := _methods_at(scope)):
            allowed = [(b"allow", methods), (b"access-control-allow-methods", methods)]
            await send(
                {"type": "http.response.start", "status": 204, "headers": pairs + allowed + _PREFLIGHT}
            )
            await send({"type": "http.response.body", "body": b""})
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _extend(message, pairs)
            await send(message)

        await self._app(scope, receive, send_with_headers)

    def _sharing(self, scope: Scope) -> Pairs:
        """The headers by which a browser knows whether another site's page may read the answer."""
        if self._is_open:
            return [(b"access-control-allow-origin", b"*"), _EXPOSED]
        origin = next((value for name, value in scope["headers"] if name == b"origin"), b"")
        if origin not in self._origins:
            return [(b"vary", b"Origin")]
        return [(b"vary", b"Origin"), (b"access-control-allow-origin", origin), _EXPOSED]


def _methods_at(scope: Scope) -> bytes:
    """The methods that the routes at an address take; none where there is nothing."""
    matching = (route for route in scope["app"].routes if route.matches(scope)[0] is not Match.NONE)
    methods = {method for route in matching for method in getattr(route, "methods", ("GET", "HEAD"))}
    return ", ".join(sorted(methods | {"OPTIONS"})).encode() if methods else b""


def _extend(message: MutableMapping[str, Any], pairs: Pairs) -> None:
    headers: Pairs = list(message.get("headers", ()))
    present = dict(headers)
    if b"content-encoding" in present and b"etag" in present:
        headers = [_with_own_tag(pair, present[b"content-encoding"]) for pair in headers]
    message["headers"] = headers + [pair for pair in pairs if pair[0] not in present or pair[0] == b"vary"]


def _with_own_tag(pair: tuple[bytes, bytes], encoding: bytes) -> tuple[bytes, bytes]:
    """Give the compressed form of an answer a tag of its own: a strong tag stands for the very bytes."""
    name, value = pair
    is_strong = name == b"etag" and value.startswith(b'"')
    return (name, value[:-1] + b"-" + encoding + b'"') if is_strong else pair
