"""update_process: an update is carried out on a copy of the store, by a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from graph.errors import QueryError, StoreError
from service.errors import OverMemoryError, TimeUpError, TooLargeError
from service.settings import Settings
from service.update_operations import explain_update_error


def endpoint(settings: Settings) -> str:
    """What relative IRIs of an update are relative to."""
    return f"{settings.base_iri}sparql"


def carry_out(text: str, settings: Settings, copy: Path) -> None:
    """Run the update in a process of its own, which can be stopped and may break."""
    arguments = [copy, endpoint(settings), settings.query_memory, os.getpid()]
    command = [sys.executable, "-P", "-m", "service.updater", *map(str, arguments)]
    try:
        process = subprocess.run(  # noqa: S603 - our own program
            command,
            input=text.encode(),
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
        raise _failure(text, process)


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
