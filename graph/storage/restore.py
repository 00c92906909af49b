"""restore: a backup becomes a store again, or is refused where it is not whole."""

from __future__ import annotations

import shutil
from pathlib import Path

from graph.errors import StoreError
from graph.storage.durability import sync
from graph.storage.manifest import MANIFEST, Manifest, check, read_manifest


def restore(backup: Path, path: Path) -> Manifest:
    """Copy a backup to the directory `path`, which must hold nothing yet; the copy is checked."""
    read_manifest(backup)
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise StoreError(f"{path} exists: remove it first, or name a new directory with --store")
    part = path.with_name(path.name + ".part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        shutil.copytree(backup, part)
        manifest = check(part)
        (part / MANIFEST).unlink()
        for file in part.iterdir():
            sync(file)
        sync(part)
        part.replace(path)
        sync(path.parent)
    except OSError as error:
        raise StoreError(f"cannot restore to {path}: {error}") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return manifest
