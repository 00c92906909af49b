"""evaluation: work on the store runs in threads of its own, few at a time, each with a time limit."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import BoundedSemaphore, Thread
from traceback import clear_frames
from typing import TypeVar

from service.errors import BusyError, TimeUpError

T = TypeVar("T")
_POLL_SECONDS = 0.02


class Evaluation:
    """A number of slots for queries.

    Oxigraph cannot be stopped: a query that runs too long is answered with an error and keeps its slot until
    it ends, so that strangers can take these slots and no more of the machine.
    """

    def __init__(self, *, slots: int, seconds: float) -> None:
        self._slots = BoundedSemaphore(slots)
        self._seconds = seconds

    async def run(self, work: Callable[[], T]) -> T:
        """Do the work, or raise BusyError where no slot gets free, TimeUpError where it does not end."""
        await self._take_slot()
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()
        # A daemon: a query that never ends does not keep the process from ending
        Thread(target=self._work, args=(work, loop, answer), daemon=True, name="query").start()
        try:
            return await asyncio.wait_for(answer, self._seconds)
        except TimeoutError as error:
            raise TimeUpError(
                f"the query ran for {self._seconds:g} s, which is the limit: ask for less, or add a LIMIT"
            ) from error

    async def _take_slot(self) -> None:
        patience = self._seconds / 2
        while not self._slots.acquire(blocking=False):
            if patience <= 0:
                raise BusyError("all slots for queries are taken: try again in a minute")
            await asyncio.sleep(_POLL_SECONDS)
            patience -= _POLL_SECONDS

    def _work(
        self, work: Callable[[], T], loop: asyncio.AbstractEventLoop, answer: asyncio.Future[T]
    ) -> None:
        try:
            result = work()
        except Exception as error:  # whatever it is, it belongs to the request that waits for it
            _clear_frames(error)
            self._report(loop, partial(answer.set_exception, error), answer)
        else:
            self._report(loop, partial(answer.set_result, result), answer)
        finally:
            self._slots.release()

    @staticmethod
    def _report(loop: asyncio.AbstractEventLoop, tell: Callable[[], None], answer: asyncio.Future[T]) -> None:
        with suppress(RuntimeError):  # the loop has ended, and nobody waits any more
            loop.call_soon_threadsafe(lambda: None if answer.done() else tell())


def _clear_frames(error: BaseException | None) -> None:
    """Let go of what the failed work held: pyoxigraph's results may not be freed by another thread."""
    while error is not None:
        clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__
