"""console: what a person sees on standard error, and tables."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")
_PATIENCE = 1.0  # seconds after which work is shown to go on


def complain(message: object) -> None:
    """Say on standard error what is wrong, in one line."""
    print(f"diplograph: {' '.join(str(message).split())}", file=sys.stderr, flush=True)  # noqa: T201 - its place


def note(message: str) -> None:
    """Say on standard error what was done, in one line."""
    print(message, file=sys.stderr, flush=True)  # noqa: T201 - its place


class Bar:
    """A progress bar on standard error: only on a terminal, and only for work of more than a second."""

    def __init__(self, title: str, total: int) -> None:
        self._title, self._total = title, total
        self._done = 0
        self._progress: Progress | None = None
        self._begun = monotonic()

    def advance(self) -> None:
        """Count one more piece of work as done."""
        self._done += 1
        if self._progress is None and monotonic() - self._begun > _PATIENCE:
            self._progress = _start_progress(self._title, self._total)
        if self._progress is not None:
            self._progress.update(self._progress.task_ids[0], completed=self._done)

    def close(self) -> None:
        """Leave the terminal as it was."""
        if self._progress is not None:
            self._progress.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _start_progress(title: str, total: int) -> Progress:
    from rich.console import Console  # noqa: PLC0415 - only long work pays for it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415 - likewise

    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
        transient=True,
        redirect_stdout=False,
    )
    progress.add_task(title, total=total)
    progress.start()
    return progress


def progress(values: Iterable[T], title: str, *, total: int) -> Iterator[T]:
    """Pass values on, and show how far the work on them has come."""
    with Bar(title, total) as bar:
        for value in values:
            yield value
            bar.advance()
