"""queue: who waits for a query process; clients take turns, however many queries each has waiting."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class FairQueue(Generic[T]):
    """Entries by client, in the order in which they came; the clients go round."""

    _entries: OrderedDict[str, deque[T]]

    def __init__(self) -> None:
        self._entries = OrderedDict()

    def __len__(self) -> int:
        return sum(map(len, self._entries.values()))

    def add(self, client: str, entry: T) -> None:
        """Add an entry behind those of the same client."""
        self._entries.setdefault(client, deque()).append(entry)

    def take(self, may: Callable[[str], bool] = lambda _: True) -> tuple[str, T] | None:
        """Take the first entry of the client whose turn it is, of those that may, with that client."""
        client = next(filter(may, self._entries), None)
        if client is None:
            return None
        entries = self._entries.pop(client)
        entry = entries.popleft()
        if entries:
            self._entries[client] = entries
        return client, entry

    def discard(self, client: str, entry: T) -> None:
        """Remove an entry that waits no more."""
        entries = self._entries.get(client)
        if entries is None or entry not in entries:
            return
        entries.remove(entry)
        if not entries:
            del self._entries[client]
