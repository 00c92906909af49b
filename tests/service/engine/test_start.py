import asyncio
import logging
import sys
from typing import Any

import pytest

from graph.errors import StoreError
from graph.storage.store import Store
from service.engine import pool, process
from service.engine.messages import Kind
from tests.service.engine.asking import ask, until


def test_where_no_process_starts_a_query_is_refused_at_once_and_the_log_says_so(
    on_disk: Store, opened: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(process, "_COMMAND", (sys.executable, "-c", "raise SystemExit('no library')"))

    async def check() -> None:
        async with opened(on_disk) as engine:
            for _ in range(2):
                with pytest.raises(StoreError, match="no query process starts"):
                    await ask(engine, "ASK {}")
            assert not engine.is_able

    with caplog.at_level(logging.ERROR):
        asyncio.run(check())
    said = [(record.getMessage(), record.__dict__["fields"]) for record in caplog.records]
    assert said == [("no query process starts", {"error": "crash: no library"})]


def test_process_that_did_not_start_is_tried_again(
    on_disk: Store, opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_RETRY", 0.1)

    async def check() -> None:
        async with opened(on_disk) as engine:
            with monkeypatch.context() as patch:
                patch.setattr(process, "_COMMAND", ("/no/such/program",))
                with pytest.raises(StoreError, match="no query process starts"):
                    await ask(engine, "ASK {}")
            await until(lambda: engine.is_able)
            assert (await ask(engine, "ASK {}")).kind is Kind.BOOLEAN

    asyncio.run(check())
