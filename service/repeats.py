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
class Repeat:
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

    def __init__(self, *, revision: Callable[[], int], cache: Cache[Repeat], observer: Observer) -> None:
        self._revision = revision
        self._cache = cache
        self._observer = observer

    def answer(self, request: bytes, server_headers: Iterable[Pair]) -> bytes | None:
        """The answer to a request, which counts as given; None where it is not known."""
        begun = perf_counter()
        if len(request) > _LONGEST:
            return None
        repeat = self._cache.get(request, self._revision())
        if repeat is None:
            return None
        request_id = new_request_id()
        own = _lines([*server_headers, (b"x-request-id", request_id.encode())])
        answer = Answer(begun, status=200, sent=len(repeat.body))
        self._observer.note(answer, request_id, repeat.method, repeat.route, repeat.path)
        return b"".join((b"HTTP/1.1 200 OK\r\n", own, repeat.head, b"\r\n", repeat.body))

    def keep(self, request: bytes, scope: Scope) -> None:
        """Remember a request that was just answered, if its answer had been kept."""
        kept: Kept | None = scope.get(KEPT_KEY)
        if kept is None or len(request) > _LONGEST:
            return
        sent = kept.sent
        route = self._observer.route(scope)
        repeat = Repeat(_lines(sent.headers), sent.body, scope["method"], scope["path"], route)
        self._cache.put(request, kept.revision, repeat, key_size=len(request))


def _lines(headers: Iterable[Pair]) -> bytes:
    return b"".join(b"%s: %s\r\n" % pair for pair in headers)
