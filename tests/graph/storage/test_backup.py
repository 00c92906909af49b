from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.errors import StoreError
from graph.storage.manifest import MANIFEST
from graph.storage.restore import restore
from graph.storage.store import Store

TRIPLES = [ox.Triple(ox.NamedNode("e:s"), ox.NamedNode("e:p"), ox.Literal(str(n))) for n in range(100)]


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A backup of a store with one graph, taken between two writes."""
    store = Store.open(tmp_path / "store")
    store.put_graph("http://e/g", TRIPLES)
    store.backup(tmp_path / "backup")
    store.put_graph("http://e/h", TRIPLES)
    store.close()
    return tmp_path / "backup"


def test_restored_store_is_what_was_backed_up(backup: Path, tmp_path: Path) -> None:
    manifest = restore(backup, tmp_path / "again")
    assert (manifest.revision, manifest.quads, manifest.graphs) == (1, 200, 1)
    store = Store.open(tmp_path / "again")
    assert (store.revision, {quad.triple for quad in store.quads()}) == (1, set(TRIPLES))
    assert store.put_graph("http://e/h", TRIPLES)
    store.close()
    assert restore(backup, tmp_path / "yet again") == manifest


def test_file_that_is_not_as_it_was_is_named(backup: Path, tmp_path: Path) -> None:
    file = next(backup.glob("*.sst"))
    file.write_bytes(bytes(byte ^ 1 for byte in file.read_bytes()))
    with pytest.raises(StoreError, match=f"the backup's file '{file.name}' is not what was backed up"):
        restore(backup, tmp_path / "again")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup", "store"]


def test_file_that_is_not_there_is_named(backup: Path, tmp_path: Path) -> None:
    file = next(backup.glob("*.sst"))
    file.unlink()
    with pytest.raises(StoreError, match=f"the backup lacks its file '{file.name}'"):
        restore(backup, tmp_path / "again")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"quads": 200', '"quads": 201', "holds 200 quads in 1 graphs, and should hold 201 in 1"),
        ('"CURRENT"', '"../CURRENT"', r"lacks its file '\.\./CURRENT'"),
        ("{", "", "manifest.json cannot be read"),
        ('"quads"', '"quarks"', "manifest.json cannot be read"),
    ],
)
def test_manifest_that_says_another_thing_is_not_believed(
    backup: Path, tmp_path: Path, old: str, new: str, message: str
) -> None:
    path = backup / MANIFEST
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(StoreError, match=message):
        restore(backup, tmp_path / "again")


def test_copy_without_a_manifest_is_no_backup(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "store")
    store.checkpoint(tmp_path / "copy")
    store.close()
    with pytest.raises(StoreError, match="copy is no backup of a store"):
        restore(tmp_path / "copy", tmp_path / "again")


def test_a_directory_that_holds_something_is_not_restored_to(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="store exists: remove it first"):
        restore(backup, tmp_path / "store")
