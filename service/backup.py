"""backup: a copy of the store as it is served, a tar archive over HTTP; and the archive unpacked again."""

from __future__ import annotations

import shutil
import tarfile
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import urllib3
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from graph.errors import StoreError
from graph.storage.difference import scratch_directory
from graph.storage.manifest import Manifest, check
from graph.storage.remote_http import explain
from graph.storage.store import Store
from service.access import require_token
from service.context import Service
from service.errors import ForbiddenError

_PIECE = 1 << 20
_BLOCK = tarfile.BLOCKSIZE


async def backup(request: Request) -> Response:
    """Answer with the store as it is now; `diplograph backup DIR --from URL` asks for it and checks it."""
    service = Service.of(request)
    require_token(request, service.settings)
    store = service.store
    if not isinstance(store, Store):
        raise ForbiddenError("the store is another engine, which is backed up by its own means")
    with ExitStack() as stack:
        directory = stack.enter_context(scratch_directory(store.path))
        await run_in_threadpool(store.backup, directory)
        return Archive(directory, stack.pop_all())


class Archive(StreamingResponse):
    """A copy of the store on its way; whatever happens it goes, for it keeps old tables on disk."""

    def __init__(self, directory: Path, copy: ExitStack) -> None:
        headers = {"Content-Length": str(_archive_size(directory)), "Cache-Control": "no-store"}
        super().__init__(_pieces(directory), media_type="application/x-tar", headers=headers)
        self._copy = copy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the archive."""
        with self._copy:
            await super().__call__(scope, receive, send)


def _archive_size(directory: Path) -> int:
    sizes = [path.stat().st_size for path in directory.iterdir()]
    return sum(_BLOCK + size + -size % _BLOCK for size in sizes) + 2 * _BLOCK


def _pieces(directory: Path) -> Iterator[bytes]:
    """Write the archive piece by piece."""
    for path in sorted(directory.iterdir()):
        entry = tarfile.TarInfo(path.name)
        entry.size = path.stat().st_size
        yield entry.tobuf()
        with path.open("rb") as file:
            yield from iter(partial(file.read, _PIECE), b"")
        yield bytes(-entry.size % _BLOCK)
    yield bytes(2 * _BLOCK)


def fetch_backup(url: str, directory: Path, *, token: str) -> Manifest:
    """Ask a service for a backup, unpack it to a directory that is not there yet, and check it."""
    if directory.exists():
        raise StoreError(f"{directory} exists: name a new directory for the backup")
    if not url.startswith(("http://", "https://")):
        raise StoreError(f"{url} is no URL of a service, such as http://127.0.0.1:8000")
    part = directory.with_name(directory.name + ".part")
    address = f"{url.rstrip('/')}/backup"
    headers = {"Authorization": f"Bearer {token}", "Accept": "text/plain"}
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        service = urllib3.PoolManager(retries=False)
        with service.request("GET", address, headers=headers, preload_content=False) as answer:
            if answer.status != 200:
                raise StoreError(
                    f"{address} answers {answer.status}: {answer.read(500).decode(errors='replace')}"
                )
            _unpack(answer, part)
        manifest = check(part)
        part.replace(directory)
    except urllib3.exceptions.HTTPError as error:
        reason = explain(error, "it does not come to an end")
        raise StoreError(f"cannot take a backup from {address}: {reason}") from error
    except (OSError, tarfile.TarError) as error:
        raise StoreError(f"cannot take a backup from {address}: {error}") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return manifest


def _unpack(answer: urllib3.BaseHTTPResponse, directory: Path) -> None:
    """Write the archive's files, and nothing but files of this directory."""
    with tarfile.open(fileobj=answer, mode="r|") as archive:
        for entry in archive:
            content = archive.extractfile(entry)
            if content is None or Path(entry.name).name != entry.name:
                raise StoreError(f"the backup holds {entry.name!a}, which is no file of a store")
            with (directory / entry.name).open("wb") as file:
                shutil.copyfileobj(content, file)
