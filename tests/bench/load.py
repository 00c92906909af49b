"""load: requests over a number of connections, and how many were answered."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from statistics import median
from time import perf_counter
from urllib.parse import urlsplit


@dataclass(slots=True)
class Tally:
    """What came back: the seconds that each answer took, its bytes, and the statuses that were not 200."""

    connections: int
    seconds: list[float] = field(default_factory=list)
    received: int = 0
    failures: Counter[int] = field(default_factory=Counter)
    elapsed: float = 0.0

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.seconds) / self.elapsed if self.elapsed else 0.0

    @property
    def median_ms(self) -> float:
        """The median of what an answer took."""
        return 1000 * median(self.seconds) if self.seconds else float("nan")


class Connection:
    """A connection that is kept: a bare client, so that what is measured is the server."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._host, self._port = parts.hostname or "", parts.port or 80
        self._path = parts.path

    async def open(self) -> None:
        """Connect."""
        self._reader, self._writer = await asyncio.open_connection(self._host, self._port, limit=1 << 20)

    def close(self) -> None:
        """Disconnect."""
        self._writer.close()

    async def post(self, query: str, accept: str) -> tuple[int, int]:
        """Post a query; give the status and the length of the answer."""
        body = query.encode()
        head = (
            f"POST {self._path} HTTP/1.1\r\nHost: {self._host}:{self._port}\r\nAccept: {accept}\r\n"
            f"Content-Type: application/sparql-query\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        self._writer.write(head.encode() + body)
        lines = (await self._reader.readuntil(b"\r\n\r\n")).lower().split(b"\r\n")
        fields = dict(line.split(b": ", 1) for line in lines[1:] if b": " in line)
        status = int(lines[0].split()[1])
        if b"content-length" in fields:
            return status, await self._read(int(fields[b"content-length"]))
        return status, await self._read_chunks()

    async def _read(self, length: int) -> int:
        left = length
        while left:
            left -= len(await self._reader.read(min(left, 1 << 18)))
        return length

    async def _read_chunks(self) -> int:
        total = 0
        while size := int(await self._reader.readline(), 16):
            total += await self._read(size)
            await self._reader.readline()
        await self._reader.readline()
        return total


async def run(url: str, queries: Sequence[str], *, connections: int, seconds: float, accept: str) -> Tally:
    """Ask the queries in turn over all connections, each at least once, until the seconds are over."""
    tally, numbers, begun = Tally(connections), count(), perf_counter()

    async def ask() -> None:
        connection = Connection(url)
        await connection.open()
        while perf_counter() - begun < seconds or not tally.seconds:
            start = perf_counter()
            status, length = await connection.post(queries[next(numbers) % len(queries)], accept)
            if status == 200:
                tally.seconds.append(perf_counter() - start)
                tally.received += length
            else:
                tally.failures[status] += 1
        connection.close()

    await asyncio.gather(*(ask() for _ in range(connections)))
    tally.elapsed = perf_counter() - begun
    return tally
