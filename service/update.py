"""update: the SPARQL 1.1 Protocol for updates."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from graph.errors import QueryError, StoreError
from graph.storage.store import Store
from service.access import require_token
from service.blank_nodes import name_blank_nodes
from service.bodies import read_body
from service.context import Service
from service.errors import ForbiddenError, OverMemoryError, TimeUpError, TooLargeError
from service.parameters import Parameters, decode_text, graphs_named, only_value
from service.query_check import check_service
from service.settings import Settings
from service.update_operations import DataSet, Update, explain_update_error, read_update

UPDATE_TYPE = "application/sparql-update"


async def post_update(request: Request, service: Service, url: Parameters, form: Parameters = ()) -> Response:
    """Carry out the update that stands in a form, or else in the body, with the graphs that the URL names."""
    require_token(request, service.settings)
    if "update" in dict(url) or "query" in dict([*url, *form]):
        raise QueryError("an update stands in the body, and no query beside it")
    if form:
        text = only_value(form, "update")
    else:
        text = decode_text(await read_body(request, limit=service.settings.max_graph))
    named = (graphs_named([*url, *form], name) for name in ("using-graph-uri", "using-named-graph-uri"))
    await run_in_threadpool(_update, service, text, DataSet(*named))
    return Response(status_code=204)


def _update(service: Service, text: str, data_set: DataSet) -> None:
    """Change a copy of the store, and take over what the update did there to named graphs.

    The default graph follows when all operations are done: none of them sees in it what another one did.
    """
    settings = service.settings
    if not isinstance(service.store, Store):
        raise ForbiddenError(
            "the store is another engine, and updates go to it itself: write graphs to /graphs"
        )
    check_service(text)
    update = read_update(text, data_set, base=endpoint(settings))
    service.store.change_on_copy(
        partial(_carry_out, update, settings),
        graphs=update.graphs,
        rename=partial(name_blank_nodes, base=settings.base_iri),
    )


def endpoint(settings: Settings) -> str:
    """What relative IRIs of an update are relative to."""
    return f"{settings.base_iri}sparql"


def _carry_out(update: Update, settings: Settings, copy: Path) -> None:
    """Run the update in a process of its own, which can be stopped and may break."""
    arguments = [copy, endpoint(settings), settings.query_memory, os.getpid()]
    command = [sys.executable, "-P", "-m", "service.updater", *map(str, arguments)]
    try:
        process = subprocess.run(  # noqa: S603 - our own program
            command,
            input=update.text.encode(),
            capture_output=True,
            timeout=settings.query_seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise TimeUpError(
            f"the update ran for {settings.query_seconds:g} s, which is the limit, and changed nothing: "
            "do less at once"
        ) from error
    if process.returncode:
        raise _failure(update.text, process)


def _failure(text: str, process: subprocess.CompletedProcess[bytes]) -> Exception:
    if process.returncode == -signal.SIGSEGV:
        return TooLargeError("the update nests too deep, and changed nothing: write it flatter")
    if process.returncode < 0 or not process.stdout:
        return OverMemoryError("the update took more memory than is given to one, and changed nothing")
    kind, message = json.loads(process.stdout)
    if kind == "OSError":
        return StoreError(f"the copy of the store could not be written ({message}): is its disk full?")
    return QueryError(
        explain_update_error(text, message) if kind == "SyntaxError" else f"the update failed: {message}"
    )
