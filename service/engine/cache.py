"""cache: the answers of one revision of the store, bounded in bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, Protocol, TypeVar


class Sized(Protocol):
    """What knows how many bytes it takes."""

    @property
    def size(self) -> int:
        """How many bytes it takes."""
        ...


T = TypeVar("T", bound=Sized)


class Cache(Generic[T]):
    """Answers by their questions; those asked longest ago go first, all go when the store changes."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._size = 0
        self._revision = -1
        self._answers: OrderedDict[Hashable, tuple[T, int]] = OrderedDict()  # with their sizes, keys included
        self.hits = self.misses = 0

    def get(self, key: Hashable, revision: int) -> T | None:
        """The answer to a question that was asked at the same revision."""
        found = self._answers.get(key) if revision == self._revision else None
        if found is None:
            self.misses += 1
            return None
        self.hits += 1
        self._answers.move_to_end(key)
        return found[0]

    def put(self, key: Hashable, revision: int, answer: T, *, key_size: int = 0) -> None:
        """Remember an answer; one that would take more than an eighth of the cache is not worth it."""
        size = answer.size + key_size
        if revision < self._revision or size > self._capacity / 8:
            return
        if revision > self._revision:
            self.clear()
            self._revision = revision
        _, replaced = self._answers.pop(key, (None, 0))
        self._answers[key] = answer, size
        self._size += size - replaced
        while self._size > self._capacity:
            _, (_, removed) = self._answers.popitem(last=False)
            self._size -= removed

    def clear(self) -> None:
        """Forget everything."""
        self._answers.clear()
        self._size = 0
