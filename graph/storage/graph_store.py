"""graph_store: what every store offers, be it in this process or another engine far away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Protocol

import pyoxigraph as ox

from graph.storage.manifest import Manifest
from graph.storage.stats import Stats
from graph.storage.store import QueryResults
from graph.storage.turn import Check, unchecked


class GraphStore(Protocol):
    """A graph of articles.

    Each article's claims are a named graph. The default graph is their merge, each triple once, with the
    known facts of the entities that they mention: a query without GRAPH sees every fact once.
    """

    def __hash__(self) -> int: ...

    @property
    def revision(self) -> int:
        """A number that grows with every write."""
        ...

    @property
    def writers(self) -> int:
        """How many writes are being done or wait for the one before them."""
        ...

    @property
    def takes_writes(self) -> bool:
        """Whether a write may succeed; the store can be read in any case."""
        ...

    def replace_article(
        self,
        article_iri: str,
        quads: Iterable[ox.Quad],
        reference_quads: Iterable[ox.Quad] = (),
        *,
        fingerprint: str | None = None,
    ) -> None:
        """Put an article's claims in the place of what the article said before, whole or not at all."""

    def put_graph(
        self, iri: str, triples: Iterable[ox.Triple], *, keep: bool = False, check: Check = unchecked
    ) -> bool:
        """Put triples in the place of what a named graph said, or beside it; True where the graph is new.

        `check` is called when no other write can come between, and may raise.
        """
        ...

    def delete_graph(self, iri: str, *, check: Check = unchecked) -> bool:
        """Remove a named graph and what it alone says; False where the store does not have it."""
        ...

    def has_article(self, article_iri: str) -> bool:
        """Whether the store holds the article's graph."""
        ...

    def fingerprint(self, article_iri: str) -> str | None:
        """What `replace_article` was told to remember of the article, None where it is not there."""
        ...

    def quads_about(self, iri: str) -> Iterator[ox.Quad]:
        """The facts with this subject, each once."""
        ...

    def quads_naming(self, iri: str) -> Iterator[ox.Quad]:
        """The facts with this object, each once."""
        ...

    def quads_of_article(self, iri: str) -> Iterator[ox.Quad]:
        """The claims of an article."""
        ...

    def quads_of_graph(self, iri: str | None) -> Iterator[ox.Quad] | None:
        """The quads of a named graph, None where there is none; without a name those of the default graph."""
        ...

    def quads(self) -> Iterator[ox.Quad]:
        """All facts, each once."""
        ...

    def query(
        self,
        text: str,
        *,
        base_iri: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
    ) -> QueryResults:
        """Answer a SPARQL query; a data set given here stands in the place of the query's own."""
        ...

    def stats(self) -> Stats:
        """Count what the graph holds."""
        ...

    def export(self, output: BinaryIO, rdf_format: ox.RdfFormat = ox.RdfFormat.N_QUADS) -> None:
        """Write the graph: with its article graphs where the format has graphs, else the merge alone."""

    def flush(self) -> None:
        """Wait until everything written is on disk."""

    def backup(self, directory: Path) -> Manifest:
        """Copy the store, as it is at this moment, to a directory that is not there yet, with a manifest."""
        ...

    def close(self) -> None:
        """Let go of the store; it is of no use afterwards."""
