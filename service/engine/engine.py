"""engine: a query becomes an answer, out of the cache or out of a query process."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from hashlib import blake2b
from secrets import token_bytes

from graph.errors import DiplographError, QueryError
from service.engine.admission import Shares
from service.engine.cache import Cache
from service.engine.messages import Bounds, Frame, Kind, Query, Question, Task, WholeGraph, read_error
from service.engine.one_pattern import OnePattern
from service.engine.pool import Pool
from service.engine.process import EndedError, QueryProcess, Stop
from service.engine.publisher import Checkpoint, Publisher, Source
from service.errors import BusyError, OverMemoryError, RequestError, TimeUpError, TooLargeError

WHOLE = 1 << 20  # an answer of up to so many bytes is sent only when it is complete
# Functions that answer otherwise each time, and what mints blank nodes in a template. They run on the event
# loop over strangers' text: nothing in them may be tried twice, and what is in doubt counts as found
_VOLATILE = re.compile(r"(?:rand|now|uuid|bnode)\s*+[(#]", re.IGNORECASE)
_TEMPLATE = re.compile(r"construct|[{}\[(]|_:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms for rows and for triples, by their names; None where the client takes none.

    `shown` tells apart what the service makes of the same form.
    """

    results: str | None
    rdf: str | None
    shown: str = ""


def _do_nothing() -> None:
    pass


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: whole, or too large for that and to be read piece by piece, and closed then.

    `tag` is the same for the same bytes, None where each answer is another.
    """

    kind: Kind
    tag: str | None
    content: bytes = b""
    pieces: AsyncIterator[bytes] | None = None
    close: Callable[[], None] = _do_nothing

    @property
    def size(self) -> int:
        """How many bytes the answer takes in the cache."""
        return len(self.content) + 1000


class BrokenOffError(Exception):
    """An answer that has begun to be sent cannot be completed: the connection must break."""


class Engine:
    """Answers strangers' queries: read-only, within bounds, and never from before an acknowledged write."""

    def __init__(
        self, store: Source, bounds: Bounds, shares: Shares, *, answer_seconds: float, cache_bytes: int
    ) -> None:
        self._publisher = Publisher(store, self._open)
        self._pool = Pool(bounds, shares, answer_seconds=answer_seconds)
        self._one_pattern = OnePattern(bounds)
        self._bounds = bounds
        self._answer_seconds = answer_seconds
        self.cache = Cache[Answer](cache_bytes)
        # Another store may have had the same revisions: tags of another run are not ours
        self._run = token_bytes(8)

    @property
    def is_able(self) -> bool:
        """Whether a query can be answered: not where no query process starts."""
        return self._pool.is_able

    @property
    def revision(self) -> int:
        """The revision of the store that a query asked now sees, at least."""
        return self._publisher.revision

    @property
    def state(self) -> int:
        """A number that grows whenever the store changes, or what queries see of it."""
        return self._publisher.state

    def writing(self) -> AbstractAsyncContextManager[None]:
        """Have queries see what is written within when it ends, and wait for nothing meanwhile."""
        return self._publisher.writing()

    async def start(self) -> None:
        """Publish the store and start the processes before the first query comes."""
        self._pool.start()
        self._publisher.release(await self._publisher.hold())

    async def close(self) -> None:
        """End the processes and remove what was published."""
        self._one_pattern.close()
        await self._pool.close()
        await self._publisher.close()

    async def answer(
        self, query: Question, forms: Forms, *, client: str, is_whole: bool = False, spent: float = 0.0
    ) -> Answer:
        """Answer a query for a client, named by its address; `is_whole` waits for all of a large answer.

        `spent` are the seconds that it has taken already.
        """
        kept = self.kept(query, forms)
        if kept is not None:
            return kept
        return await self.evaluate(query, forms, client=client, is_whole=is_whole, spent=spent)

    def kept(self, query: Question, forms: Forms) -> Answer | None:
        """The answer to a query that was asked before, None where there is none."""
        return self.cache.get((query, forms), self._publisher.revision)

    async def evaluate(
        self, query: Question, forms: Forms, *, client: str, is_whole: bool = False, spent: float = 0.0
    ) -> Answer:
        """Answer a query that is not kept."""
        if len(query.text) > self._bounds.query.length:
            raise TooLargeError(
                f"the query has {len(query.text):,} characters, and at most {self._bounds.query.length:,} "
                "are taken: ask for less at once"
            )
        at_once = self.answer_at_once(query, forms)
        if at_once is not None:
            return at_once
        checkpoint = await self._publisher.hold(revision=self._written(query))
        try:
            process = await self._pool.take(client)
        except BaseException:
            self._publisher.release(checkpoint)
            raise
        process.worked = spent
        errand = Errand(self, process, checkpoint)
        return await self._ask(errand, query, forms, limit=self._bounds.result if is_whole else WHOLE)

    def answer_at_once(self, query: Question, forms: Forms) -> Answer | None:
        """Answer a query of one triple pattern; None where that takes a query process."""
        checkpoint = self._publisher.current()
        found = checkpoint and self._one_pattern.answer(query, forms.results, checkpoint)
        if not (checkpoint and found):
            return None
        kind, content = found
        return Answer(kind, self._tag(query, forms, checkpoint.revision), content)

    def _written(self, query: Question) -> int:
        """The revision that the answer must be of at least: no graph that is there is answered as empty."""
        if isinstance(query, WholeGraph) and query.name is not None:
            return self._publisher.graph_revision(query.name)
        return 0

    async def _open(self, checkpoint: Checkpoint) -> None:
        """Open a checkpoint, and have a process that is idle open it: the next query finds it open."""
        here = asyncio.to_thread(self._one_pattern.open, checkpoint)
        await asyncio.gather(here, self._open_in_process(checkpoint))

    async def _open_in_process(self, checkpoint: Checkpoint) -> None:
        process = self._pool.take_idle()
        if process is None:
            return
        checkpoint.users += 1
        errand = Errand(self, process, checkpoint)
        try:
            process.send(Task(Query("ASK {}"), checkpoint.name, "json", None))
            await errand.receive()
        except (EndedError, DiplographError):
            errand.end()  # the next query tries anew, and tells

    def tag(self, query: Question, forms: Forms) -> str | None:
        """The tag that an answer to the query has now; None where each answer is another."""
        if len(query.text) > self._bounds.query.length:
            return None
        return self._tag(query, forms, self._publisher.revision)

    async def _ask(self, errand: Errand, query: Question, forms: Forms, *, limit: int) -> Answer:
        revision = errand.checkpoint.revision
        tag = self._tag(query, forms, revision)
        try:
            errand.process.send(Task(query, errand.checkpoint.name, forms.results, forms.rdf))
            content = bytearray(await errand.receive())
            while len(content) <= limit and not errand.is_received:
                content += await errand.receive()
            if len(content) > limit:
                rest = go_on(bytes(content), errand.rest())
                return Answer(errand.kind, tag, pieces=rest, close=errand.end)
        except EndedError as error:
            errand.end()
            raise explain_stop(error.stop, errand.process.worked, self._bounds) from error
        except BaseException:
            errand.end()
            raise
        answer = Answer(errand.kind, tag, bytes(content))
        if tag is not None:
            self.cache.put((query, forms), revision, answer, key_size=query.size)
        return answer

    def _tag(self, query: Question, forms: Forms, revision: int) -> str | None:
        if not is_kept(query):
            return None
        if isinstance(query, WholeGraph) and query.name is not None:
            written = self._publisher.graph_revision(query.name)
            if written > revision:
                return None  # it has changed since: what is read has no tag any more
            revision = written
        # None of them holds a line break but the query, which comes last
        what = f"{revision}\n{forms.results}\n{forms.rdf}\n{forms.shown}\n{query.identity}"
        return blake2b(what.encode("utf-8", "replace"), key=self._run, digest_size=12).hexdigest()

    def end(self, process: QueryProcess, checkpoint: Checkpoint, *, is_reusable: bool) -> None:
        """Take back what an errand held."""
        self._pool.give_back(process, is_reusable=is_reusable)
        self._publisher.release(checkpoint)


class Errand:
    """A query on its way: the process that it runs in, and the checkpoint that it is asked of."""

    def __init__(self, engine: Engine, process: QueryProcess, checkpoint: Checkpoint) -> None:
        self._engine = engine
        self.process = process
        self.checkpoint = checkpoint
        self.kind = Kind.SOLUTIONS
        self.is_received = False
        self._is_ended = False
        self._inbox = process.inbox
        self._inbox.completed = self._note_complete

    async def receive(self) -> bytes:
        """Give the next piece of the answer; with the last one it `is_received`."""
        frame, content = await self._inbox.receive()
        if frame is Frame.ERROR:
            raise read_error(content)
        self.is_received = frame is not Frame.PIECE
        self.kind = Kind(content[:1])
        return content[1:]

    async def rest(self) -> AsyncIterator[bytes]:
        """Give the pieces that are to come."""
        while not self.is_received:
            yield await self.receive()

    def _note_complete(self, frame: Frame) -> None:
        """Give everything back as soon as the whole answer is here, however slowly it is read from here."""
        self.end(is_reusable=frame is not Frame.LAST)

    def end(self, *, is_reusable: bool = False) -> None:
        """Give back the process and the checkpoint, once."""
        if not self._is_ended:
            self._is_ended = True
            self._engine.end(self.process, self.checkpoint, is_reusable=is_reusable)


def explain_stop(stop: Stop, seconds: float, bounds: Bounds) -> Exception:
    """Say why a query was stopped, and what to do."""
    ran = f"the query ran for {seconds:.1f} s"
    match stop:
        case Stop.TIME:
            return TimeUpError(f"{ran}, and the limit is {bounds.seconds:g} s: ask for less, or add a LIMIT")
        case Stop.CROWD:
            return BusyError(f"{ran}, and too many long queries are running: try again in a minute")
        case Stop.MEMORY:
            limit = f"{bounds.memory:,} bytes"
            return OverMemoryError(f"{ran} and needed more memory than {limit}: ask for less, or sort less")
        case Stop.CRASH:
            return QueryError(f"{ran} and broke its process: write it flatter, or in parts")
    return RequestError(f"{ran} and was stopped")


def is_kept(query: Question) -> bool:
    """Whether an answer may be kept: it is the same until the store changes, and no other endpoint's."""
    return isinstance(query, WholeGraph) or not (query.tables or is_volatile(query.text))


def is_volatile(text: str) -> bool:
    """Whether a query may give something else each time that it is asked; in a time linear in its length."""
    return _VOLATILE.search(text) is not None or _mints_blank_nodes(text)


def _mints_blank_nodes(text: str) -> bool:
    if "construct" not in text.lower():
        return False
    keyword = brace = False
    for mark in _TEMPLATE.finditer(text):
        match mark[0]:
            case "{":
                brace = keyword
            case "}":
                keyword = brace = False
            case "[" | "(" | "_:":
                if brace:
                    return True
            case _:
                keyword = True
    return False


async def go_on(begun: bytes, pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Give what has come and what is to come; a failure breaks off visibly."""
    yield begun
    try:
        async for piece in pieces:
            yield piece
    except (EndedError, DiplographError) as error:
        raise BrokenOffError(f"an answer broke off: {error}") from error
