"""service: very many hostile requests to the whole service; nothing may crash, hang or tell too much.

python -m tests.fuzz.service --requests 200000 --seed 0
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from graph.ingest import load
from graph.model import Article, Entity, EntityType, Event, Extraction, Span, Status
from graph.storage.store import Store
from service.app import create_app
from service.settings import Settings
from tests.fuzz.requests import TOKEN, Call, make_call

BASE = "http://localhost:8000/"
_PATIENCE = 120.0  # seconds: a request that takes longer hangs
_TOLD_TOO_MUCH = (
    b"Traceback",
    b'File "',
    b"/site-packages/",
    b"pyoxigraph",
    b"uvicorn",
    b"X-Injected: yes\r\n",
)
_WELL = frozenset({503})  # of the statuses from 500 on


def extract(article: Article) -> Extraction:
    """Stands for the pipeline: says the same of any article."""
    entities = (
        Entity("Ana Silva", EntityType.PERSON),
        Entity("Freedonia", EntityType.COUNTRY, qid="Q900000001"),
    )
    span = Span(0, max(1, len(article.text)))
    visit = Event("Visit", Status.ACTUAL, (span,), {"visitor": (0,), "destination": (1,)})
    return Extraction(article, entities=entities, events=(visit,))


class FaultError(Exception):
    """The service did what it may not do."""


@asynccontextmanager
async def running_service(directory: Path) -> AsyncIterator[Any]:
    """The whole service over a store with one article."""
    store = Store.open(directory / "store")
    load(extract(Article("a", "Ana Silva visited Freedonia.", published=date(2024, 5, 3))), store, base=BASE)
    settings = Settings(base_iri=BASE, token=TOKEN, query_seconds=2, query_processes=2, metrics="public")
    app = create_app(store, settings, extract)
    async with app.router.lifespan_context(app):
        yield app
    store.close()


async def check(app: Any, call: Call) -> int:
    """Send a request, hold the answer against what every answer must be, and give its status."""
    sent: list[dict[str, Any]] = []
    messages = [
        {"type": "http.request", "body": body, "more_body": number < len(call.body)}
        for number, body in enumerate(call.body, 1)
    ]

    async def receive() -> dict[str, Any]:
        return messages.pop(0) if messages else await asyncio.Future()

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await asyncio.wait_for(app(scope_of(call), receive, send), _PATIENCE)
    return _check_answer(call, sent)


def scope_of(call: Call) -> dict[str, Any]:
    """The request as ASGI has it, decoded as uvicorn does."""
    from urllib.parse import unquote  # noqa: PLC0415 - as near as possible to what it imitates

    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": call.method,
        "scheme": "http",
        "path": unquote(call.raw_path.decode("ascii")),
        "raw_path": call.raw_path,
        "query_string": call.query,
        "root_path": "",
        "headers": list(call.headers),
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", 8000),
        "state": {},
    }


def _check_answer(call: Call, sent: list[dict[str, Any]]) -> int:
    if [message["type"] for message in sent[:1]] != ["http.response.start"] or sent[-1].get("more_body"):
        raise FaultError(f"no whole answer: {[message['type'] for message in sent]}")
    status, headers = sent[0]["status"], sent[0]["headers"]
    body = b"".join(message.get("body", b"") for message in sent[1:])
    names = [name for name, _ in headers]
    if status >= 500 and status not in _WELL:
        raise FaultError(f"status {status}: {body[:500]!r}")
    if any(b"\r" in value or b"\n" in value or b"\0" in value for _, value in headers):
        raise FaultError(f"a header holds a line break: {headers}")
    if b"x-request-id" not in names or b"x-content-type-options" not in names:
        raise FaultError(f"headers are missing: {names}")
    is_readable = b"content-encoding" not in names
    if is_readable and status >= 400 and (told := [word for word in _TOLD_TOO_MUCH if word in body]):
        raise FaultError(f"an error tells too much, {told}: {body[:500]!r}")
    if is_readable and status >= 400 and dict(headers).get(b"content-type") == b"application/json" and body:
        json.loads(body)
    return int(status)


async def fuzz(requests: int, seed: int) -> int:
    """Send that many requests, and give the number of those that went wrong."""
    random, statuses, faults = Random(seed), Counter[int](), 0  # noqa: S311 - no secret
    begun = time.monotonic()
    with TemporaryDirectory() as directory:
        async with running_service(Path(directory)) as app:
            for number in range(1, requests + 1):
                call = make_call(random)
                try:
                    statuses[await check(app, call)] += 1
                except Exception as error:
                    faults += 1
                    tell(f"{type(error).__name__}: {error}\n  {call}")
                if number % 1_000 == 0 or number == requests:
                    rate = number / (time.monotonic() - begun)
                    tell(f"{number} requests, {rate:.0f}/s, {faults} faults, {sorted(statuses.items())}")
    return faults


def tell(line: str) -> None:
    """Say how it goes."""
    print(line, flush=True)  # noqa: T201 - run by hand


def main() -> int:
    """Run from the command line; the status is 1 where something went wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--requests", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    return 1 if asyncio.run(fuzz(options.requests, options.seed)) else 0


if __name__ == "__main__":
    sys.exit(main())
