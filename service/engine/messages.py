"""messages: what the service and a query process say to each other, framed for a stream of bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import Enum
from functools import lru_cache
from struct import Struct
from typing import Any

from graph.errors import DiplographError, QueryError, StoreError
from service.errors import ForbiddenError, NotAcceptableError, OverMemoryError, TooLargeError
from service.query_check import Limits

_HEAD = Struct("!cI")  # a letter for the kind, the length of what follows
_LONGEST_ERROR = 10_000
# A process that a stranger's query runs in is believed no more than an error's name and its words
_ERRORS = {
    kind.__name__: kind
    for kind in (QueryError, StoreError, ForbiddenError, NotAcceptableError, OverMemoryError, TooLargeError)
}


class Frame(bytes, Enum):
    """The kinds of frames: a task goes to the process, the others come back.

    What an answer is stands at the front of each of its pieces. With the last one, END or LAST, the answer is
    whole; after LAST, a new process does better.
    """

    TASK = b"T"
    PIECE = b"P"
    END = b"E"
    LAST = b"L"
    ERROR = b"X"


class Kind(bytes, Enum):
    """What a query's answer is."""

    SOLUTIONS = b"s"
    BOOLEAN = b"b"
    TRIPLES = b"t"


@dataclass(frozen=True, slots=True)
class Query:
    """A query and the data set that the protocol gives it; None leaves the query's own.

    `tables` are what other endpoints answered, each with the place in the text where it belongs.
    """

    text: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    tables: tuple[tuple[int, str], ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether it is its text and nothing more."""
        return self.default_graphs is None and self.named_graphs is None and not self.tables

    @property
    def full_text(self) -> str:
        """The text with the tables in their places."""
        if not self.tables:
            return self.text
        parts, begin = [], 0
        for place, table in self.tables:
            parts += [self.text[begin:place], table]
            begin = place
        return "".join([*parts, self.text[begin:]])

    @property
    def size(self) -> int:
        """How many bytes it takes at most: a character is up to four."""
        texts = (*(self.default_graphs or ()), *(self.named_graphs or ()), *(t for _, t in self.tables))
        return 4 * (len(self.text) + sum(map(len, texts)))

    @property
    def identity(self) -> str:
        """What tells it from every other query, the tables aside."""
        # None of the graphs holds a line break, and the text comes last
        return f"{self.default_graphs}{self.named_graphs}\n{self.text}"


@dataclass(frozen=True, slots=True)
class WholeGraph:
    """The question for all triples of a graph, of the default graph where it has no name.

    IRIs that begin with `genid` stand for blank nodes.
    """

    name: str | None
    genid: str

    @property
    def text(self) -> str:
        """The query that comes nearest to it."""
        source = "" if self.name is None else f"FROM <{self.name}> "
        return f"CONSTRUCT {{ ?s ?p ?o }} {source}WHERE {{ ?s ?p ?o }}"

    @property
    def size(self) -> int:
        """How many bytes it takes at most."""
        return 4 * len(self.text)

    @property
    def identity(self) -> str:
        """What tells it from every other graph."""
        return f"{self.genid}\n{self.name}"


Question = Query | WholeGraph


@dataclass(frozen=True, slots=True)
class Task:
    """A question, the checkpoint that it is asked of, and the forms for rows and for triples, by their names.

    Without a checkpoint the query is only checked.
    """

    question: Question
    checkpoint: str
    results: str | None
    rdf: str | None

    def encode(self) -> bytes:
        """Write the task as a frame: what many have alike, what is rare, and the text, each on its line."""
        what, rare, text = self.question, "", ""
        if isinstance(what, WholeGraph):
            rare = json.dumps((what.name, what.genid))
        else:
            text = what.text
            if not what.is_plain:
                rare = json.dumps((what.tables, what.default_graphs, what.named_graphs))
        content = f"{_write_context(self.checkpoint, self.results, self.rdf)}\n{rare}\n{text}"
        return frame(Frame.TASK, content.encode("utf-8", "surrogatepass"))

    @classmethod
    def decode(cls, content: bytes) -> Task:
        """Read a task from a frame's content."""
        context, rare, text = content.decode("utf-8", "surrogatepass").split("\n", 2)
        return cls(_question(text, json.loads(rare)) if rare else Query(text), *_read_context(context))


def _question(text: str, rare: list[Any]) -> Question:
    if len(rare) == 2:
        return WholeGraph(*rare)
    tables, *graphs = rare
    defaults, named = (None if names is None else tuple(names) for names in graphs)
    return Query(text, defaults, named, tuple((place, table) for place, table in tables))


@lru_cache(maxsize=100)
def _write_context(checkpoint: str, results: str | None, rdf: str | None) -> str:
    return json.dumps((checkpoint, results, rdf))


@lru_cache(maxsize=100)
def _read_context(line: str) -> tuple[str, str | None, str | None]:
    checkpoint, results, rdf = json.loads(line)
    return checkpoint, results, rdf


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a query process lives within: bytes of memory and of an answer, seconds, the size of queries."""

    memory: int
    result: int
    seconds: float
    query: Limits

    def encode(self) -> str:
        """Write the bounds as an argument of a command."""
        return json.dumps(asdict(self))

    @classmethod
    def decode(cls, argument: str) -> Bounds:
        """Read the bounds from an argument of a command."""
        fields = json.loads(argument)
        return cls(**fields | {"query": Limits(**fields["query"])})


def frame(kind: Frame, content: bytes = b"") -> bytes:
    """Write a frame."""
    return _HEAD.pack(kind, len(content)) + content


def error_frame(error: DiplographError) -> bytes:
    """Write an error as a frame."""
    name = next((kind.__name__ for kind in type(error).__mro__ if kind.__name__ in _ERRORS), "QueryError")
    return frame(Frame.ERROR, json.dumps([name, str(error)[:_LONGEST_ERROR]]).encode())


def read_error(content: bytes) -> DiplographError:
    """Read an error from a frame's content."""
    name, message = json.loads(content)
    return _ERRORS[name](message)


def take_frames(received: bytearray) -> Iterator[tuple[Frame, bytes]]:
    """Take the frames that are complete from the front of what was received."""
    start, view = 0, memoryview(received)
    while len(received) - start >= _HEAD.size:
        kind, length = _HEAD.unpack_from(view, start)
        end = start + _HEAD.size + length
        if end > len(received):
            break
        yield Frame(kind), bytes(view[start + _HEAD.size : end])
        start = end
    view.release()
    del received[:start]
