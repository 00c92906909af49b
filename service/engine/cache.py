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
        self._answers: OrderedDict[Hashable, T] = OrderedDict()
        self._sizes: dict[Hashable, int] = {}  # with their keys
        self.hits = self.misses = 0

    def get(self, key: Hashable, revision: int) -> T | None:
        """The answer to a question that was asked at the same revision."""
        answer = self._answers.get(key) if revision == self._revision else None
        if answer is None:
            self.misses += 1
            return None
        self.hits += 1
        self._answers.move_to_end(key)
        return answer

    def put(self, key: Hashable, revision: int, answer: T, *, key_size: int = 0) -> None:
        """Remember an answer; one that would take more than an eighth of the cache is not worth it."""
        size = answer.size + key_size
        if revision < self._revision or size > self._capacity / 8:
            return
        if revision > self._revision:
            self.clear()
            self._revision = revision
        self._answers.pop(key, None)
        self._size += size - self._sizes.pop(key, 0)
        self._answers[key], self._sizes[key] = answer, size
        while self._size > self._capacity:
            oldest, _ = self._answers.popitem(last=False)
            self._size -= self._sizes.pop(oldest)

    def clear(self) -> None:
        """Forget everything."""
        self._answers.clear()
        self._sizes.clear()
        self._size = 0
