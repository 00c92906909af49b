"""catalogue: what a store remembers beside its triples: its revision and each article's fingerprint."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock

from graph.errors import StoreError

_SCHEMA = """
CREATE TABLE IF NOT EXISTS revision (id INTEGER PRIMARY KEY CHECK (id = 1), value INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS fingerprint (article TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT OR IGNORE INTO revision VALUES (1, 0);
"""


class Catalogue:
    """A small database beside the triples; losing it costs a second conversion, never a fact.

    `begin` is committed before the triples change and `finish` after it, so a crash between them leaves the
    article without a fingerprint: it is converted again.
    """

    def __init__(self, path: Path | None) -> None:
        try:
            self._database = sqlite3.connect(path or ":memory:", check_same_thread=False)
            self._database.executescript(_SCHEMA)
        except sqlite3.Error as error:
            raise StoreError(f"cannot use {path} ({error}): move the file away, it is made anew") from error
        self._lock = Lock()

    @property
    def revision(self) -> int:
        """How many writes the store has seen."""
        with self._lock:
            return int(self._database.execute("SELECT value FROM revision").fetchone()[0])

    def fingerprint(self, article: str) -> str | None:
        """What was remembered when the article was last written."""
        with self._lock:
            row = self._database.execute(
                "SELECT value FROM fingerprint WHERE article = ?", (article,)
            ).fetchone()
        return str(row[0]) if row else None

    def begin(self, articles: Iterable[str]) -> None:
        """Count a revision and forget the articles' fingerprints."""
        with self._transaction() as transaction:
            transaction.execute("UPDATE revision SET value = value + 1")
            transaction.executemany(
                "DELETE FROM fingerprint WHERE article = ?", ((article,) for article in articles)
            )

    def finish(self, article: str, fingerprint: str) -> None:
        """Remember the fingerprint of an article that is now written."""
        with self._transaction() as transaction:
            transaction.execute("INSERT OR REPLACE INTO fingerprint VALUES (?, ?)", (article, fingerprint))

    def copy(self, path: Path) -> None:
        """Write what is remembered to a new file."""
        try:
            with self._lock, closing(sqlite3.connect(path)) as copy:
                self._database.backup(copy)
        except sqlite3.Error as error:
            raise StoreError(f"{path} could not be written ({error}): is its disk full?") from error

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        try:
            with self._lock, self._database as transaction:
                yield transaction
        except sqlite3.Error as error:
            raise StoreError(
                f"the store could not be written ({error}), and can be read as it is: is its disk full?"
            ) from error

    def close(self) -> None:
        """Close the database."""
        with self._lock:
            self._database.close()
