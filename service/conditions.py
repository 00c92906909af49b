"""conditions: a client that has an answer already is told so, and gets nothing of it again.

RFC 9110, section 13. A tag stands for the very bytes of an answer; its compressed forms have tags of their
own, which begin the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from email.utils import formatdate, parsedate_to_datetime
from functools import lru_cache
from hashlib import blake2b
from time import time

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.errors import ConditionError

# Anyone may keep an answer, and asks each time whether it still holds: an article is there once it is posted
KEPT = "public, no-cache"
NOT_KEPT = "no-store"
Pair = tuple[bytes, bytes]
_READING = ("GET", "HEAD")
_TAG = re.compile(r'(W/)?"([^"]*)"')
# What tells of a body, or is told anew, and is not told where there is none
_OF_BODY = frozenset(
    {b"content-disposition", b"content-encoding", b"content-length", b"content-type", b"etag"}
)


@dataclass(frozen=True, slots=True)
class Condition:
    """What a client that reads says of the answer that it has: its tags, or else how old it is."""

    tags: str | None
    since: str | None

    @classmethod
    def of(cls, scope: Scope) -> Condition:
        """The condition of a request; none where it does not read."""
        if scope["method"] not in _READING:
            return cls(None, None)
        headers = Headers(scope=scope)
        # More than one header of the name is one list
        tags = ", ".join(headers.getlist("if-none-match")) if "if-none-match" in headers else None
        return cls(tags, headers.get("if-modified-since"))

    def named_tag(self, tag: str | None) -> str | None:
        """The tag of that form of the answer which the client names; None where it names none of them."""
        if self.tags is None or tag is None:
            return None
        return next((given for given, _ in read_tags(self.tags) if is_form_of(given, tag)), None)

    def known_tag(self, tag: str, modified: str | None) -> str | None:
        """The tag of what the client has of an answer that is there; None where it must be sent."""
        if self.tags is None:
            return tag if self._is_since(modified) else None
        return tag if self.tags.strip() == "*" else self.named_tag(tag)

    def _is_since(self, modified: str | None) -> bool:
        if self.since is None or modified is None:
            return False
        since, changed = _seconds(self.since), _seconds(modified)
        return since is not None and changed is not None and changed <= since


def check_write(scope: Scope, tags: Sequence[str | None] | None) -> None:
    """Refuse a write whose conditions are not met; `tags` are of what is there, None where nothing is."""
    headers = Headers(scope=scope)
    expected, unexpected = headers.get("if-match"), headers.get("if-none-match")
    if expected is not None and not (tags is not None and _is_among(tags, expected, is_strong=True)):
        raise ConditionError("the graph is not the one that If-Match names: read it again, then write it")
    if unexpected is not None and tags is not None and _is_among(tags, unexpected, is_strong=False):
        raise ConditionError("the graph is one that If-None-Match names: it is not written over")


def _is_among(tags: Sequence[str | None], header: str, *, is_strong: bool) -> bool:
    if header.strip() == "*":
        return True
    given = [tag for tag, is_weak in read_tags(header) if not (is_strong and is_weak)]
    return any(is_form_of(each, tag) for each in given for tag in tags if tag is not None)


def read_tags(header: str) -> list[tuple[str, bool]]:
    """The tags of a header, and whether each is a weak one."""
    return [(found[2], bool(found[1])) for found in _TAG.finditer(header)]


def is_form_of(given: str, tag: str) -> bool:
    """Whether a tag is an answer's, or one of its compressed forms'."""
    return given.partition("-")[0] == tag.partition("-")[0]


def opaque(header: str) -> str:
    """What stands between the quotes of one tag."""
    return header.removeprefix("W/").strip('"')


async def send_not_modified(send: Send, headers: Iterable[Pair], tag: str) -> None:
    """Send 304 for the form of an answer that a client has; `headers` are those of the answer."""
    kept = [(b"etag", f'"{tag}"'.encode("latin-1")), *(pair for pair in headers if pair[0] not in _OF_BODY)]
    await send({"type": "http.response.start", "status": 304, "headers": kept})
    await send({"type": "http.response.body", "body": b""})


@lru_cache(maxsize=10)
def http_date(second: int) -> str:
    """Write a time as HTTP does."""
    return formatdate(second, usegmt=True)


def _seconds(date: str) -> float | None:
    try:
        return parsedate_to_datetime(date).timestamp()
    except (ValueError, OverflowError):  # what is no date says nothing
        return None


class LastChange:
    """The second from which on a store is as it is.

    No two states have the same: where two fall into one second, the later one counts from the next.
    """

    def __init__(self, revision: Callable[[], int], *, clock: Callable[[], float] = time) -> None:
        self._revision = revision
        self._clock = clock
        self._seen, self._second = revision(), int(clock())

    def second(self) -> int | None:
        """That second, None while it has not begun."""
        revision, now = self._revision(), int(self._clock())
        if revision != self._seen:
            self._seen, self._second = revision, now if now > self._second else now + 1
        return self._second if self._second <= now else None


class Conditions:
    """Gives what is read a strong tag and the time of its last change, and answers 304 to those who have it.

    `change` tells of the store's last change, None where others may change it unseen; what stands at the
    addresses in `constant` is as old as the service.
    """

    def __init__(self, app: ASGIApp, *, change: LastChange | None, constant: frozenset[str]) -> None:
        self._app = app
        self._change = change
        self._constant = constant
        self._begin = int(time())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["method"] not in _READING:
            await self._app(scope, receive, send)
            return
        # Before the answer is made: what it says is then of this second or a later one
        modified = self._modified(scope["path"])
        await self._app(scope, receive, _Reading(send, Condition.of(scope), modified).send)

    def _modified(self, path: str) -> int | None:
        if path in self._constant:
            return self._begin
        return None if self._change is None else self._change.second()


class _Reading:
    """An answer that is read, on its way."""

    def __init__(self, send: Send, condition: Condition, modified: int | None) -> None:
        self._send = send
        self._condition = condition
        self._modified = modified
        self._start: Message | None = None

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            self._start = message  # its tag may hang on what follows
            return
        start, self._start = self._start, None
        if start is None:
            await self._send(message)
            return
        known = self._known_tag(start, message)
        if known is None:
            await self._send(start)
            await self._send(message)
            return
        await send_not_modified(self._send, start["headers"], known)
        if message.get("more_body"):
            raise ClientDisconnect  # nobody is left who reads the rest

    def _known_tag(self, start: Message, body: Message) -> str | None:
        headers = MutableHeaders(raw=list(start["headers"]))
        if NOT_KEPT in headers.get("cache-control", ""):
            return None
        if "etag" not in headers:
            if body.get("more_body"):
                return None
            headers["etag"] = f'"{blake2b(body.get("body", b""), digest_size=12).hexdigest()}"'
        headers.setdefault("cache-control", KEPT)
        if self._modified is not None:
            headers.setdefault("last-modified", http_date(self._modified))
        start["headers"] = headers.raw
        return self._condition.known_tag(opaque(headers["etag"]), headers.get("last-modified"))
