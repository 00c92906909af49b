"""conversion_worker: a process of its own reads and converts articles, one after the other."""

from __future__ import annotations

from multiprocessing.connection import Connection
from traceback import format_exc
from typing import NamedTuple

from graph.errors import DiplographError
from graph.model import Extraction
from service.article_bodies import read_article
from service.engine.confinement import confine


class Job(NamedTuple):
    """A body that was posted, and its media type."""

    body: bytes
    media_type: str


class Fault(NamedTuple):
    """What went wrong by our fault, for the log."""

    traceback: str


Outcome = Extraction | DiplographError | Fault


def work(jobs: Connection, parent: int) -> None:
    """Do job after job until there are no more."""
    confine(parent)
    while True:
        try:
            job: Job = jobs.recv()
        except EOFError:
            return
        try:
            outcome: Outcome = _convert(job)
        except DiplographError as error:
            outcome = error
        except Exception:
            outcome = Fault(format_exc())
        jobs.send(outcome)


def _convert(job: Job) -> Extraction:
    article = read_article(*job)
    from graph.pipeline import convert  # noqa: PLC0415 - what cannot be read needs no models

    return convert(article)
