"""direct: a plain query goes from its connection to a query process and back, past the layers.

The layers have answered a request with the very same headers before. What these ask for, and how the headers
of its answer look, is known from there: nothing is negotiated here.
"""

from __future__ import annotations

import re
from asyncio import CancelledError
from collections.abc import Iterable
from dataclasses import dataclass
from time import perf_counter

from starlette.requests import Request
from starlette.types import Scope

from graph.errors import QueryError
from service.bodies import FORM_TYPE, media_type_of
from service.clients import client_of
from service.compression import LEAST, LONG, compressed
from service.conditions import LastChange, http_date
from service.engine.cache import Cache
from service.engine.engine import Answer, Engine, Forms
from service.engine.messages import Kind, Query
from service.federation.calls import may_call
from service.observation import HEADERS_KEY, new_request_id
from service.observation import Answer as Observed
from service.parameters import only_value, parse_parameters
from service.repeats import Pair, Ready, Repeats, give, write_lines

# What a request's scope calls an Outcome, and the forms and the answer of a query that names no graphs
OUTCOME_KEY, PLAIN_KEY = "outcome", "plain"
_GET = re.compile(rb"""GET /sparql\?query=([!"$%'-~]*) HTTP/1\.1""")
_POST = b"POST /sparql HTTP/1.1"
_FORM = re.compile(rb"""query=([!"$%'-~]*)""")
_PATH = "/sparql"
_LONGEST = 1 << 15  # bytes of a request
# With these a request asks for more than its query's answer, or ends elsewhere than its length says
_NOT_PLAIN = frozenset({b"authorization", b"expect", b"range", b"transfer-encoding", b"upgrade"})
_OF_ONE_ANSWER = frozenset({b"content-length", b"etag", b"last-modified", b"x-request-id"})
Look = tuple[Kind, bool, bool]


@dataclass(frozen=True, slots=True)
class Pattern:
    """The headers of all answers that look alike, as lines, and how their bodies are compressed."""

    lines: bytes
    encoding: str | None


@dataclass(frozen=True, slots=True)
class Head:
    """What the headers of a request say, and of each look of an answer the headers."""

    method: str
    is_form: bool
    length: int
    client: str
    route: str
    forms: Forms
    patterns: dict[Look, Pattern]

    @property
    def size(self) -> int:
        """How many bytes it takes at most."""
        return 8000


@dataclass(frozen=True, slots=True)
class Asked:
    """A plain query as it came."""

    request: bytes
    head: Head
    query: Query
    modified: int | None
    begun: float


class Outcome:
    """What came of a query, for the layers to deliver: an answer that is not small, or an error."""

    def __init__(self, begun: float, outcome: Answer | Exception) -> None:
        self.begun = begun
        self._outcome: Answer | Exception | None = outcome

    def take(self) -> Answer:
        """Give the answer, or raise the error; whoever takes it closes it."""
        outcome, self._outcome = self._outcome, None
        if isinstance(outcome, Answer):
            return outcome
        raise outcome or RuntimeError("an outcome is taken once")

    def drop(self) -> None:
        """Give up an answer that nobody took."""
        if isinstance(self._outcome, Answer):
            self._outcome.close()


class Direct:
    """Answers plain queries, within the limits of the engine like any other.

    What turns out to be more than a small answer goes to the layers as an Outcome.
    """

    def __init__(
        self,
        engine: Engine,
        repeats: Repeats,
        change: LastChange,
        *,
        heads: Cache[Head],
        federates: bool,
    ) -> None:
        self._engine = engine
        self._repeats = repeats
        self._observer = repeats.observer
        self._change = change
        self._heads = heads
        self._federates = federates

    def answer_at_once(
        self, request: bytes, peer: str, server_headers: Iterable[Pair]
    ) -> bytes | Asked | None:
        """The answer to a request, or the query to be answered; None where the layers must read it."""
        answer = self._repeats.answer(request, server_headers)
        if answer is not None:
            return answer
        asked = self._read(request, peer)
        if asked is None:
            return None
        return self._answer_at_once(asked, server_headers) or asked

    def _read(self, request: bytes, peer: str) -> Asked | None:
        begun = perf_counter()
        if len(request) > _LONGEST:
            return None
        top, _, body = request.partition(b"\r\n\r\n")
        line, _, block = top.partition(b"\r\n")
        head = self._heads.get((line[:4], peer, block), 0)
        if head is None or len(body) != head.length:
            return None
        text = _text(line, body, is_form=head.is_form)
        if text is None or (self._federates and may_call(text)):
            return None
        modified = self._change.second() if head.method == "GET" else None
        return Asked(request, head, Query(text), modified, begun)

    def _answer_at_once(self, asked: Asked, server_headers: Iterable[Pair]) -> bytes | None:
        """Answer a query whose answer is kept or needs no query process; None where it needs one."""
        kept = self._engine.kept(asked.query, asked.head.forms)
        answer = kept or self._engine.answer_at_once(asked.query, asked.head.forms)
        ready = None if answer is None else _write(asked, answer)
        if answer is None or ready is None:
            return None
        if answer.tag is not None:
            self._repeats.keep(asked.request, self._engine.state, ready)
        evaluated = asked.query.text if kept is None else None
        return give(ready, asked.begun, server_headers, self._observer, query=evaluated)

    async def answer(self, asked: Asked, server_headers: Iterable[Pair]) -> bytes | Outcome:
        """Have a query answered."""
        head, figures = asked.head, self._observer.metrics.requests
        figures.open += 1
        try:
            answer = await self._engine.evaluate(asked.query, head.forms, client=head.client)
            ready = _write(asked, answer)
        except CancelledError:
            left = Observed(asked.begun)
            self._observer.note(left, new_request_id(), head.method, head.route, _PATH)
            raise
        except Exception as error:  # the layers know what to answer
            return Outcome(asked.begun, error)
        finally:
            figures.open -= 1
        if ready is None:
            return Outcome(asked.begun, answer)
        return give(ready, asked.begun, server_headers, self._observer, query=asked.query.text)

    def learn(self, request: bytes, peer: str, scope: Scope) -> None:
        """Remember what the headers of a request were read for, and how its answer looked."""
        self._repeats.learn(request, scope)
        plain: tuple[Forms, Answer] | None = scope.get(PLAIN_KEY)
        if plain is None:
            return
        top, _, body = request.partition(b"\r\n\r\n")
        line, _, block = top.partition(b"\r\n")
        # What a GET says of a body was not read, and may be anything
        is_form = line == _POST and _is_form(scope)
        if _text(line, body, is_form=is_form) is None or not _is_plain(scope, block, len(body)):
            return
        forms, answer = plain
        key = line[:4], peer, block
        head = self._heads.get(key, 0)
        if head is None:
            client = client_of(Request(scope))
            route = self._observer.route(scope)
            head = Head(scope["method"], is_form, len(body), client, route, forms, {})
            self._heads.put(key, 0, head, key_size=len(block))
        head.patterns[_look(answer)] = _pattern(scope[HEADERS_KEY])


def _is_form(scope: Scope) -> bool:
    """Whether a body is a form with the query in it, and not the query itself."""
    return media_type_of(dict(scope["headers"]).get(b"content-type", b"").decode("latin-1")) == FORM_TYPE


def _text(line: bytes, body: bytes, *, is_form: bool) -> str | None:
    """The query that a request asks by its first line and its body, and that alone."""
    try:
        if line == _POST and not is_form:
            return body.decode()
        found = _FORM.fullmatch(body) if is_form else _GET.fullmatch(line)
        return None if found is None else only_value(parse_parameters(b"query=" + found[1]), "query")
    except (QueryError, UnicodeDecodeError):
        return None


def _is_plain(scope: Scope, block: bytes, length: int) -> bool:
    """Whether a head says what was read of it in any reading, and asks for its answer and nothing more."""
    headers = dict(scope["headers"])
    is_asking = _NOT_PLAIN.isdisjoint(headers) and not any(name.startswith(b"if-") for name in headers)
    is_clear = len(headers) == len(scope["headers"]) == block.count(b"\n") + 1
    return is_asking and is_clear and headers.get(b"content-length", b"0") == b"%d" % length


def _look(answer: Answer) -> Look:
    """What the headers of an answer hang on, beside those of its request."""
    return answer.kind, len(answer.content) >= LEAST, answer.tag is not None


def _pattern(headers: Iterable[Pair]) -> Pattern:
    pairs = [(name.lower(), value) for name, value in headers]
    encoding = dict(pairs).get(b"content-encoding")
    lines = write_lines(pair for pair in pairs if pair[0] not in _OF_ONE_ANSWER)
    return Pattern(lines, None if encoding is None else encoding.decode())


def _write(asked: Asked, answer: Answer) -> Ready | None:
    """Write an answer as it is sent; None where it is large, or the first that looks so."""
    pattern = asked.head.patterns.get(_look(answer))
    if pattern is None or answer.pieces is not None or len(answer.content) >= LONG:
        return None
    body, form = answer.content, ""
    if pattern.encoding is not None:
        body, form = compressed(body, pattern.encoding), f"-{pattern.encoding}"
    own = f"content-length: {len(body)}\r\n"
    if answer.tag is not None:
        own += f'etag: "{answer.tag}{form}"\r\n'
        own += "" if asked.modified is None else f"last-modified: {http_date(asked.modified)}\r\n"
    return Ready(pattern.lines + own.encode(), body, asked.head.method, _PATH, asked.head.route)
