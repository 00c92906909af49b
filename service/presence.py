"""presence: work for a client ends when the client leaves."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.requests import ClientDisconnect, Request

_SECONDS = 0.2  # most answers are there before it is worth looking whether the client is


@contextmanager
def while_present(request: Request) -> Iterator[None]:
    """Cancel what is awaited within when the client leaves, and raise ClientDisconnect; the body is read."""
    presence = _Presence(request)
    timer = asyncio.get_running_loop().call_later(_SECONDS, presence.watch)
    try:
        yield
    except asyncio.CancelledError:
        if not presence.has_left:
            raise
        presence.task.uncancel()
        raise ClientDisconnect from None
    finally:
        timer.cancel()
        presence.end()


class _Presence:
    def __init__(self, request: Request) -> None:
        self._request = request
        self.task: asyncio.Task[object] = asyncio.current_task()  # type: ignore[assignment]  # a handler is a task
        self._watcher: asyncio.Task[None] | None = None
        self.has_left = False

    def watch(self) -> None:
        self._watcher = asyncio.create_task(self._wait())

    def end(self) -> None:
        if self._watcher is not None:
            self._watcher.cancel()

    async def _wait(self) -> None:
        while (await self._request.receive())["type"] != "http.disconnect":
            pass
        self.has_left = True
        self.task.cancel()
