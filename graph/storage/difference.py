"""difference: what was changed on a copy of a store, found graph by graph."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import pyoxigraph as ox

from graph.errors import StoreError
from graph.storage.merge import GraphChange

_SCRATCH = "scratch"


@contextmanager
def scratch_directory(store: Path | None) -> Iterator[Path]:
    """Give a name for a copy of a store, beside its files, where the copy can be links to them."""
    parent = None if store is None else store / _SCRATCH
    try:
        if parent is not None:
            parent.mkdir(exist_ok=True)
        directory = mkdtemp(dir=parent, prefix="diplograph-")
    except OSError as error:
        raise StoreError(f"the store could not be copied ({error}): is its disk full?") from error
    try:
        yield Path(directory) / "copy"
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def clear_scratch(store: Path) -> None:
    """Remove the copies that a process which was killed left there."""
    shutil.rmtree(store / _SCRATCH, ignore_errors=True)


def copy_quads(quads: ox.Store, path: Path, *, on_disk: bool) -> None:
    """Copy to the directory `path`: a store on disk by hard links, one in memory quad by quad."""
    if on_disk:
        quads.backup(path)
        return
    copy = ox.Store(path)
    for graph in quads.named_graphs():
        copy.add_graph(graph)
    copy.extend(quads)


def named_difference(
    before: ox.Store, after: ox.Store, *, graphs: Collection[ox.NamedNode] | None
) -> GraphChange:
    """Find what differs in these named graphs; None looks at all."""
    old, new = (_graph_names(quads) for quads in (before, after))
    if graphs is not None and not (old ^ new) <= set(graphs):
        raise StoreError("a graph was made or dropped where none should have been: nothing is written")
    looked_at = sorted(old | new if graphs is None else graphs, key=str)
    gone, come = (_only_in(one, other, looked_at) for one, other in ((before, after), (after, before)))
    return GraphChange(
        frozenset(gone), frozenset(come), made=frozenset(new - old), dropped=frozenset(old - new)
    )


def _graph_names(quads: ox.Store) -> set[ox.NamedNode]:
    return {name for name in quads.named_graphs() if isinstance(name, ox.NamedNode)}


def _only_in(one: ox.Store, other: ox.Store, graphs: Iterable[ox.NamedNode]) -> set[ox.Quad]:
    return {
        quad
        for graph in graphs
        for quad in one.quads_for_pattern(None, None, None, graph)
        if quad not in other
    }
