import asyncio
import gzip
from collections.abc import Callable
from functools import partial
from threading import current_thread, main_thread
from typing import Any

import brotli
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.types import Message, Receive, Scope, Send

from service import compression
from service.compression import ENCODERS, Compression, choose_encoding

READERS: dict[str, Callable[[bytes], bytes]] = {
    "zstd": lambda content: zstandard.ZstdDecompressor().decompressobj().decompress(content),
    "br": brotli.decompress,
    "gzip": gzip.decompress,
}
START: Message = {"type": "http.response.start", "status": 200}


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, br, zstd", "zstd"),
        ("gzip, deflate, br", "br"),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("GZIP", "gzip"),
        ("*", "zstd"),
        ("zstd;q=0, *;q=0.5", "br"),
        ("gzip;q=0", None),
        ("identity, gzip;q=0.5", None),
        ("deflate", None),
        ("", None),
        ("gzip;q=abc", None),
    ],
)
def test_encoding_is_what_the_client_likes_best(accepted: str, encoding: str | None) -> None:
    assert choose_encoding(accepted) == encoding


def answer(pieces: list[bytes], headers: dict[str, str], accepted: str) -> tuple[dict[str, str], list[bytes]]:
    """Send pieces through the layer; give the headers and the pieces that come out."""

    async def app(_: Scope, __: Receive, send: Send) -> None:
        raw = [(name.encode(), value.encode()) for name, value in headers.items()]
        await send({**START, "headers": raw})
        for number, piece in enumerate(pieces, start=1):
            await send({"type": "http.response.body", "body": piece, "more_body": number < len(pieces)})

    sent: list[Any] = []

    async def note(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    scope = {"type": "http", "method": "GET", "headers": [(b"accept-encoding", accepted.encode())]}
    asyncio.run(Compression(app, types=frozenset({"text/csv"}))(scope, receive, note))
    assert [message.get("more_body", False) for message in sent[1:]] == [True] * (len(sent) - 2) + [False]
    pairs = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return pairs, [message["body"] for message in sent[1:]]


@pytest.mark.parametrize("encoding", ENCODERS)
def test_whole_answer_says_how_long_its_compressed_form_is(encoding: str) -> None:
    content = b"a,b\r\n" * 20_000
    length = str(len(content))
    headers, pieces = answer([content], {"content-type": "text/csv", "content-length": length}, encoding)
    assert headers == {
        "content-type": "text/csv",
        "vary": "Accept-Encoding",
        "content-encoding": encoding,
        "content-length": str(len(pieces[0])),
    }
    assert READERS[encoding](b"".join(pieces)) == content


@settings(max_examples=50, deadline=None)
@given(
    st.sampled_from(sorted(ENCODERS)), st.lists(st.binary(max_size=3000) | st.just(b"x" * 40_000), min_size=2)
)
def test_pieces_of_an_answer_are_its_content_again(encoding: str, pieces: list[bytes]) -> None:
    headers, sent = answer(pieces, {"content-type": "text/csv; charset=utf-8"}, encoding)
    assert headers["content-encoding"] == encoding
    assert READERS[encoding](b"".join(sent)) == b"".join(pieces)


@pytest.mark.parametrize(
    ("content", "headers"),
    [
        (b"a" * 999, {"content-type": "text/csv"}),
        (b"a" * 9999, {"content-type": "image/png"}),
        (b"a" * 9999, {"content-type": "text/csv", "content-encoding": "br"}),
    ],
    ids=["short", "image", "compressed"],
)
def test_what_gains_nothing_goes_out_as_it_is(content: bytes, headers: dict[str, str]) -> None:
    assert answer([content], headers, "gzip") == (headers, [content])


def test_answer_that_is_not_the_same_for_all_says_so() -> None:
    headers, _ = answer([b"a" * 9999], {"content-type": "text/csv", "vary": "Accept"}, "identity")
    assert headers == {"content-type": "text/csv", "vary": "Accept, Accept-Encoding"}


@pytest.mark.parametrize(("size", "is_main"), [(10_000, True), (1_000_000, False)], ids=["short", "long"])
def test_long_content_is_compressed_beside_the_event_loop(
    size: int, is_main: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = []

    class Noting:
        def compress(self, content: bytes) -> bytes:
            threads.append(current_thread() is main_thread())
            return content

        flush = partial(bytes)

    monkeypatch.setattr(compression, "ENCODERS", {"gzip": Noting})
    answer([b"a" * size], {"content-type": "text/csv"}, "gzip")
    assert threads == [is_main]
