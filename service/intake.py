"""intake: the bodies of all requests under way, within a budget and a deadline."""

from __future__ import annotations

import asyncio
from collections import Counter
from time import monotonic

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.clients import client_of
from service.errors import OverloadedError, RequestError, SlowError, TooLargeError
from service.failures import answer_error

_METHODS = frozenset({"POST", "PUT"})  # of no other is the body read


class Intake:
    """Counts what requests bring until they are answered; who brings too much, or too slowly, is refused."""

    def __init__(self, app: ASGIApp, *, most: int, seconds: float) -> None:
        self._app = app
        self._budget = Budget(most)
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["method"] not in _METHODS:
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        body = Body(receive, self._budget, client=client_of(request), seconds=self._seconds)
        try:
            await self._app(scope, body.receive, send)
        except RequestError as error:  # a layer asked for the body that comes before errors are answered
            await (await answer_error(request, error))(scope, receive, send)
        finally:
            body.give_back()


class Budget:
    """How many bytes there may be at the same time; one client has half of them at most."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._clients = Counter[str]()
        self._taken = 0

    def take(self, client: str, size: int) -> None:
        """Count bytes; a negative size gives them back."""
        self._taken += size
        self._clients[client] += size
        if not self._clients[client]:
            del self._clients[client]

    def check(self, client: str, size: int) -> None:
        """Refuse a body that has this size by now, if it is too large, or too large beside the others."""
        share = self._most // 2
        if size > share:
            raise TooLargeError(f"the body has more than {share:,} bytes, which is the limit")
        if self._taken > self._most or self._clients[client] > share:
            raise OverloadedError("too much is being sent at the same time: try again later")


class Body:
    """One request's body on its way."""

    def __init__(self, receive: Receive, budget: Budget, *, client: str, seconds: float) -> None:
        self._receive = receive
        self._budget = budget
        self._client = client
        self._seconds = seconds
        self._end = monotonic() + seconds
        self._size = 0
        self._is_whole = False

    async def receive(self) -> Message:
        """Take the next piece; what follows the body is awaited without a deadline."""
        if self._is_whole:
            return await self._receive()
        try:
            async with asyncio.timeout(self._end - monotonic()):
                message = await self._receive()
        except TimeoutError as error:
            raise SlowError(
                f"the body has not come within {self._seconds:g} s, which is the limit"
            ) from error
        size = len(message.get("body", b""))
        self._size += size
        self._budget.take(self._client, size)
        self._budget.check(self._client, self._size)
        self._is_whole = not message.get("more_body", False)
        return message

    def give_back(self) -> None:
        """Leave the budget to others."""
        self._budget.take(self._client, -self._size)
