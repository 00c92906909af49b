"""repeats: a request that comes again, byte for byte, is answered before it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import perf_counter

from starlette.types import Scope

from service.engine.cache import Cache
from service.observation import Answer, Observer, new_request_id
from service.shortcut import KEPT_KEY, Kept

Pair = tuple[bytes, bytes]
_LONGEST = 1 << 15  # bytes of a request


@dataclass(frozen=True, slots=True)
class Ready:
    """An answer as the bytes of a connection, and what the log and the figures say of it."""

    head: bytes
    body: bytes
    method: str
    path: str
    route: str

    @property
    def size(self) -> int:
        """How many bytes it takes."""
        return len(self.head) + len(self.body) + 1000


class Repeats:
    """Knows the requests whose answers were kept, for as long as the store is at the same revision.

    The same bytes over any connection are the same question, in the same form: only those of whole requests
    are given in, whose connection stays open.
    """

    def __init__(self, *, revision: Callable[[], int], cache: Cache[Ready], observer: Observer) -> None:
        self._revision = revision
        self._cache = cache
        self.observer = observer

    def answer(self, request: bytes, server_headers: Iterable[Pair]) -> bytes | None:
        """The answer to a request, which counts as given; None where it is not known."""
        begun = perf_counter()
        if len(request) > _LONGEST:
            return None
        ready = self._cache.get(request, self._revision())
        return None if ready is None else give(ready, begun, server_headers, self.observer)

    def learn(self, request: bytes, scope: Scope) -> None:
        """Remember a request that was just answered, if its answer had been kept."""
        kept: Kept | None = scope.get(KEPT_KEY)
        if kept is None:
            return
        sent = kept.sent
        route = self.observer.route(scope)
        ready = Ready(write_lines(sent.headers), sent.body, scope["method"], scope["path"], route)
        self.keep(request, kept.revision, ready)

    def keep(self, request: bytes, revision: int, ready: Ready) -> None:
        """Remember the answer to a request, which is of this revision of the store."""
        if len(request) <= _LONGEST:
            self._cache.put(request, revision, ready, key_size=len(request))


def give(
    ready: Ready,
    begun: float,
    server_headers: Iterable[Pair],
    observer: Observer,
    *,
    query: str | None = None,
) -> bytes:
    """Write an answer with an id of its own, and have it noted; with the query too, if it was evaluated."""
    request_id = new_request_id()
    own = write_lines([*server_headers, (b"x-request-id", request_id.encode())])
    answer = Answer(begun, 200, perf_counter() - begun, len(ready.body))
    observer.note(answer, request_id, ready.method, ready.route, ready.path)
    if query is not None:
        observer.note_query(answer, request_id, query)
    return b"".join((b"HTTP/1.1 200 OK\r\n", own, ready.head, b"\r\n", ready.body))


def write_lines(headers: Iterable[Pair]) -> bytes:
    """Write headers as the lines of a head."""
    return b"".join(b"%s: %s\r\n" % pair for pair in headers)
