"""threads: numpy keeps to one thread, as a worker is a process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from threadpoolctl import ThreadpoolController


@contextmanager
def on_one_thread() -> Iterator[None]:
    """Keep numpy to one thread meanwhile: several, of several workers, wait for one another."""
    with _load_pools().limit(limits=1, user_api="blas"):
        yield


@cache
def _load_pools() -> ThreadpoolController:
    return ThreadpoolController()
