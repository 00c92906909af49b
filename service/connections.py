"""connections: who does not come to the point loses the connection."""

from __future__ import annotations

import asyncio
from typing import cast

from starlette.types import Scope
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from service.direct import OUTCOME_KEY, Asked, Direct, Outcome
from service.observation import BEGUN_KEY

DIRECT_KEY = "direct"  # in the state of the application
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
    _direct: Direct | None = None
    _peer = ""
    _task: asyncio.Task[None] | None = None  # a query that is answered past the layers
    _later = b""  # what comes meanwhile
    _outcome: Outcome | None = None  # what came of it, for the layers
    _is_ending = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Wait for the first request."""
        super().connection_made(transport)
        self._direct = self.app_state.get(DIRECT_KEY)
        self._peer = self.client[0] if self.client else ""
        self._set_deadline()

    def data_received(self, data: bytes) -> None:
        """Take what comes, up to the longest head."""
        if self._task is not None:
            self._keep_for_later(data)
            return
        is_between = self._is_whole and (self.cycle is None or self.cycle.response_complete)
        if is_between and self._is_answered(data):
            return
        self._have_read(data, is_between=is_between)

    def _have_read(self, data: bytes, *, is_between: bool) -> None:
        """Leave what came to the layers."""
        self._request, self._begun = (data if is_between else None), 0
        super().data_received(data)
        self._head = self._head + len(data) if self._is_in_head else 0
        if self._head > _LONGEST_HEAD and not self.transport.is_closing():
            self.transport.write(_REFUSAL)
            self.transport.close()

    def on_message_begin(self) -> None:
        """Wait for a head."""
        super().on_message_begin()
        if self._outcome is not None and not self._begun:
            known = {OUTCOME_KEY: self._outcome, BEGUN_KEY: self._outcome.begun}
            cast("Scope", self.scope).update(known)
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
        self._drop_outcome()
        is_alone = self._begun == 1 and self._is_whole and self.cycle.keep_alive
        if is_alone and self._request is not None and self._direct is not None:
            self._direct.learn(self._request, self._peer, cast("Scope", self.cycle.scope))
        if self.cycle.response_complete and not (self._is_whole or self._is_in_head):
            self._set_deadline()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing."""
        self._drop_deadline()
        if self._task is not None:
            self._task.cancel()
        self._drop_outcome()
        super().connection_lost(exc)

    def shutdown(self) -> None:
        """End when what is under way has been answered."""
        self._is_ending = True
        if self._task is None:
            super().shutdown()

    # Past the layers

    def _is_answered(self, data: bytes) -> bool:
        """Answer a request that is known, or begin to; the others are for the layers."""
        if self._direct is None or self.flow.write_paused or self.transport.is_closing():
            return False
        answer = self._direct.answer_at_once(data, self._peer, self.server_state.default_headers)
        if answer is None:
            return False
        if isinstance(answer, Asked):
            self._drop_deadline()
            self._unset_keepalive_if_required()
            self._task = self.loop.create_task(self._answer_directly(self._direct, answer))
            self.tasks.add(self._task)
            self._task.add_done_callback(self.tasks.discard)
        else:
            self._give(answer)
        return True

    async def _answer_directly(self, direct: Direct, asked: Asked) -> None:
        try:
            answer = await direct.answer(asked, self.server_state.default_headers)
        finally:
            self._task = None
        later, self._later = self._later, b""
        self.flow.resume_reading()
        if isinstance(answer, Outcome):
            self._outcome = answer
            self._have_read(asked.request + later, is_between=not later)
        else:
            self._give(answer)
            if later:
                self.data_received(later)
        if self._is_ending:
            super().shutdown()

    def _keep_for_later(self, data: bytes) -> None:
        self._later += data
        if len(self._later) > _LONGEST_HEAD:
            self.flow.pause_reading()

    def _drop_outcome(self) -> None:
        if self._outcome is not None:
            self._outcome.drop()
            self._outcome = None

    def _give(self, answer: bytes) -> None:
        """Send an answer, and leave the connection as `on_response_complete` does."""
        self.transport.write(answer)
        self._drop_deadline()
        self._unset_keepalive_if_required()
        self.timeout_keep_alive_task = self.loop.call_later(
            self.timeout_keep_alive, self.timeout_keep_alive_handler
        )

    def _set_deadline(self) -> None:
        self._drop_deadline()
        self._deadline = self.loop.call_later(self.timeout_keep_alive, self.timeout_keep_alive_handler)

    def _drop_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
