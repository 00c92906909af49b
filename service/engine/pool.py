"""pool: query processes, lent to clients in turn and stopped when a query takes more than it may."""

from __future__ import annotations

import asyncio
import logging

from graph.errors import StoreError
from service.engine.admission import Admission, Shares
from service.engine.messages import Bounds
from service.engine.process import EndedError, QueryProcess, Stop
from service.engine.queue import FairQueue
from service.errors import BusyError
from service.logs import log

_log = logging.getLogger("diplograph.queries")

# A query is a long one that has used a processor for so long, sooner while others wait for a process; or that
# has run for so long, whatever kept it
LONG_SECONDS, LONG_WHILE_OTHERS_WAIT, LONG_WAIT = 1.0, 0.25, 5.0
# For how long a client may take nothing of an answer that waits for it; less where all places of long queries
# are taken, so that who does not read keeps none from others
STALLED_SECONDS, STALLED_WHILE_FULL = 60.0, 10.0
_TICK = 0.1
_RETRY = 1.0  # seconds from a process that did not start to the next
_OURS = ""  # the client that the service itself is
PATIENCE = 10.0  # seconds that a query waits for a process


class Pool:
    """A few processes for quick queries, and others for those that turn out to be long.

    A process whose query has run for a second gets a lower priority, and a fresh one takes its place: however
    many long queries there are, look-ups find a process. When the places of long queries are taken, a query
    that would become one is stopped.
    """

    def __init__(self, bounds: Bounds, shares: Shares, *, answer_seconds: float) -> None:
        self._bounds = bounds
        self._shares = shares
        self._answer_seconds = answer_seconds
        self._idle: list[QueryProcess] = []
        self._busy: set[QueryProcess] = set()
        self._starts: set[asyncio.Task[None]] = set()
        self._admission = Admission(shares)
        self._queue = FairQueue[asyncio.Future[QueryProcess]]()
        self._since: dict[asyncio.Future[QueryProcess], float] = {}  # who waits, in turn
        self._watch: asyncio.Task[None] | None = None
        self._is_closed = False
        self._does_start = True

    @property
    def is_able(self) -> bool:
        """Whether queries can be answered, now or soon: not where no process runs and none starts."""
        return self._does_start or bool(self._idle or self._busy)

    def start(self) -> None:
        """Have processes ready before the first query comes."""
        if self._watch is None:
            self._watch = asyncio.create_task(self._watch_queries())
        self._fill()

    async def take(self, client: str) -> QueryProcess:
        """Lend a process; a client that has too many queries already is refused."""
        if self._watch is None:
            self.start()
        if not self.is_able:
            raise _not_able()
        self._admission.admit(client)
        return self._lend(client) if self._idle and not len(self._queue) else await self._wait(client)

    def take_idle(self) -> QueryProcess | None:
        """Lend the process that has been idle for longest, for work of our own; None where all are busy."""
        if not self._idle:
            return None
        self._admission.count(_OURS)
        return self._lend(_OURS, place=0)

    def _lend(self, client: str, *, place: int = -1) -> QueryProcess:
        process = self._idle.pop(place)
        process.lend(client, asyncio.get_running_loop().time())
        self._busy.add(process)
        return process

    def give_back(self, process: QueryProcess, *, is_reusable: bool) -> None:
        """Take a process back; one in the middle of a query, or set behind the others, is ended."""
        if process not in self._busy:
            return
        self._busy.remove(process)
        self._admission.forget(process.client)
        if is_reusable and process.is_usable and not process.is_long:
            self._idle.append(process)
        else:
            process.kill(Stop.LEFT)
            self._fill()
        self._serve_waiting()

    async def close(self) -> None:
        """End all processes."""
        self._is_closed = True
        tasks = [*self._starts, *([self._watch] if self._watch else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for process in [*self._idle, *self._busy]:
            process.bury()
        await asyncio.sleep(0)  # for the event loop to close the connections

    async def _wait(self, client: str) -> QueryProcess:
        loop = asyncio.get_running_loop()
        entry: asyncio.Future[QueryProcess] = loop.create_future()
        self._queue.add(client, entry)
        self._since[entry] = loop.time()
        self._serve_waiting()
        try:
            return await entry
        except BaseException:
            self._queue.discard(client, entry)
            if entry.done() and not entry.cancelled() and entry.exception() is None:
                self.give_back(entry.result(), is_reusable=True)
            else:
                self._admission.forget(client)
            raise
        finally:
            del self._since[entry]

    def _serve_waiting(self) -> None:
        while self._idle and (taken := self._queue.take()) is not None:
            client, entry = taken
            if not entry.done():
                entry.set_result(self._lend(client))

    # Processes

    def _fill(self) -> None:
        """Start processes for those that ended or became long."""
        if self._is_closed:
            return
        quick = len(self._idle) + len(self._starts) + sum(not each.is_long for each in self._busy)
        for _ in range(self._shares.processes - quick):
            start = asyncio.create_task(self._start_one())
            self._starts.add(start)
            start.add_done_callback(self._starts.discard)

    async def _start_one(self) -> None:
        try:
            process = await QueryProcess.start(self._bounds, self._note_end)
        except (EndedError, OSError) as error:
            await self._note_failure(error)
            return
        self._does_start = True
        self._idle.insert(0, process)  # those that are warm go first
        self._starts.discard(asyncio.current_task())
        self._serve_waiting()

    async def _note_failure(self, error: Exception) -> None:
        """Refuse who waits, for nothing will come where nothing runs; try again in a moment."""
        if self._does_start:  # said once, not each second
            log(_log, logging.ERROR, "no query process starts", error=str(error))
        self._does_start = False
        while not self.is_able and (taken := self._queue.take()) is not None:
            _, entry = taken
            if not entry.done():
                entry.set_exception(_not_able())
        await asyncio.sleep(_RETRY)
        self._starts.discard(asyncio.current_task())
        self._fill()

    def _note_end(self, process: QueryProcess) -> None:
        if process in self._idle:
            self._idle.remove(process)
            self._fill()
        # Whoever reads its answer may take long to notice; the place is free at once
        self.give_back(process, is_reusable=False)

    # Limits of time

    async def _watch_queries(self) -> None:
        clock = asyncio.get_running_loop().time
        before = clock()
        while True:
            await asyncio.sleep(_TICK)
            now = clock()
            for process in list(self._busy):
                self._check(process, now, now - before)
            self._refuse_waiting(now)
            before = now

    def _refuse_waiting(self, now: float) -> None:
        """Refuse those who have waited for too long."""
        for entry, since in self._since.items():
            if now - since < PATIENCE:
                return
            if not entry.done():
                message = f"no process became free within {PATIENCE:g} s: try again in a minute"
                entry.set_exception(BusyError(message))

    def _check(self, process: QueryProcess, now: float, passed: float) -> None:
        # While the client does not read, the process does not work
        process.worked += 0 if process.is_paused else passed
        if process.worked >= self._bounds.seconds:
            process.kill(Stop.TIME)
        elif now - process.begun >= self._answer_seconds or (
            process.is_paused and now - process.inbox.taken >= self._stall(process)
        ):
            process.kill(Stop.READER)
        elif not process.is_long:
            used = process.used()
            if (
                used >= LONG_SECONDS
                or now - process.begun >= LONG_WAIT
                # A reader who is slower than the engine may not keep a place of the quick ones
                or (process.is_paused and now - process.begun >= LONG_SECONDS)
                or (used >= LONG_WHILE_OTHERS_WAIT and len(self._queue) and self._has_place(process.client))
            ):
                self._make_long(process)

    def _stall(self, process: QueryProcess) -> float:
        """For how long the client may take nothing now."""
        is_full = sum(each.is_long for each in self._busy) >= self._shares.long_queries
        return STALLED_WHILE_FULL if process.is_long and is_full else STALLED_SECONDS

    def _make_long(self, process: QueryProcess) -> None:
        if not self._has_place(process.client):
            process.kill(Stop.CROWD)
            return
        process.is_long = True
        process.yield_to_others()
        self._fill()

    def _has_place(self, client: str) -> bool:
        """Whether there may be one more long query of a client."""
        long = [each.client for each in self._busy if each.is_long]
        shares = self._shares
        return len(long) < shares.long_queries and long.count(client) < shares.client_long_queries


def _not_able() -> StoreError:
    return StoreError("no query process starts, and the log says why: try again in a minute")
