"""store: quads of articles in, answers to SPARQL out; the only file that holds a pyoxigraph store."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from graph.errors import QueryError, StoreError
from graph.storage.catalogue import Catalogue
from graph.storage.dataset import ask
from graph.storage.difference import clear_scratch, copy_quads, named_difference, scratch_directory
from graph.storage.durability import explain_open_error, explain_write_error, sync, sync_log
from graph.storage.manifest import Manifest, write_manifest
from graph.storage.merge import GraphChange, Known, Merge, in_graph, nothing_known
from graph.storage.stats import Stats, count_stats, load_stats_query
from graph.storage.turn import Check, Turn, unchecked
from ontology.vocabulary import PREFIXES

QueryResults = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
CATALOGUE = "diplograph.sqlite"
_DEFAULT = ox.DefaultGraph()
_DATASET_FORMATS = frozenset({ox.RdfFormat.N_QUADS, ox.RdfFormat.TRIG, ox.RdfFormat.JSON_LD})


class Store:
    """A graph of articles, on disk or in memory.

    Each article's claims are a named graph. The default graph is their merge, each triple once, with the
    known facts of the entities that they mention: a query without GRAPH sees every fact once.
    """

    def __init__(
        self, quads: ox.Store, catalogue: Catalogue, *, path: Path | None = None, known: Known = nothing_known
    ) -> None:
        self._quads = quads
        self._catalogue = catalogue
        self._path = path
        self._known = known
        self._writing = Turn()
        self._revision = catalogue.revision
        self._takes_writes = True
        self._changed: dict[str, int] = {}

    @classmethod
    def open(cls, path: Path | None = None, *, known: Known = nothing_known) -> Store:
        """Open the store in the directory `path`, made if absent; None is a store in memory.

        `known` gives what is true of an entity whatever the articles say: a graph that somebody writes needs
        it for the entities that no article mentioned before.
        """
        if path is None:
            return cls(ox.Store(), Catalogue(None), known=known)
        path = path.absolute()  # query processes run in another directory
        check_directory(path)
        quads = _open_quads(path)
        clear_scratch(path)
        return cls(quads, Catalogue(path / CATALOGUE), path=path, known=known)

    @property
    def revision(self) -> int:
        """A number that grows with every write that is finished, and outlives the process."""
        return self._revision

    @property
    def path(self) -> Path | None:
        """The store's directory, None in memory."""
        return self._path

    def __len__(self) -> int:
        return len(self._quads)

    @property
    def writers(self) -> int:
        """How many writes are being done or wait for the one before them."""
        return self._writing.count

    def graph_revision(self, iri: str) -> int:
        """The revision of the last write to a named graph, 0 where the store was not open yet."""
        return self._changed.get(iri, 0)

    @property
    def takes_writes(self) -> bool:
        """Whether a write may succeed: after one that failed, none does until the store is opened anew."""
        return self._takes_writes

    # Writing

    def replace_article(
        self,
        article_iri: str,
        quads: Iterable[ox.Quad],
        reference_quads: Iterable[ox.Quad] = (),
        *,
        fingerprint: str | None = None,
    ) -> None:
        """Put an article's claims in the place of what the article said before, in one transaction.

        `quads` of the default graph count as reference quads. A reference quad is a known fact of an
        entity, the same whichever article mentions it; it stays while any article mentions the entity.
        """
        graph = ox.NamedNode(article_iri)
        claims, reference = split_quads([*quads, *reference_quads], graph)
        with self._writing:
            self._write(self._replacement(graph, claims - reference), reference)
            if fingerprint is not None:
                self._catalogue.finish(article_iri, fingerprint)

    def put_graph(
        self, iri: str, triples: Iterable[ox.Triple], *, keep: bool = False, check: Check = unchecked
    ) -> bool:
        """Put triples in the place of what a named graph said, or beside it; True where the graph is new.

        `check` is called when no other write can come between, and may raise.
        """
        graph = ox.NamedNode(iri)
        with self._writing:
            check()
            is_new = not self.has_article(iri)
            said = () if is_new or not keep else self._triples(graph)
            change = self._replacement(graph, {*triples, *said})
            made = frozenset({graph} if is_new else ())
            self._write(replace(change, made=made, dropped=frozenset()))
        return is_new

    def delete_graph(self, iri: str, *, check: Check = unchecked) -> bool:
        """Remove a named graph and what it alone says; False where the store does not have it."""
        with self._writing:
            check()
            if not self.has_article(iri):
                return False
            self._write(self._replacement(ox.NamedNode(iri), set()))
            return True

    def change_on_copy(
        self,
        change: Callable[[Path], None],
        *,
        graphs: Collection[ox.NamedNode] | None,
        rename: Callable[[ox.Quad], ox.Quad],
    ) -> None:
        """Let `change` alter a copy of the store in a directory, and take over what it did to named graphs.

        `graphs` are those that it may touch; None looks at all, which takes as long as the store is large.
        Each quad that came goes through `rename`. Where `change` raises, nothing is written.
        """
        with self._writing, scratch_directory(self._path) as scratch:
            self.checkpoint(scratch)
            change(scratch)
            found = named_difference(self._quads, ox.Store.read_only(str(scratch)), graphs=graphs)
            self._write(replace(found, come=frozenset(map(rename, found.come))))

    def flush(self) -> None:
        """Wait until everything written is on disk."""
        try:
            self._quads.flush()
        except OSError as error:
            raise StoreError(explain_write_error(error)) from error

    def backup(self, directory: Path) -> Manifest:
        """Copy the store, as it is at this moment, to a directory that is not there yet, with a manifest.

        Files that no write changes any more are linked where the disk is the same: it takes no second place,
        and is no safer than that disk.
        """
        if directory.exists():
            raise StoreError(f"{directory} exists: name a new directory for the backup")
        part = directory.with_name(directory.name + ".part")
        try:
            shutil.rmtree(part, ignore_errors=True)
            part.parent.mkdir(parents=True, exist_ok=True)
            with self._writing:
                self.checkpoint(part)
                self._catalogue.copy(part / CATALOGUE)
                revision = self._revision
            manifest = write_manifest(part, revision=revision)
            part.replace(directory)
            sync(directory.parent)
        except OSError as error:
            raise StoreError(f"cannot back up to {directory}: {error}") from error
        finally:
            shutil.rmtree(part, ignore_errors=True)
        return manifest

    def checkpoint(self, directory: Path) -> None:
        """Copy the triples, as they are at this moment, to a new directory that others may read.

        On the same disk it holds links to the store's files, and takes a few hundredths of a second. Writes
        go on meanwhile: each is in the copy as a whole or not at all.
        """
        try:
            copy_quads(self._quads, directory, on_disk=self._path is not None)
        except OSError as error:
            raise StoreError(f"the store could not be copied ({error}): is its disk full?") from error

    def close(self) -> None:
        """Write everything to disk and let other processes open the store; it is of no use afterwards."""
        try:
            self.flush()
        finally:
            self._catalogue.close()
            self._quads = ox.Store()

    def _replacement(self, graph: ox.NamedNode, triples: set[ox.Triple]) -> GraphChange:
        before = set(self._quads.quads_for_pattern(None, None, None, graph))
        after = {in_graph(triple, graph) for triple in triples}
        dropped = frozenset({graph} if not after and self.has_article(graph.value) else ())
        return GraphChange(frozenset(before - after), frozenset(after - before), dropped=dropped)

    def _write(self, named: GraphChange, reference: Iterable[ox.Triple] = ()) -> None:
        """Write a change of named graphs and what follows for the default graph, in one transaction."""
        change = Merge(self._quads, self._known, named).plan(reference)
        if change.is_empty():
            return
        graphs = [graph.value for graph in named.graphs]
        try:
            self._catalogue.begin(graphs)
            self._quads.update(change.update())
            # Not where the update failed: what was published before still holds, and can be read
            self._revision = self._catalogue.revision
            self._changed.update(dict.fromkeys(graphs, self._revision))
        except OSError as error:
            self._takes_writes = False
            raise StoreError(explain_write_error(error)) from error
        if self._path is not None:
            self._sync(self._path)

    def _sync(self, path: Path) -> None:
        try:
            sync_log(path)
        except OSError as error:
            raise StoreError(
                f"the write is done and can be read, and may not outlive a power cut ({error}): "
                "look after the store's disk, then write it again"
            ) from error

    def _triples(self, graph: ox.NamedNode | ox.DefaultGraph) -> Iterator[ox.Triple]:
        return (quad.triple for quad in self._quads.quads_for_pattern(None, None, None, graph))

    # Reading

    def has_article(self, article_iri: str) -> bool:
        """Whether the store holds the article's graph."""
        return self._quads.contains_named_graph(ox.NamedNode(article_iri))

    def fingerprint(self, article_iri: str) -> str | None:
        """What `replace_article` was told to remember of the article, None where it is not there."""
        return self._catalogue.fingerprint(article_iri) if self.has_article(article_iri) else None

    def quads_about(self, iri: str) -> Iterator[ox.Quad]:
        """The facts with this subject, each once."""
        return self._quads.quads_for_pattern(ox.NamedNode(iri), None, None, _DEFAULT)

    def quads_naming(self, iri: str) -> Iterator[ox.Quad]:
        """The facts with this object, each once."""
        return self._quads.quads_for_pattern(None, None, ox.NamedNode(iri), _DEFAULT)

    def quads_of_article(self, iri: str) -> Iterator[ox.Quad]:
        """The claims of an article."""
        return self._quads.quads_for_pattern(None, None, None, ox.NamedNode(iri))

    def query(
        self,
        text: str,
        *,
        base_iri: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
    ) -> QueryResults:
        """Answer a SPARQL query; a data set given here stands in the place of the query's own.

        The text is taken as it is: whoever passes on a stranger's query checks it first.
        """
        try:
            return ask(
                self._quads,
                text,
                base_iri=base_iri,
                default_graphs=default_graphs,
                named_graphs=named_graphs,
            )
        except (SyntaxError, ValueError, RuntimeError) as error:
            raise QueryError(str(error)) from error
        except OSError as error:
            raise StoreError(f"the store could not be read: {error}") from error

    def named_graphs(self, *, limit: int) -> list[str]:
        """The IRIs of so many named graphs, at most; one without triples is among them."""
        graphs = islice(self._quads.named_graphs(), limit)
        return sorted(graph.value for graph in graphs if isinstance(graph, ox.NamedNode))

    def quads_of_graph(self, iri: str | None) -> Iterator[ox.Quad] | None:
        """The quads of a named graph, None where there is none; without a name those of the default graph."""
        if iri is None:
            return self.quads()
        graph = ox.NamedNode(iri)
        is_known = self._quads.contains_named_graph(graph)
        return self._quads.quads_for_pattern(None, None, None, graph) if is_known else None

    def quads(self) -> Iterator[ox.Quad]:
        """All facts, each once."""
        return self._quads.quads_for_pattern(None, None, None, _DEFAULT)

    def stats(self) -> Stats:
        """Count what the graph holds."""
        revision, counted = self.revision, self.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
        triples = int(next(iter(counted))["n"].value) if isinstance(counted, ox.QuerySolutions) else 0
        return count_stats(self.query(load_stats_query()), revision=revision, triples=triples)

    def export(self, output: BinaryIO, rdf_format: ox.RdfFormat = ox.RdfFormat.N_QUADS) -> None:
        """Write the graph: with its article graphs where the format has graphs, else the merge alone."""
        graph = None if rdf_format in _DATASET_FORMATS else _DEFAULT
        self._quads.dump(output, rdf_format, from_graph=graph, prefixes=PREFIXES)


def check_directory(path: Path) -> None:
    """Refuse a path that cannot be a store, before the database makes a mess of it."""
    if path.exists() and not path.is_dir():
        raise StoreError(f"{path} is a file, and a store is a directory: name another")
    if not path.exists():
        return
    if not os.access(path, os.W_OK | os.X_OK):
        raise StoreError(f"the store {path} is not writable for this user: change its owner or name another")
    if any(path.iterdir()) and not (path / "CURRENT").is_file():
        raise StoreError(f"{path} holds other files and is no store: name a new or an empty directory")


def _open_quads(path: Path) -> ox.Store:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return ox.Store(path)
    except (OSError, RuntimeError) as error:
        raise StoreError(explain_open_error(path, error)) from error


def split_quads(quads: Iterable[ox.Quad], graph: ox.NamedNode) -> tuple[set[ox.Triple], set[ox.Triple]]:
    """Part an article's quads into claims and reference facts; a quad of another graph is refused."""
    claims: set[ox.Triple] = set()
    reference: set[ox.Triple] = set()
    for quad in quads:
        if quad.graph_name not in (graph, _DEFAULT):
            raise StoreError(f"{quad} stands neither in the article's graph {graph} nor in the default graph")
        (claims if quad.graph_name == graph else reference).add(quad.triple)
    return claims, reference
