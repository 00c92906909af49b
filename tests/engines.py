"""engines: real engines as processes of their own, for the tests of a store on another machine."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from graph.storage.remote_http import Address
from tests.bench.servers import free_port, program, running

_RDFLIB = """
import sys, warnings
import uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
uvicorn.run(SparqlEndpoint(graph=Dataset(default_union=False), enable_update=True, path="/sparql"),
            host="127.0.0.1", port=int(sys.argv[1]), log_level="error")
"""


@contextmanager
def oxigraph() -> Iterator[Address]:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with running([program("oxigraph"), "serve", "--bind", f"127.0.0.1:{port}"], port):
        yield Address(f"{url}/query", f"{url}/update", f"{url}/store")


@contextmanager
def rdflib_endpoint() -> Iterator[Address]:
    port = free_port()
    url = f"http://127.0.0.1:{port}/sparql"
    with running([sys.executable, "-c", _RDFLIB, str(port)], port):
        yield Address(url, url)


ENGINES = {"oxigraph": oxigraph, "rdflib": rdflib_endpoint}
