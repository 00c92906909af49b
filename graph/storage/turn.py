"""turn: writers write one after the other, and how many there are is known."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

Check = Callable[[], None]


def unchecked() -> None:
    """Ask nothing of what is written."""


class Turn:
    """A lock that counts those who hold it or wait for it."""

    def __init__(self) -> None:
        self._writing = Lock()
        self._counting = Lock()
        self._count = 0

    @property
    def count(self) -> int:
        """How many write or wait."""
        return self._count

    def __enter__(self) -> None:
        with self._counting:
            self._count += 1
        self._writing.acquire()

    def __exit__(self, *_: object) -> None:
        self._writing.release()
        with self._counting:
            self._count -= 1
