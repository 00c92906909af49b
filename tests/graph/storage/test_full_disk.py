import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox

from graph.storage.store import Store

# A limit to the size of files stands for a disk that is full
WRITER = """
import resource, sys
from pathlib import Path
import pyoxigraph as ox
from graph.errors import StoreError
from graph.storage.store import Store

store = Store.open(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, resource.RLIM_INFINITY))
written, errors = 0, []
while len(errors) < 2:
    text = ox.Literal(f"{written} " * 5000)
    try:
        store.put_graph(f"http://e/{written}", [ox.Triple(ox.NamedNode("e:s"), ox.NamedNode("e:p"), text)])
        written += 1
    except StoreError as error:
        errors.append(str(error))
assert all(error.startswith("the store could not be written") for error in errors), errors
assert store.revision == written == sum(1 for _ in store.quads())
print(written)
"""


def test_write_to_a_full_disk_is_a_clear_error_and_what_was_written_stays(tmp_path: Path) -> None:
    path = tmp_path / "store"
    run = subprocess.run([sys.executable, "-c", WRITER, path], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    written = int(run.stdout)
    assert written > 0
    store = Store.open(path)
    assert [len(set(store.quads_of_article(f"http://e/{n}"))) for n in range(written + 1)] == [
        1
    ] * written + [0]
    assert sum(1 for _ in store.quads()) == written
    assert store.put_graph(
        "http://e/new", [ox.Triple(ox.NamedNode("e:s"), ox.NamedNode("e:p"), ox.Literal("x"))]
    )
    store.close()
