"""engines: real engines as processes of their own, for the tests of a store on another machine."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.storage.remote_http import Address

_PATIENCE = 60.0  # seconds
_RDFLIB = """
import sys, warnings
import uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
uvicorn.run(SparqlEndpoint(graph=Dataset(default_union=False), enable_update=True, path="/sparql"),
            host="127.0.0.1", port=int(sys.argv[1]), log_level="error")
"""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def running(command: list[str], port: int) -> Iterator[None]:
    """Run a server for as long as it is needed, and wait until it listens."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(process, port)
            yield
        finally:
            process.kill()


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"the engine does not listen: {process.args!r}")


@contextmanager
def oxigraph() -> Iterator[Address]:
    port = free_port()
    program = str(Path(sys.executable).with_name("oxigraph"))
    url = f"http://127.0.0.1:{port}"
    with running([program, "serve", "--bind", f"127.0.0.1:{port}"], port):
        yield Address(f"{url}/query", f"{url}/update", f"{url}/store")


@contextmanager
def rdflib_endpoint() -> Iterator[Address]:
    port = free_port()
    url = f"http://127.0.0.1:{port}/sparql"
    with running([sys.executable, "-c", _RDFLIB, str(port)], port):
        yield Address(url, url)


ENGINES = {"oxigraph": oxigraph, "rdflib": rdflib_endpoint}
