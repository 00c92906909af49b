"""logs: what happens becomes lines that programs read, one an event, or people."""

from __future__ import annotations

import json
import logging
import sys
from collections import deque
from contextlib import suppress
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import lru_cache
from threading import Event, Thread
from time import sleep
from traceback import format_exception
from typing import IO, Literal

LogFormat = Literal["json", "text"]
REQUEST_ID: ContextVar[str | None] = ContextVar("request_id", default=None)
_JSON = json.JSONEncoder(default=str)
_PAUSE = 0.05  # seconds in which records are gathered
_MOST = 100_000  # of them, where the stream takes none


def log(logger: logging.Logger, level: int, event: str, **fields: object) -> None:
    """Log an event with what is known of it."""
    if logger.isEnabledFor(level):
        # Made by hand: finding the line of code that calls costs more than all the rest
        record = logging.LogRecord(logger.name, level, "", 0, event, None, None)
        record.fields = fields
        logger.handle(record)


def configure_logging(form: LogFormat | None, stream: IO[str] = sys.stderr) -> None:
    """Send what this process logs to a stream; without a form, text to a terminal and JSON elsewhere."""
    handler = GatheringHandler(stream)
    is_text = form == "text" or (form is None and stream.isatty())
    handler.setFormatter(TextFormatter() if is_text else JsonFormatter())
    # Nothing of these is written, so nobody looks for it
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("diplograph").setLevel(logging.INFO)


class GatheringHandler(logging.Handler):
    """Makes lines and writes them together, in a thread: what reads them slowly holds up no request.

    Warnings and worse are written at once, with all that came before them, and what is left when the process
    ends.
    """

    def __init__(self, stream: IO[str]) -> None:
        super().__init__()
        self._stream = stream
        self._records: deque[logging.LogRecord] = deque()
        self._is_wanted = Event()
        self._thread: Thread | None = None

    def handle(self, record: logging.LogRecord) -> bool:
        """Take a record; a deque needs no lock for it."""
        record.request_id = REQUEST_ID.get()  # while it is known
        self._records.append(record)
        if record.levelno >= logging.WARNING or len(self._records) > _MOST:
            self.flush()
        elif not self._is_wanted.is_set():
            self._is_wanted.set()
            self._start()
        return True

    def _start(self) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._write, name="log", daemon=True)
            self._thread.start()

    def _write(self) -> None:
        while self._is_wanted.wait():
            sleep(_PAUSE)
            self._is_wanted.clear()  # first: what comes while this is written is wanted again
            self.flush()

    def flush(self) -> None:
        """Write what has been gathered."""
        self.acquire()
        try:
            records = (self._records.popleft() for _ in range(len(self._records)))
            lines = "".join(map(self._line, records))
            with suppress(OSError, ValueError):  # nobody reads it any more
                self._stream.write(lines)
                self._stream.flush()
        finally:
            self.release()

    def _line(self, record: logging.LogRecord) -> str:
        try:
            return f"{self.format(record)}\n"
        except Exception:  # a message that does not fit its arguments: the others are written all the same
            self.handleError(record)
            return ""


class JsonFormatter(logging.Formatter):
    """Writes a record as one JSON object on one line, in ASCII: nothing in a value can begin a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record."""
        entry: dict[str, object] = {
            "time": _time(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        entry |= _known_of(record)
        if (trace := _trace(record)) is not None:
            entry["traceback"] = trace
        return _JSON.encode(entry)


class TextFormatter(logging.Formatter):
    """Writes a record for people: a line, its values escaped, and a traceback indented behind it."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record."""
        fields = " ".join(f"{name}={_shown(value)}" for name, value in _known_of(record).items())
        line = f"{_time(record)} {record.levelname.lower()} {_escaped(record.getMessage())} {fields}".rstrip()
        trace = _trace(record)
        # Indented, so that no line of it can pass for a record
        indented = "" if trace is None else "".join(f"\n  | {_escaped(each)}" for each in trace.splitlines())
        return line + indented


def _known_of(record: logging.LogRecord) -> dict[str, object]:
    fields: dict[str, object] = dict(getattr(record, "fields", {}))
    request_id = getattr(record, "request_id", None)
    if request_id is not None:
        fields.setdefault("request_id", request_id)
    return fields


def _time(record: logging.LogRecord) -> str:
    second = int(record.created)
    return f"{_second(second)}.{int((record.created - second) * 1000):03}+00:00"


@lru_cache(maxsize=1)
def _second(second: int) -> str:
    return datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%S")


def _trace(record: logging.LogRecord) -> str | None:
    if not record.exc_info or record.exc_info[0] is None:
        return None
    return "".join(format_exception(*record.exc_info)).rstrip()


def _shown(value: object) -> str:
    return _escaped(value) if isinstance(value, str) and value.isalnum() else _JSON.encode(value)


def _escaped(text: str) -> str:
    """Characters that could move a terminal's cursor, begin a line or pass for others, written as escapes."""
    return text.encode("unicode_escape").decode("ascii")
