"""hosts: a server on this machine that says whatever it is told to say."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

Speech = Callable[[socket.socket], None]


class Host:
    """A server on this machine that says whatever it is told to say, and remembers what it was asked."""

    def __init__(self) -> None:
        self.speech: Speech = lambda _: None
        self.asked: list[bytes] = []
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        Thread(target=self._serve, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/sparql"

    def answer(self, body: bytes, status: str = "200 OK", **headers: str) -> None:
        """Answer everybody so; an underscore in a header's name stands for a hyphen."""
        given = {
            "Content_Type": "application/sparql-results+json",
            "Content_Length": str(len(body)),
        } | headers
        lines = [
            f"HTTP/1.1 {status}",
            *(f"{name.replace('_', '-')}: {value}" for name, value in given.items()),
        ]
        content = "\r\n".join([*lines, "", ""]).encode() + body
        self.speech = lambda connection: connection.sendall(content)

    def close(self) -> None:
        self._server.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._server.accept()
                Thread(target=self._speak, args=(connection,), daemon=True).start()

    def _speak(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            self.asked.append(connection.recv(1 << 16))
            self.speech(connection)
