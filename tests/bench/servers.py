"""servers: what is compared, each a process of its own over the same quads."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

DIPLOGRAPH = (sys.executable, "-c", "import sys; from service.cli import main; sys.exit(main())")
_PATIENCE = 600.0  # seconds
_RDFLIB = """
import sys
import uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
dataset = Dataset(default_union=False)
dataset.parse(sys.argv[2], format="nquads")
endpoint = SparqlEndpoint(graph=dataset, path="/sparql")
uvicorn.run(endpoint, host="127.0.0.1", port=int(sys.argv[1]), log_level="error")
"""


@contextmanager
def diplograph(quads: Path, directory: Path, **settings: str) -> Iterator[tuple[str, int]]:
    """Run our service; give the address of its endpoint and the process."""
    store = directory / "diplograph"
    load_here(quads, store)
    port = free_port()
    environment = {f"DIPLOGRAPH_{name.upper()}": value for name, value in settings.items()}
    command = [*DIPLOGRAPH, "serve", "--store", str(store), "--port", str(port)]
    with running(command, port, environment) as process:
        yield f"http://127.0.0.1:{port}/sparql", process


@contextmanager
def oxigraph(quads: Path, directory: Path) -> Iterator[tuple[str, int]]:
    """Run the server of Oxigraph; give the address of its endpoint and the process."""
    store, port = directory / "oxigraph", free_port()
    load_oxigraph(quads, store)
    command = [program("oxigraph"), "serve-read-only", "--location", str(store)]
    with running([*command, "--bind", f"127.0.0.1:{port}"], port) as process:
        yield f"http://127.0.0.1:{port}/query", process


@contextmanager
def rdflib_endpoint(quads: Path, directory: Path) -> Iterator[tuple[str, int]]:
    """Run rdflib-endpoint; give the address of its endpoint and the process."""
    port = free_port()
    with running([sys.executable, "-c", _RDFLIB, str(port), str(quads)], port) as process:
        yield f"http://127.0.0.1:{port}/sparql", process


SERVERS = {"diplograph": diplograph, "oxigraph": oxigraph, "rdflib-endpoint": rdflib_endpoint}


def load_here(quads: Path, store: Path) -> None:
    """Load quads into a store of ours."""
    opened = ox.Store(store)
    opened.bulk_load(path=str(quads), format=ox.RdfFormat.N_QUADS)
    opened.flush()


def load_oxigraph(quads: Path, store: Path) -> None:
    """Load quads by the command of Oxigraph."""
    command = [program("oxigraph"), "load", "--location", str(store), "--file", str(quads)]
    subprocess.run(command, check=True, capture_output=True)


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def program(name: str) -> str:
    """A program that was installed beside Python."""
    return str(Path(sys.executable).with_name(name))


@contextmanager
def running(command: Sequence[str], port: int, environment: Mapping[str, str] | None = None) -> Iterator[int]:
    """Run a server for as long as it is needed, and wait until it listens; give its process."""
    quiet = subprocess.DEVNULL
    settings = {**os.environ, **(environment or {})}
    with subprocess.Popen(command, stdout=quiet, stderr=quiet, env=settings) as process:
        try:
            _wait(process, port)
            yield process.pid
        finally:
            process.terminate()


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"the server does not listen: {process.args!r}")
