"""server: a socket and an application become a running HTTP service."""

from __future__ import annotations

import gc
import socket
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import uvicorn
from starlette.types import ASGIApp

from graph.errors import DiplographError
from graph.storage.graph_store import GraphStore
from service.app import create_app
from service.connections import Connection
from service.conversion import InProcesses
from service.logs import configure_logging
from service.settings import Settings

GRACE = 5  # seconds that open requests are given when the service is stopped


@dataclass(frozen=True, slots=True)
class Listener:
    """An address that is taken but does not answer yet."""

    socket: socket.socket
    host: str

    @property
    def url(self) -> str:
        """The address to open in a browser."""
        port = self.socket.getsockname()[1]
        return f"http://[{self.host}]:{port}/" if ":" in self.host else f"http://{self.host}:{port}/"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.socket.close()


def take_address(host: str, port: int) -> Listener:
    """Take an address before any work is done for it."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return Listener(_bind(family, address), host)
    except OSError as error:
        reason = f"cannot listen on {host}, port {port} ({error.strerror})"
        raise DiplographError(f"{reason}: choose another --host or --port") from error


def _bind(family: socket.AddressFamily, address: Any) -> socket.socket:
    with ExitStack() as opened:
        taken = opened.enter_context(socket.socket(family, socket.SOCK_STREAM))
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(address)
        opened.pop_all()
        return taken


def run(store: GraphStore, settings: Settings, listener: Listener) -> None:
    """Answer requests until the process is told to stop."""
    configure_logging(settings.log_format)
    with InProcesses(settings.workers, seconds=settings.convert_seconds) as conversion:
        server = make_server(create_app(store, settings, conversion), settings)
        gc.freeze()  # what is there now stays: nothing of it is looked at again for what may go
        server.run(sockets=[listener.socket])


def make_server(app: ASGIApp, settings: Settings) -> uvicorn.Server:
    """Make the server that takes connections and does not wait for ever."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        http=Connection,
        ws="none",
        timeout_keep_alive=settings.head_seconds,
        timeout_graceful_shutdown=GRACE,
    )
    return uvicorn.Server(config)
