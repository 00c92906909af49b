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
