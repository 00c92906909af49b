"""manifest: what a whole backup holds, written beside its files and checked against them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import pyoxigraph as ox

from graph.errors import StoreError
from graph.storage.durability import sync

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The revision of the store, how much it held, and the SHA-256 of each file."""

    revision: int
    quads: int
    graphs: int
    files: Mapping[str, str]


def write_manifest(directory: Path, *, revision: int) -> Manifest:
    """Say what the copy of a store in a directory holds, and wait until all of it is on disk."""
    files = sorted(path for path in directory.iterdir() if path.is_file())
    for path in files:
        sync(path)
    digests = {path.name: _digest(path) for path in files}
    manifest = Manifest(revision, **count(directory), files=digests)
    target = directory / MANIFEST
    target.write_text(json.dumps(asdict(manifest), indent=1) + "\n", "utf-8")
    sync(target)
    sync(directory)
    return manifest


def read_manifest(directory: Path) -> Manifest:
    """Read what a backup should hold."""
    path = directory / MANIFEST
    if not path.is_file():
        raise StoreError(f"{directory} is no backup of a store: name the directory that `backup` wrote")
    try:
        return Manifest(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise StoreError(f"{path} cannot be read ({error}): take another backup") from error


def check(directory: Path) -> Manifest:
    """Refuse a copy that is not what its manifest says."""
    manifest = read_manifest(directory)
    _check_files(directory, manifest)
    _check_counts(directory, manifest)
    return manifest


def _check_files(directory: Path, manifest: Manifest) -> None:
    """Refuse a copy that lacks a file, or has another in its place."""
    for name, digest in manifest.files.items():
        path = directory / name
        if Path(name).name != name or not path.is_file():
            raise StoreError(f"the backup lacks its file {name!a}: take another backup")
        if _digest(path) != digest:
            raise StoreError(f"the backup's file {name!a} is not what was backed up: take another backup")


def _check_counts(directory: Path, manifest: Manifest) -> None:
    """Refuse a copy that holds more or less than it should."""
    found = count(directory)
    if found != {"quads": manifest.quads, "graphs": manifest.graphs}:
        raise StoreError(
            f"the backup holds {found['quads']:,} quads in {found['graphs']:,} graphs, and should hold "
            f"{manifest.quads:,} in {manifest.graphs:,}: take another backup"
        )


def count(directory: Path) -> dict[str, int]:
    """Count what the copy of a store holds."""
    try:
        quads = ox.Store.read_only(str(directory))
    except (OSError, RuntimeError) as error:
        raise StoreError(f"the backup cannot be opened ({error}): take another backup") from error
    return {"quads": len(quads), "graphs": sum(1 for _ in quads.named_graphs())}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
