"""connections: who does not come to the point loses the connection."""

from __future__ import annotations

import asyncio
from typing import cast

from starlette.types import Scope
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from service.repeats import Repeats

REPEATS_KEY = "repeats"  # in the state of the application
_LONGEST_HEAD = 65_536  # bytes of a request's first line and headers, where they come in several pieces
_TOO_LONG = b"the request's address and headers are too long: send a long query by POST\n"
_REFUSAL = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\n"
    b"content-type: text/plain; charset=utf-8\r\ncontent-length: %d\r\n\r\n%s" % (len(_TOO_LONG), _TOO_LONG)
)


class Connection(HttpToolsProtocol):
    """A connection of uvicorn, which has neither a deadline nor a bound for a head that trickles in.

    Its keep-alive time is the time for a head, and for the rest of a body that was answered before its end.
    """

    _deadline: asyncio.TimerHandle | None = None
    _head = 0
    _is_in_head = False
    _is_whole = True
    _request: bytes | None = None  # what came at once, if it began a request
    _begun = 0  # requests that it began
    _repeats: Repeats | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Wait for the first request."""
        super().connection_made(transport)
        self._repeats = self.app_state.get(REPEATS_KEY)
        self._set_deadline()

    def data_received(self, data: bytes) -> None:
        """Take what comes, up to the longest head."""
        is_between = self._is_whole and (self.cycle is None or self.cycle.response_complete)
        if is_between and self._is_repeated(data):
            return
        self._request, self._begun = (data if is_between else None), 0
        super().data_received(data)
        self._head = self._head + len(data) if self._is_in_head else 0
        if self._head > _LONGEST_HEAD and not self.transport.is_closing():
            self.transport.write(_REFUSAL)
            self.transport.close()

    def on_message_begin(self) -> None:
        """Wait for a head."""
        super().on_message_begin()
        self._begun += 1
        self._is_in_head, self._is_whole = True, False
        self._set_deadline()

    def on_headers_complete(self) -> None:
        """Have a head answered; the deadline of its body is another's."""
        self._is_in_head = False
        self._drop_deadline()
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Have a whole request."""
        self._is_whole = True
        self._drop_deadline()
        super().on_message_complete()

    def on_response_complete(self) -> None:
        """Wait for what is left of a body that nobody reads any more."""
        super().on_response_complete()
        is_alone = self._begun == 1 and self._is_whole and self.cycle.keep_alive
        if is_alone and self._request is not None and self._repeats is not None:
            self._repeats.keep(self._request, cast("Scope", self.cycle.scope))
        if self.cycle.response_complete and not (self._is_whole or self._is_in_head):
            self._set_deadline()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing."""
        self._drop_deadline()
        super().connection_lost(exc)

    def _is_repeated(self, data: bytes) -> bool:
        """Answer a request that is known, as `on_response_complete` leaves the connection."""
        if self._repeats is None or self.flow.write_paused or self.transport.is_closing():
            return False
        answer = self._repeats.answer(data, self.server_state.default_headers)
        if answer is None:
            return False
        self.transport.write(answer)
        self._drop_deadline()
        self._unset_keepalive_if_required()
        self.timeout_keep_alive_task = self.loop.call_later(
            self.timeout_keep_alive, self.timeout_keep_alive_handler
        )
        return True

    def _set_deadline(self) -> None:
        self._drop_deadline()
        self._deadline = self.loop.call_later(self.timeout_keep_alive, self.timeout_keep_alive_handler)

    def _drop_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
