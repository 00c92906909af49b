"""restore: a backup becomes a store again."""

from __future__ import annotations

import shutil
from pathlib import Path

from graph.errors import StoreError


def restore(backup: Path, path: Path) -> None:
    """Copy a backup to the directory `path`, which must not hold anything yet."""
    if not (backup / "CURRENT").is_file():
        raise StoreError(f"{backup} is no backup of a store: name the directory that `backup` wrote")
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise StoreError(f"{path} exists: remove it first, or name a new directory with --store")
    part = path.with_name(path.name + ".part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        shutil.copytree(backup, part)
        part.replace(path)
    except OSError as error:
        raise StoreError(f"cannot restore to {path}: {error}") from error
