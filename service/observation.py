"""observation: every request gets an id, a line in the log and its place among the figures."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from secrets import token_hex
from time import perf_counter
from urllib.parse import quote_from_bytes

from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.access import WRITER_KEY
from service.logs import REQUEST_ID, log
from service.metrics import Metrics

_log = logging.getLogger("diplograph.requests")
# What a handler or an answer of failure leaves in the scope for the log
REQUEST_ID_KEY, QUERY_KEY, ERROR_KEY = "request_id", "query_text", "error_code"
BROKEN_OFF = "broken-off"  # the code of an answer that failed when it had begun to be sent
# When a request came that was read before, and the headers of the answer as they were sent
BEGUN_KEY, HEADERS_KEY = "begun", "sent_headers"
_STOPPING = frozenset({413, 429, 502, 503})  # the statuses of a query that was refused or stopped
_ASCII = "".join(map(chr, range(128)))
_QUERY_ROUTES = frozenset({"/sparql", "/queries/{name}"})
_LONGEST_PATH, _LONGEST_QUERY = 200, 10_000  # characters that are logged


@dataclass(slots=True)
class Answer:
    """What is known of an answer, as it is sent."""

    begun: float
    status: int = 499  # as nginx has it: the client left before the answer
    first_byte: float = 0.0
    sent: int = 0

    def take(self, message: Message) -> None:
        """Note a message on its way to the client."""
        if message["type"] == "http.response.start":
            self.status, self.first_byte = message["status"], perf_counter() - self.begun
        elif message["type"] == "http.response.body":
            self.sent += len(message.get("body", b""))


class Observer:
    """Tells the log and the figures of requests."""

    def __init__(self, routes: Sequence[BaseRoute], metrics: Metrics, *, slow_seconds: float) -> None:
        self._templates = {
            endpoint: [(each.partition("{")[0], each) for each in templates]
            for endpoint, templates in templates_of(routes).items()
        }
        self.metrics = metrics
        self._slow_seconds = slow_seconds

    def route(self, scope: Scope) -> str:
        """The route's template, never the path: each that a stranger thinks of would be a figure."""
        templates = self._templates.get(scope.get("endpoint"), ())
        path: str = scope["path"]
        return next((each for begin, each in templates if path.startswith(begin)), "none")

    def tell(self, scope: Scope, answer: Answer) -> None:
        """Tell of a request that has been answered."""
        route, error = self.route(scope), scope.get(ERROR_KEY)
        if route in _QUERY_ROUTES and (answer.status in _STOPPING or error == BROKEN_OFF):
            self.metrics.stopped.labels(error or str(answer.status)).inc()
        request_id: str = scope[REQUEST_ID_KEY]
        written = {"error": error, "writer": scope.get(WRITER_KEY)}
        self.note(answer, request_id, scope["method"], route, scope["path"], **written)
        if QUERY_KEY in scope:
            self.note_query(answer, request_id, scope[QUERY_KEY])

    def note(
        self, answer: Answer, request_id: str, method: str, route: str, path: str, **more: str | None
    ) -> None:
        """Count an answer and write its line in the log."""
        seconds = perf_counter() - answer.begun
        self.metrics.requests.count(
            method=method, route=route, status=answer.status, seconds=seconds, sent=answer.sent
        )
        log(
            _log,
            logging.INFO,
            "request",
            request_id=request_id,
            method=method[:_LONGEST_PATH],
            route=route,
            path=path[:_LONGEST_PATH],
            status=answer.status,
            ms=round(seconds * 1000, 2),
            bytes=answer.sent,
            **more,
        )

    def note_query(self, answer: Answer, request_id: str, query: str) -> None:
        """Write a query that was slow in the log."""
        if answer.first_byte < self._slow_seconds:
            return
        ms = round(answer.first_byte * 1000, 2)
        log(
            _log,
            logging.WARNING,
            "slow query",
            request_id=request_id,
            ms=ms,
            status=answer.status,
            query=query[:_LONGEST_QUERY],
        )


class Observation:
    """Observes all other layers, and tells what the client saw: plain ASGI."""

    def __init__(self, app: ASGIApp, *, observer: Observer) -> None:
        self._app = app
        self._observer = observer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if not scope["query_string"].isascii():
            # As the URL standard has it; Starlette fails on bytes that are not UTF-8
            scope["query_string"] = quote_from_bytes(scope["query_string"], safe=_ASCII).encode()
        scope[REQUEST_ID_KEY] = request_id = new_request_id()
        header = (b"x-request-id", request_id.encode())
        answer = Answer(scope.get(BEGUN_KEY) or perf_counter())

        async def send_and_note(message: Message) -> None:
            if message["type"] == "http.response.start":
                scope[HEADERS_KEY] = message["headers"] = [*message.get("headers", ()), header]
            answer.take(message)
            await send(message)

        token = REQUEST_ID.set(request_id)
        figures = self._observer.metrics.requests
        figures.open += 1
        try:
            await self._app(scope, receive, send_and_note)
        except Exception:
            scope[ERROR_KEY] = BROKEN_OFF
            raise
        finally:
            figures.open -= 1
            self._observer.tell(scope, answer)
            REQUEST_ID.reset(token)


def new_request_id() -> str:
    """An id for a request: one of a client's choosing could be another request's."""
    return token_hex(8)


def templates_of(routes: Sequence[BaseRoute]) -> dict[object, list[str]]:
    """The templates of the paths that each endpoint answers at."""
    templates: dict[object, list[str]] = defaultdict(list)
    for route in routes:
        if isinstance(route, Route):
            templates[route.endpoint].append(route.path_format)
        elif isinstance(route, Mount):
            templates[route.app].append(route.path)
    return dict(templates)
