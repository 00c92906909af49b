"""durability: what was written is on the disk before the write is acknowledged."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def sync_log(store: Path) -> None:
    """Wait until the log of a store's writes is on disk.

    Oxigraph 0.5 hands its log to the system without waiting, so a write outlives the process and not a power
    cut; `Store.flush` waits, and writes a file for each of a dozen indexes: 30 times as slow.
    """
    for log in sorted(store.glob("*.log")):
        # A log goes, as for a checkpoint, once what it holds stands in tables that are on disk
        with suppress(FileNotFoundError):
            sync(log)
    sync(store)


def sync(path: Path) -> None:
    """Wait until a file or a directory is on disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def explain_write_error(error: OSError) -> str:
    """Say why a write failed, and the way out; Oxigraph takes no more writes until it is opened anew."""
    return (
        f"the store could not be written ({error}), and can be read as it was before: "
        "make room on its disk and start the service anew"
    )


def explain_open_error(path: Path, error: Exception) -> str:
    """Say why a store did not open, and the way out."""
    reason = str(error).split("\n", maxsplit=1)[0]
    if "lock" in reason.casefold():
        return (
            f"the store {path} is in use by another process: stop that, ask its HTTP service, or name another"
        )
    if "No space left" in reason:
        return f"the store {path} cannot be opened, for its disk is full ({reason}): make room there"
    if "Corruption" in reason or isinstance(error, RuntimeError):
        return f"the store {path} is damaged ({reason}): restore a backup, or remove it and ingest again"
    return f"the store {path} cannot be opened ({reason}): choose a directory that this user can write"
