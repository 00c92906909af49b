"""places: so many may work at the same time; clients take turns, and none has more than its share."""

from __future__ import annotations

import asyncio
from collections import Counter

from service.engine.queue import FairQueue
from service.errors import BusyError


class Places:
    """Places that are taken and given back; who waits too long for one is refused."""

    def __init__(self, count: int, *, client_count: int, patience: float) -> None:
        self._count = count
        self._client_count = client_count
        self._patience = patience
        self._held = Counter[str]()
        self._queue = FairQueue[asyncio.Future[None]]()

    async def take(self, client: str) -> None:
        """Wait for a place."""
        entry: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._queue.add(client, entry)
        self._serve_waiting()
        try:
            async with asyncio.timeout(self._patience):
                await entry
        except BaseException as error:
            self._queue.discard(client, entry)
            if entry.done() and not entry.cancelled():
                self.give_back(client)
            if isinstance(error, TimeoutError):
                raise BusyError(
                    f"no place became free within {self._patience:g} s: try again in a minute"
                ) from error
            raise

    def give_back(self, client: str) -> None:
        """Give a place to who waits for it."""
        self._held[client] -= 1
        if not self._held[client]:
            del self._held[client]
        self._serve_waiting()

    def _serve_waiting(self) -> None:
        while self._held.total() < self._count:
            taken = self._queue.take(lambda client: self._held[client] < self._client_count)
            if taken is None:
                return
            client, entry = taken
            if not entry.done():
                self._held[client] += 1
                entry.set_result(None)
