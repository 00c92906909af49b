"""shortcut: an answer that was sent before goes out again as it is, past all the layers that made it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.conditions import Condition, opaque, send_not_modified
from service.engine.cache import Cache

Pairs = tuple[tuple[bytes, bytes], ...]
# All that an answer depends on beside the address and the body; whoever shows a token gets nothing kept
_TOLD_APART = frozenset({b"accept", b"accept-encoding", b"content-type", b"host", b"origin"})
_NOT_KEPT = frozenset({b"authorization", b"content-encoding", b"range"})
_LONGEST_BODY = 1 << 14
KEPT_KEY = "kept_answer"  # what a request's scope calls an answer that was given again


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer as it was sent, and who made it."""

    headers: Pairs
    body: bytes
    tag: bytes
    endpoint: object

    @property
    def size(self) -> int:
        """How many bytes it takes."""
        return len(self.body) + 3000

    async def send(self, scope: Scope, send: Send, *, revision: int) -> None:
        """Send it again, or tell the client that it has it already; it is of this revision of the store."""
        scope["endpoint"] = self.endpoint
        known = Condition.of(scope).known_tag(opaque(self.tag.decode("latin-1")), self._modified)
        if known is not None:
            await send_not_modified(send, self.headers, known)
            return
        scope[KEPT_KEY] = Kept(self, revision)
        await send({"type": "http.response.start", "status": 200, "headers": list(self.headers)})
        await send({"type": "http.response.body", "body": self.body})

    @property
    def _modified(self) -> str | None:
        values = (value for name, value in self.headers if name == b"last-modified")
        return next((value.decode("latin-1") for value in values), None)


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that was kept, and the revision of the store that it is of."""

    sent: Sent
    revision: int


class Shortcut:
    """Keeps whole answers that have a strong tag, for as long as the store is at the same revision."""

    def __init__(self, app: ASGIApp, *, revision: Callable[[], int], cache: Cache[Sent]) -> None:
        self._app = app
        self._revision = revision
        self.cache = cache

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if not _may_be_kept(scope):
            await self._app(scope, receive, send)
            return
        first = await receive() if scope["method"] == "POST" else None
        if first is not None and (first.get("more_body") or len(first.get("body", b"")) > _LONGEST_BODY):
            await self._app(scope, _again(first, receive), send)
            return
        key = (
            scope["method"],
            scope["path"],
            scope["query_string"],
            first and first.get("body"),
            # All of them, in their order: which of two counts is for those to say who read them
            tuple(pair for pair in scope["headers"] if pair[0] in _TOLD_APART),
        )
        revision = self._revision()
        sent = self.cache.get(key, revision)
        if sent is not None:
            await sent.send(scope, send, revision=revision)
            return
        recorder = _Recorder(send)
        await self._app(scope, receive if first is None else _again(first, receive), recorder.send)
        answer = recorder.recorded(scope)
        if answer is not None and revision == self._revision():
            parts = (scope["path"], scope["query_string"], (first or {}).get("body", b""))
            headers = [part for pair in (*key[-1], *answer.headers) for part in pair]
            self.cache.put(key, revision, answer, key_size=4 * sum(map(len, (*parts, *headers))))


def _may_be_kept(scope: Scope) -> bool:
    is_asked = scope["type"] == "http" and scope["method"] in ("GET", "POST")
    return is_asked and not any(name in _NOT_KEPT for name, _ in scope["headers"])


def _again(first: Message, receive: Receive) -> Receive:
    """Give a message that was taken already before those that follow."""
    messages = [first]

    async def receive_again() -> Message:
        return messages.pop() if messages else await receive()

    return receive_again


class _Recorder:
    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body: bytes | None = None

    async def send(self, message: Message) -> None:
        kind = message["type"]
        if kind == "http.response.start":
            self._start = {**message, "headers": tuple(message.get("headers", ()))}
        elif kind == "http.response.body" and self._body is None and not message.get("more_body"):
            self._body = bytes(message.get("body", b""))
        else:
            self._start = None  # it comes in pieces, or is no answer
        await self._send(message)

    def recorded(self, scope: Scope) -> Sent | None:
        """The answer, if it was whole and stands for the same bytes each time."""
        if self._start is None or self._body is None or self._start["status"] != 200:
            return None
        headers: Any = self._start["headers"]
        tag = next((value for name, value in headers if name == b"etag"), b"")
        is_strong = tag.startswith(b'"')
        return Sent(headers, self._body, tag, scope.get("endpoint")) if is_strong else None
