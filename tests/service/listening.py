"""listening: the service on a real connection, for what no other shows."""

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Thread

from graph.storage.store import Store
from service.app import create_app
from service.server import make_server
from service.settings import Settings

Address = tuple[str, int]


@contextmanager
def listening(store: Store, settings: Settings) -> Iterator[Address]:
    """Serve a store for as long as it is needed; no article is converted."""
    listener = socket.create_server(("127.0.0.1", 0))
    app = create_app(store, settings, lambda article: None)  # type: ignore[arg-type, return-value]
    server = make_server(app, settings)
    thread = Thread(target=server.run, args=([listener],))
    thread.start()
    try:
        yield listener.getsockname()
    finally:
        server.should_exit = True
        thread.join()


def connect(address: Address) -> closing[socket.socket]:
    """Make a connection that waits long."""
    return closing(socket.create_connection(address, timeout=60))


def until_closed(connection: socket.socket) -> bytes:
    """All that comes before the other side closes."""
    return b"".join(iter(lambda: connection.recv(1 << 16), b""))
