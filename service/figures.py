"""figures: what is counted of a store, by one caller at a time and once for each of its revisions."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import Generic, TypeVar

from graph.storage.graph_store import GraphStore
from graph.storage.stats import Stats
from graph.storage.store import ArticleEntry

Value = TypeVar("Value")


class Figure(Generic[Value]):
    """A value that takes a while to find; who comes meanwhile waits for it and does not look as well."""

    def __init__(self, find: Callable[[], Value], revision: Callable[[], int]) -> None:
        self._find = find
        self._revision = revision
        self._finding = Lock()
        self._found: tuple[int, float, Value] | None = None

    def value(self, *, seconds: float = 0.0) -> Value:
        """The value at the store's revision, or one that was right `seconds` ago."""
        with self._finding:
            now, found = monotonic(), self._found
            if found is not None and now < found[1] + seconds:
                return found[2]
            revision = self._revision()  # before the value: it is then of this revision or a later one
            if found is None or found[0] != revision:
                found = (revision, now, self._find())
            self._found = (revision, now, found[2])
            return found[2]


class Figures:
    """The figures of a store."""

    def __init__(self, store: GraphStore) -> None:
        self.stats = Figure[Stats](store.stats, lambda: store.revision)
        self.articles = Figure[list[ArticleEntry]](store.articles, lambda: store.revision)
