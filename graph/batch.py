"""batch: many Articles become Extractions, in their order, on one process or several."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context

from graph.errors import ConversionError
from graph.model import Article, Extraction

_AHEAD = 4  # articles that wait for each worker: enough to keep it busy, few enough to hold in memory


def convert_all(articles: Iterable[Article], *, workers: int = 1) -> Iterator[Extraction | ConversionError]:
    """Convert articles one by one, in the order given; the result is the same for any number of workers.

    An article that cannot be converted is given as the error that names it, and the rest goes on.
    """
    if workers > 1:
        yield from _convert_in_processes(iter(articles), workers=workers)
    else:
        yield from map(_convert, articles)


def _convert_in_processes(
    articles: Iterator[Article], *, workers: int
) -> Iterator[Extraction | ConversionError]:
    """Keep the workers busy with a window of articles, and give the results back in order."""
    # spawn: a fork of a process that runs threads (the store, onnxruntime) may deadlock
    executor = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_ignore_interrupt)
    window: deque[tuple[Article, Future[Extraction | ConversionError]]] = deque()
    try:
        while True:
            for article in islice(articles, workers * _AHEAD - len(window)):
                window.append((article, executor.submit(_convert, article)))
            if not window:
                return
            yield _result(*window.popleft())
    finally:
        executor.shutdown(cancel_futures=True)


def _result(article: Article, future: Future[Extraction | ConversionError]) -> Extraction | ConversionError:
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise ConversionError(
            f"a worker process died at or shortly before article {article.id!r}, perhaps for want of memory; "
            "use fewer --workers"
        ) from error


def _convert(article: Article) -> Extraction | ConversionError:
    from graph.pipeline import convert  # noqa: PLC0415 - loads the language model, once a process

    try:
        return convert(article)
    except Exception as error:  # whatever goes wrong with one article, a batch of thousands goes on
        reason = f"{type(error).__name__}: {error}"
        return ConversionError(f"article {article.id!r} cannot be converted, a fault of ours: {reason}")


def _ignore_interrupt() -> None:
    """Leave Ctrl-C, which reaches all processes of a terminal, to the process that started the workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
