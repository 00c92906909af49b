import asyncio
from pathlib import Path

import pytest
from starlette.types import Message

from graph.storage.store import Store
from service.app import create_app
from service.settings import Settings

TOKEN = "open-sesame"  # noqa: S105 - of this test


def test_backup_whose_client_has_left_leaves_no_copy_behind(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "store")
    app = create_app(store, Settings(token=TOKEN, query_processes=1), lambda _: pytest.fail("converted"))
    headers = [(b"host", b"localhost"), (b"authorization", f"Bearer {TOKEN}".encode())]
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": "/backup",
        "raw_path": b"/backup",
        "root_path": "",
        "query_string": b"",
        "headers": headers,
        "client": ("127.0.0.1", 1),
        "server": ("localhost", 80),
    }
    copies: list[list[str]] = []

    async def receive() -> Message:
        copies.append([path.name for path in (tmp_path / "store" / "scratch").glob("*")])
        return {"type": "http.disconnect"}

    async def send(_: Message) -> None:
        await asyncio.sleep(3600)  # until the service finds that the client has left

    asyncio.run(app(scope, receive, send))
    store.close()
    assert [len(names) for names in copies] == [1]
    assert list((tmp_path / "store" / "scratch").glob("*")) == []
