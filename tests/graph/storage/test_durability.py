import os
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

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
