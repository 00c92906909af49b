import errno
import os
import shutil
import sys
from itertools import count
from pathlib import Path
from threading import Event, Thread

import pyoxigraph as ox
import pytest

from graph.errors import StoreError
from graph.storage.store import Store


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux which file was synced")
def test_write_is_on_disk_before_it_is_acknowledged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store.open(tmp_path / "store")
    synced, fsync = [], os.fsync

    def note_and_sync(descriptor: int) -> None:
        synced.append(Path(f"/proc/self/fd/{descriptor}").readlink())
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", note_and_sync)
    store.put_graph("http://e/g", [ox.Triple(ox.NamedNode("e:s"), ox.NamedNode("e:p"), ox.Literal("x"))])
    logs = sorted((tmp_path / "store").glob("*.log"))
    store.close()
    assert logs
    assert synced == [*logs, tmp_path / "store"]


def test_writes_go_on_while_checkpoints_are_made(tmp_path: Path) -> None:
    store, graph, is_over = Store.open(tmp_path / "store"), ox.NamedNode("http://e/g"), Event()

    def make_checkpoints() -> None:
        for number in count():
            if is_over.is_set():
                return
            store.checkpoint(tmp_path / str(number))
            shutil.rmtree(tmp_path / str(number))

    thread = Thread(target=make_checkpoints)
    thread.start()
    try:
        for number in range(200):
            store.replace_article(
                graph.value, [ox.Quad(graph, ox.NamedNode("e:p"), ox.Literal(number), graph)]
            )
    finally:
        is_over.set()
        thread.join()
    assert [quad.object.value for quad in store.quads()] == ["199"]
    store.close()


def test_write_that_cannot_be_waited_for_says_that_it_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(tmp_path / "store")

    def fail(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    triple = ox.Triple(ox.NamedNode("e:s"), ox.NamedNode("e:p"), ox.Literal("x"))
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StoreError, match="may not outlive a power cut"):
        store.put_graph("http://e/g", [triple])
    monkeypatch.undo()
    assert (store.revision, store.has_article("http://e/g")) == (1, True)
    store.close()
