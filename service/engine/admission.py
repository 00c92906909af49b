"""admission: so many queries run or wait, in all and of each client; one more is refused."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from service.errors import BusyError


@dataclass(frozen=True, slots=True)
class Shares:
    """How many processes and queries there may be: in all, and of one client."""

    processes: int
    queries: int
    client_queries: int
    long_queries: int
    client_long_queries: int


class Admission:
    """Counts the queries of each client."""

    def __init__(self, shares: Shares) -> None:
        self._shares = shares
        self._asked = Counter[str]()

    def admit(self, client: str) -> None:
        """Count a query, or refuse it."""
        if self._asked.total() >= self._shares.queries:
            raise BusyError("too many queries at the same time: try again in a few seconds")
        if self._asked[client] >= self._shares.client_queries:
            raise BusyError(
                f"your address has {self._asked[client]} queries running or waiting, which is the limit: "
                "wait for an answer before you ask more"
            )
        self.count(client)

    def count(self, client: str) -> None:
        """Count a query of ours, which is not refused."""
        self._asked[client] += 1

    def forget(self, client: str) -> None:
        """Count a query no longer."""
        self._asked[client] -= 1
        if not self._asked[client]:
            del self._asked[client]
