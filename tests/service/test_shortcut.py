import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from service.engine.cache import Cache
from service.shortcut import Sent, Shortcut

Header = tuple[bytes, bytes]
TAG = b'"1"'


class Answering:
    """Answers with the number of the request, and what it was told."""

    def __init__(self, *headers: Header, pieces: int = 1, status: int = 200) -> None:
        self.requests = 0
        self._headers, self._pieces, self._status = list(headers), pieces, status

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.requests += 1
        body = (await receive()).get("body", b"") if scope["method"] == "POST" else b""
        await send({"type": "http.response.start", "status": self._status, "headers": self._headers})
        for left in range(self._pieces, 0, -1):
            content = b"%d %s" % (self.requests, body)
            await send({"type": "http.response.body", "body": content, "more_body": left > 1})


def ask(
    shortcut: Shortcut, *headers: Header, method: str = "GET", body: bytes = b"", path: str = "/sparql"
) -> tuple[int, bytes]:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": method, "path": path, "query_string": b"", "headers": list(headers)}
    asyncio.run(shortcut(scope, receive, send))
    return sent[0]["status"], b"".join(message["body"] for message in sent[1:])


def shortcut_to(app: Answering, revision: Callable[[], int] = lambda: 1) -> Shortcut:
    return Shortcut(app, revision=revision, cache=Cache[Sent](100_000))


def test_same_request_is_answered_alike_until_the_store_changes() -> None:
    revision = 1
    shortcut = shortcut_to(Answering((b"etag", TAG)), lambda: revision)
    before = [ask(shortcut) for _ in range(2)]
    revision = 2
    assert (before, ask(shortcut)) == ([(200, b"1 ")] * 2, (200, b"2 "))


def test_client_that_has_the_answer_is_told_so() -> None:
    shortcut = shortcut_to(Answering((b"etag", TAG)))
    ask(shortcut)
    assert [ask(shortcut, (b"if-none-match", tags)) for tags in (b'"0", W/"1"', b'"2"')] == [
        (304, b""),
        (200, b"1 "),
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"method": "POST", "body": b"a"},
        {"path": "/queries"},
        *({"headers": [(name, b"x")]} for name in (b"accept", b"accept-encoding", b"host", b"origin")),
    ],
    ids=str,
)
def test_request_that_differs_in_what_counts_is_another(other: dict[str, Any]) -> None:
    shortcut = shortcut_to(Answering((b"etag", TAG)))
    ask(shortcut)
    headers = other.pop("headers", [])
    assert ask(shortcut, *headers, **other)[1].startswith(b"2")


def test_two_headers_of_a_name_do_not_pass_for_one() -> None:
    shortcut = shortcut_to(Answering((b"etag", TAG)))
    ask(shortcut, (b"accept", b"text/csv"), (b"accept", b"text/html"))
    assert ask(shortcut, (b"accept", b"text/html")) == (200, b"2 ")


def test_posted_bodies_are_told_apart_and_passed_on() -> None:
    shortcut = shortcut_to(Answering((b"etag", TAG)))
    bodies = (b"a", b"b", b"a", b"c" * 20_000, b"c" * 20_000)
    assert [ask(shortcut, method="POST", body=body)[1][:3] for body in bodies] == [
        b"1 a", b"2 b", b"1 a", b"3 c", b"4 c",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("app", "headers"),
    [
        (Answering(), ()),
        (Answering((b"etag", b'W/"1"')), ()),
        (Answering((b"etag", TAG), pieces=2), ()),
        (Answering((b"etag", TAG), status=404), ()),
        (Answering((b"etag", TAG)), ((b"authorization", b"Bearer x"),)),
    ],
    ids=["no tag", "weak tag", "pieces", "failure", "token"],
)
def test_what_may_differ_is_not_kept(app: Answering, headers: tuple[Header, ...]) -> None:
    shortcut = shortcut_to(app)
    for _ in range(2):
        ask(shortcut, *headers)
    assert app.requests == 2
