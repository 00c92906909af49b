"""worker: a process of its own answers queries, one after the other, on a checkpoint of the store.

`python -m service.engine.worker FD PARENT BOUNDS`. It holds nothing that a query could spoil, and may be
killed at any time. It imports little, for it starts anew after each query that was stopped.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox

from graph.errors import DiplographError, QueryError, StoreError
from graph.storage.dataset import Results, ask
from service.blank_nodes import unname_blank_nodes
from service.engine.confinement import confine, held_bytes, limit_memory
from service.engine.messages import (
    Bounds,
    Frame,
    Kind,
    Query,
    Task,
    WholeGraph,
    error_frame,
    frame,
    take_frames,
)
from service.engine.results import kind_of, write_results, write_triples
from service.errors import NotAcceptableError, TooLargeError
from service.query_check import check_query, check_service, explain_syntax_error, merged_graphs

_PIECE = 1 << 16
_ROOM = 256_000_000  # bytes that a process may hold from query to query


class Worker:
    """Answers the tasks that come over a socket."""

    def __init__(self, connection: socket.socket, bounds: Bounds) -> None:
        self._connection = connection
        self._bounds = bounds
        self._path: str | None = None
        self._held = 0
        self._store = ox.Store()

    def serve(self) -> None:
        """Say that the process is ready, and answer until the service closes the connection."""
        _fall_silent()
        self._connection.sendall(frame(Frame.END))
        received = bytearray()
        while content := self._connection.recv(_PIECE):
            received += content
            for _, task in take_frames(received):
                self._answer(Task.decode(task))

    def _answer(self, task: Task) -> None:
        # The service stops a query in time; should it fail to, the system does, by the processor's time, of
        # which nothing is used up to the next query
        signal.setitimer(signal.ITIMER_PROF, self._bounds.seconds)
        output = Output(self._connection, self._bounds.result)
        try:
            self._write_answer(task, output)
        except DiplographError as error:
            self._connection.sendall(error_frame(error))
        except MemoryError:
            os.abort()  # as the engine does where it cannot go on
        else:
            output.end(is_last=self._has_grown())

    def _has_grown(self) -> bool:
        """Whether a query has left so much memory taken that a new process does better."""
        return held_bytes() - self._held > min(_ROOM, self._bounds.memory // 2)

    def _write_answer(self, task: Task, output: Output) -> None:
        try:
            if isinstance(task.question, WholeGraph):
                self._write_graph(task.question, task, output)
            else:
                self._write_results(task.question, task, output)
        except (RuntimeError, ValueError, OSError) as error:  # what Oxigraph raises in the middle
            raise QueryError(f"the query cannot be evaluated: {error}") from error

    def _write_graph(self, graph: WholeGraph, task: Task, output: Output) -> None:
        self._open(task.checkpoint)
        output.begin(Kind.TRIPLES)
        name = ox.DefaultGraph() if graph.name is None else ox.NamedNode(graph.name)
        quads = self._store.quads_for_pattern(None, None, None, name)
        triples = (unname_blank_nodes(quad.triple, genid=graph.genid) for quad in quads)
        write_triples(triples, task.rdf or "", output)

    def _write_results(self, query: Query, task: Task, output: Output) -> None:
        check_query(query.text, self._bounds.query)
        if query.tables:  # wherever they stand, and whatever they hold
            check_service(query.full_text)
        self._open(task.checkpoint)
        results = self._evaluate(query)
        form = task.rdf if isinstance(results, ox.QueryTriples) else task.results
        output.begin(kind_of(results))
        if form is None:
            raise NotAcceptableError("the answer to this query has no form that is asked for")
        if task.checkpoint:
            write_results(results, form, output)

    def _open(self, path: str) -> None:
        if path == self._path:
            return
        try:
            self._store = ox.Store.read_only(path) if path else ox.Store()
        except (OSError, RuntimeError) as error:
            self._path = None
            raise StoreError("the store could not be read: try again") from error
        self._path, self._held = path, held_bytes()
        limit_memory(self._bounds.memory)

    def _evaluate(self, query: Query) -> Results:
        try:
            return evaluate(self._store, query)
        except SyntaxError as error:
            raise QueryError(explain_syntax_error(query.text, str(error))) from error
        except (RuntimeError, ValueError) as error:
            raise QueryError(f"the query cannot be evaluated: {error}") from error
        except OSError as error:
            raise StoreError("the store could not be read: try again") from error


class Output:
    """Sends what is written to it in pieces, up to a limit."""

    def __init__(self, connection: socket.socket, limit: int) -> None:
        self._connection = connection
        self._left = self._limit = limit
        self._pending = bytearray()
        self._kind: bytes = b""

    def begin(self, kind: Kind) -> None:
        """Say what the answer is; stands in front of each piece."""
        self._kind = kind

    def write(self, content: bytes) -> int:
        """Take bytes, or raise TooLargeError: an answer is whole or is none."""
        self._left -= len(content)
        if self._left < 0:
            raise TooLargeError(
                f"the answer has more than {self._limit:,} bytes: ask for less, or add a LIMIT"
            )
        self._pending += content
        if len(self._pending) >= _PIECE:
            self._send(self._cut(_PIECE))
        return len(content)

    def flush(self) -> None:
        """Do nothing: pieces go out as they fill."""

    def end(self, *, is_last: bool) -> None:
        """Send what is left, and say that this was all; `is_last` asks for the process to be replaced."""
        self._send([frame(Frame.LAST if is_last else Frame.END, self._kind + self._pending)])

    def _cut(self, size: int) -> Iterator[bytes]:
        """Cut off frames of a size that the service expects, however much was written at once."""
        whole = len(self._pending) // size * size
        for start in range(0, whole, size):
            yield frame(Frame.PIECE, self._kind + self._pending[start : start + size])
        del self._pending[:whole]

    def _send(self, frames: Iterable[bytes]) -> None:
        """Send frames all at once: each write to the socket wakes the service."""
        self._connection.sendall(b"".join(frames))


def evaluate(store: ox.Store, query: Query) -> Results:
    """Ask a store, of the data set that the protocol or the query names."""
    defaults, named = query.default_graphs, query.named_graphs
    if defaults is None and named is None:
        # What a query says of its data set is left to Oxigraph, unless it merges graphs
        defaults, named = merged_graphs(query.text) or (None, None)
    return ask(store, query.full_text, default_graphs=defaults, named_graphs=named)


def _fall_silent() -> None:
    """Let nothing that a query brings about be told elsewhere: the service reads complaints until now."""
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stderr.fileno())


def main() -> None:
    """Serve the socket that was handed over."""
    descriptor, parent, bounds = sys.argv[1:]
    confine(int(parent))
    with suppress(ConnectionError):  # the service has ended, or has given this process up
        Worker(socket.socket(fileno=int(descriptor)), Bounds.decode(bounds)).serve()


if __name__ == "__main__":
    main()
