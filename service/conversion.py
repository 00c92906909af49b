"""conversion: a posted article becomes an Extraction, away from the process that answers requests."""

from __future__ import annotations

import asyncio
import logging
import os
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from queue import SimpleQueue
from threading import Lock
from typing import Protocol, Self

from graph.errors import ConversionError, DiplographError
from graph.model import Article, Extraction
from service.article_bodies import read_article
from service.conversion_worker import Fault, Job, Outcome, work
from service.errors import BusyError
from service.logs import log

_log = logging.getLogger("diplograph.conversion")
_WAITING = 32  # articles for each process that may wait; more are told to come again


class Converter(Protocol):
    """What turns an article into what it says."""

    def __call__(self, article: Article, /) -> Extraction:
        """Convert an article."""
        ...


class Conversion(Protocol):
    """How posted articles are converted."""

    async def convert(self, body: bytes, media_type: str) -> Extraction:
        """Read and convert what was posted."""
        ...


class InThread:
    """Converts in a thread of this process, one article at a time."""

    def __init__(self, converter: Converter) -> None:
        self._converter = converter
        self._converting = Lock()

    async def convert(self, body: bytes, media_type: str) -> Extraction:
        """Read and convert what was posted."""
        return await asyncio.to_thread(self._convert, body, media_type)

    def _convert(self, body: bytes, media_type: str) -> Extraction:
        article = read_article(body, media_type)
        with self._converting:
            return self._converter(article)


class InProcesses:
    """Converts in processes of its own, as many articles at a time as there are processes.

    Converting holds the interpreter's lock for seconds: in this way other requests are answered meanwhile. A
    process that takes too long over an article is ended, and another one begins.
    """

    def __init__(self, workers: int, *, seconds: float) -> None:
        self._seconds = seconds
        self._limit = workers * (1 + _WAITING)
        self._taken = 0
        # A thread for each process, so that a request for which none is free waits without one
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="conversion")
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        self._workers = [Worker() for _ in range(workers)]
        for worker in self._workers:
            self._idle.put(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.end()
        self._threads.shutdown(cancel_futures=True)

    async def convert(self, body: bytes, media_type: str) -> Extraction:
        """Read and convert what was posted, or raise BusyError where too many wait."""
        if self._taken >= self._limit:
            raise BusyError(f"{self._taken} articles are being converted or wait for it: send this one later")
        self._taken += 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._threads, self._convert, Job(body, media_type))
        finally:
            self._taken -= 1

    def _convert(self, job: Job) -> Extraction:
        worker = self._idle.get()
        try:
            outcome = worker.do(job, self._seconds)
        finally:
            self._idle.put(worker)
        if isinstance(outcome, Fault):
            log(_log, logging.ERROR, "an article could not be converted", fault=outcome.traceback)
            raise ConversionError("the article cannot be converted, by a fault of ours: the log says which")
        if isinstance(outcome, DiplographError):
            raise outcome
        return outcome


class Worker:
    """A process that converts; it starts with its first article and lives until it fails."""

    def __init__(self) -> None:
        self._process: _Process | None = None
        self._lock = Lock()
        self._is_ended = False

    def do(self, job: Job, seconds: float) -> Outcome:
        """Have a job done, or raise ConversionError where it takes too long or the process dies of it."""
        process = self._started()
        outcome = process.ask(job, seconds)
        if outcome is None:
            process.kill()
            with self._lock:
                self._process = None
            reason = "took" if process.is_late else "ended its process before it had taken"
            raise ConversionError(f"converting the article {reason} {seconds:g} s: send it in parts")
        return outcome

    def _started(self) -> _Process:
        with self._lock:
            if self._is_ended:
                raise ConversionError("the service is about to stop: send the article again later")
            if self._process is None or not self._process.is_alive():
                self._process = _Process()
            return self._process

    def end(self) -> None:
        """End the process, for good."""
        with self._lock:
            self._is_ended = True
            if self._process is not None:
                self._process.kill()


class _Process:
    def __init__(self) -> None:
        # spawn: a fork of a process that runs threads may deadlock
        context = get_context("spawn")
        self._jobs, theirs = context.Pipe()
        self._process = context.Process(
            target=work, args=(theirs, os.getpid()), name="conversion", daemon=True
        )
        self._process.start()
        theirs.close()
        self.is_late = False

    def ask(self, job: Job, seconds: float) -> Outcome | None:
        """Send a job and wait for its outcome; None where none comes."""
        try:
            self._jobs.send(job)
            if self._jobs.poll(seconds):
                outcome: Outcome = self._jobs.recv()
                return outcome
        except (EOFError, OSError):
            return None
        self.is_late = True
        return None

    def is_alive(self) -> bool:
        """Whether the process can take a job."""
        return self._process.is_alive()

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.join()
        self._jobs.close()
