"""remote: the graph of articles in another engine, reached by the SPARQL 1.1 Protocol."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import chain
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import BinaryIO

import pyoxigraph as ox

from graph.errors import EngineError, QueryError, StoreError
from graph.storage.difference import scratch_directory
from graph.storage.manifest import Manifest
from graph.storage.remote_http import ROWS, TRIPLES, Answer, Endpoint
from graph.storage.remote_results import StreamedResults, parse_results, read_results, reading
from graph.storage.remote_update import CATALOGUE, FINGERPRINT, REVISION, replacement
from graph.storage.stats import Stats, count_stats, load_stats_query
from graph.storage.store import QueryResults, split_quads
from graph.storage.terms import Term
from graph.storage.turn import Check, Turn, unchecked
from ontology.vocabulary import PREFIXES

Graph = ox.NamedNode | ox.DefaultGraph
_DEFAULT = ox.DefaultGraph()
_REVISION_SECONDS = 1.0  # for so long a revision is believed: another process may write to the engine
_REMEMBERED = 10_000  # things whose facts are remembered
_FORM = re.compile(
    r"(?:\s|#[^\n]*\n|BASE\s*<[^>]*>|PREFIX\s+[^\s:]*\s*:\s*<[^>]*>)*(SELECT|ASK|CONSTRUCT|DESCRIBE)\b",
    re.IGNORECASE,
)


class RemoteStore:
    """A graph of articles that another engine keeps.

    The engine's default graph must be apart from its named graphs, as it is in Oxigraph and Fuseki, or show
    each triple of all graphs once. Whoever else writes to the engine leaves the revision as it is: what
    depends on it, such as figures and lists, is then out of date until the next write through here.
    """

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._lock = Lock()
        self._revision = (-1, 0.0)
        self._writes = 0
        self._facts: OrderedDict[str, list[ox.Quad]] = OrderedDict()
        self._writers = Turn()

    @property
    def revision(self) -> int:
        """A number that grows with every write."""
        with self._lock:
            revision, until = self._revision
        return revision if monotonic() < until else self._read_revision()

    def _read_revision(self) -> int:
        with self._lock:
            writes = self._writes
        rows = self._rows(f"SELECT ?n {{ GRAPH {CATALOGUE} {{ {CATALOGUE} {REVISION} ?n }} }}")
        # Two writers at the same time may leave two numbers in an engine that does not part them
        revision = max((int(_value(n)) for (n,) in rows), default=0)
        with self._lock:
            if writes != self._writes:
                return revision  # a write has ended meanwhile: the answer may be from before
            if revision != self._revision[0]:
                self._facts.clear()
            self._revision = (revision, monotonic() + _REVISION_SECONDS)
        return revision

    @property
    def writers(self) -> int:
        """How many writes are being done or wait for the one before them; other processes' are not seen."""
        return self._writers.count

    @property
    def takes_writes(self) -> bool:
        """Whether a write may succeed: the engine says so when it is asked to."""
        return True

    # Writing

    def replace_article(
        self,
        article_iri: str,
        quads: Iterable[ox.Quad],
        reference_quads: Iterable[ox.Quad] = (),
        *,
        fingerprint: str | None = None,
    ) -> None:
        """Put an article's claims in the place of what the article said before, in one update."""
        graph = ox.NamedNode(article_iri)
        claims, reference = split_quads([*quads, *reference_quads], graph)
        with self._writers:
            self._update(replacement(graph, claims - reference, reference, fingerprint))

    def put_graph(
        self, iri: str, triples: Iterable[ox.Triple], *, keep: bool = False, check: Check = unchecked
    ) -> bool:
        """Put triples in the place of what a named graph said, or beside it; True where the graph is new.

        A graph without triples is none here, as most engines have it.
        """
        new = set(triples)
        # What is there is read and replaced in one turn: an addition in between would be lost
        with self._writers:
            check()
            is_new = not self.has_article(iri)
            said = {quad.triple for quad in self.quads_of_article(iri)} if keep and not is_new else set()
            self._update(replacement(ox.NamedNode(iri), new | said, set(), None))
        return is_new

    def delete_graph(self, iri: str, *, check: Check = unchecked) -> bool:
        """Remove a named graph and what it alone says; False where the store does not have it."""
        with self._writers:
            check()
            if not self.has_article(iri):
                return False
            self._update(replacement(ox.NamedNode(iri), set(), set(), None))
        return True

    def change_on_copy(
        self,
        change: Callable[[Path], None],
        *,
        graphs: Collection[ox.NamedNode],
        sources: Collection[ox.NamedNode],
        rename: Callable[[ox.Quad], ox.Quad],
    ) -> None:
        """Let `change` alter a copy of graphs in a directory, and write what it did to `graphs` at once.

        `sources` are graphs that it only reads. Each quad that came goes through `rename`. Where `change`
        raises, nothing is written.
        """
        with self._writers, scratch_directory(None) as scratch:
            said = {graph: set(self.quads_of_article(graph.value)) for graph in {*graphs, *sources}}
            before = _write_copy(scratch, chain.from_iterable(said.values()))
            change(scratch)
            after = ox.Store.read_only(str(scratch))
            parts = []
            for graph in sorted(graphs, key=str):
                # What stays keeps its lexical form, which Oxigraph may write otherwise
                kept = {quad for quad in said[graph] if quad in after}
                come = set(after.quads_for_pattern(None, None, None, graph)) - before
                if come or len(kept) < len(said[graph]):
                    claims = {quad.triple for quad in (*kept, *map(rename, come))}
                    parts.append(replacement(graph, claims, set(), None))
            if parts:
                self._update(" ;\n".join(parts))

    def _update(self, text: str) -> None:
        """Update the engine; the caller has the turn, for not every engine parts two updates at a time."""
        try:
            self._endpoint.update(text)
        finally:
            with self._lock:
                self._writes += 1
                self._revision = (-1, 0.0)

    def flush(self) -> None:
        """Do nothing: an engine has on disk what it has acknowledged, or not, as it is configured."""

    def backup(self, directory: Path) -> Manifest:
        """Refuse: an engine is backed up by its own means."""
        url = self._endpoint.address.query_url
        raise StoreError(
            f"the store at {url} is backed up by its own means, not to {directory}; or export it"
        )

    def close(self) -> None:
        """Let go of all connections."""
        self._endpoint.close()

    # Reading

    def has_article(self, article_iri: str) -> bool:
        """Whether the store holds the article's graph."""
        return self._ask(f"ASK {{ GRAPH {ox.NamedNode(article_iri)} {{ ?s ?p ?o }} }}")

    def fingerprint(self, article_iri: str) -> str | None:
        """What `replace_article` was told to remember of the article, None where it is not there."""
        article = ox.NamedNode(article_iri)
        known = f"GRAPH {CATALOGUE} {{ {article} {FINGERPRINT} ?fingerprint }}"
        there = f"FILTER EXISTS {{ GRAPH {article} {{ ?s ?p ?o }} }}"
        rows = list(self._rows(f"SELECT ?fingerprint {{ {known} {there} }}"))
        return _value(rows[0][0]) if rows else None

    def check_graphs(self, names: Iterable[str]) -> None:
        """Refuse graphs that the engine does not have: some fetch those that a query names by FROM."""
        for name in sorted(names):
            if not self.has_article(name):
                raise QueryError(
                    f"the store has no graph <{name}>: FROM and USING take those that it has, and fetch none"
                )

    def quads_about(self, iri: str) -> Iterator[ox.Quad]:
        """The facts with this subject, each once; remembered for as long as nothing is written."""
        revision = self.revision
        with self._lock:
            facts = self._facts.get(iri)
        if facts is None:
            subject = ox.NamedNode(iri)
            facts = list(self._quads(f"SELECT ?p ?o {{ {subject} ?p ?o }}", subject=subject))
            self._remember(iri, facts, revision)
        return iter(facts)

    def _remember(self, iri: str, facts: list[ox.Quad], revision: int) -> None:
        with self._lock:
            if self._revision[0] != revision:
                return
            self._facts[iri] = facts
            while len(self._facts) > _REMEMBERED:
                self._facts.popitem(last=False)

    def quads_naming(self, iri: str) -> Iterator[ox.Quad]:
        """The facts with this object, each once."""
        named = ox.NamedNode(iri)
        for subject, predicate in self._rows(f"SELECT ?s ?p {{ ?s ?p {named} }}"):
            yield _quad(subject, predicate, named, _DEFAULT)

    def quads_of_article(self, iri: str) -> Iterator[ox.Quad]:
        """The claims of an article."""
        graph = ox.NamedNode(iri)
        for subject, predicate, value in self._rows(f"SELECT ?s ?p ?o {{ GRAPH {graph} {{ ?s ?p ?o }} }}"):
            yield _quad(subject, predicate, value, graph)

    def quads_of_graph(self, iri: str | None) -> Iterator[ox.Quad] | None:
        """The quads of a named graph, None where there is none; without a name those of the default graph."""
        url = self._endpoint.address.graph_store_url
        if url is not None:
            return self._whole_graph(url, iri)
        quads = list(self.quads() if iri is None else self.quads_of_article(iri))
        return iter(quads) if quads or iri is None else None

    def _whole_graph(self, url: str, iri: str | None) -> Iterator[ox.Quad] | None:
        with self._endpoint.read_graph(url, iri) as answer:
            if answer is None:
                return None
            content, media_type = answer.read_all(), answer.media_type
        graph = _DEFAULT if iri is None else ox.NamedNode(iri)
        results = read_results(content, media_type, url)
        if isinstance(results, ox.QuerySolutions | ox.QueryBoolean):
            raise EngineError(f"the store at {url} answers with something else than a graph")
        return (ox.Quad(t.subject, t.predicate, t.object, graph) for t in results)

    def quads(self) -> Iterator[ox.Quad]:
        """All facts, each once."""
        return (_quad(s, p, o, _DEFAULT) for s, p, o in self._rows("SELECT ?s ?p ?o { ?s ?p ?o }"))

    def query(
        self,
        text: str,
        *,
        base_iri: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
    ) -> QueryResults:
        """Pass a SPARQL query on; a data set given here stands in the place of the query's own.

        The text is taken as it is: whoever passes on a stranger's query checks it first.
        """
        base = "" if base_iri is None else f"BASE {ox.NamedNode(base_iri)} "
        with self._send(base + text, default_graphs, named_graphs) as answer:
            return read_results(answer.read_all(), answer.media_type, self._url)

    @contextmanager
    def stream(
        self, text: str, default_graphs: Sequence[str] | None, named_graphs: Sequence[str] | None
    ) -> Iterator[StreamedResults]:
        """Pass a query on like `query`, and read the answer as it comes, within: nothing of it is held."""
        with self._send(text, default_graphs, named_graphs) as answer, reading(self._url):
            yield parse_results(answer, answer.media_type, self._url)

    def _send(
        self, text: str, default_graphs: Sequence[str] | None, named_graphs: Sequence[str] | None
    ) -> AbstractContextManager[Answer]:
        parameters = [("default-graph-uri", iri) for iri in default_graphs or ()]
        parameters += [("named-graph-uri", iri) for iri in named_graphs or ()]
        form = _FORM.match(text)
        is_graph = form is not None and form[1].upper() in ("CONSTRUCT", "DESCRIBE")
        return self._endpoint.query(text, parameters, accept=TRIPLES if is_graph else ROWS)

    @property
    def _url(self) -> str:
        return self._endpoint.address.query_url

    def _rows(self, text: str) -> Iterator[Sequence[Term | None]]:
        results = self.query(text)
        if not isinstance(results, ox.QuerySolutions):
            raise EngineError(f"the store at {self._url} does not answer a SELECT query with rows")
        names = [variable.value for variable in results.variables]
        return ([row[name] for name in names] for row in results)

    def _ask(self, text: str) -> bool:
        return bool(self.query(text))

    def _quads(self, text: str, *, subject: ox.NamedNode) -> Iterator[ox.Quad]:
        return (_quad(subject, predicate, value, _DEFAULT) for predicate, value in self._rows(text))

    def stats(self) -> Stats:
        """Count what the graph holds."""
        revision = self.revision
        triples = next(iter(self._rows("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")))[0]
        return count_stats(self.query(load_stats_query()), revision=revision, triples=int(_value(triples)))

    def export(self, output: BinaryIO, rdf_format: ox.RdfFormat = ox.RdfFormat.N_QUADS) -> None:
        """Write the graph: with its article graphs where the format has graphs, else the merge alone."""
        if not rdf_format.supports_datasets:
            ox.serialize((quad.triple for quad in self.quads()), output, rdf_format, prefixes=PREFIXES)
            return
        articles = self._rows(f"SELECT ?s ?p ?o ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != {CATALOGUE}) }}")
        claims = (_quad(*row) for row in articles)
        ox.serialize(chain(self.quads(), claims), output, rdf_format, prefixes=PREFIXES)


def _write_copy(directory: Path, quads: Iterable[ox.Quad]) -> set[ox.Quad]:
    """Write quads to a store on disk, and give them as it has them."""
    copy = ox.Store(str(directory))
    copy.extend(quads)
    copy.flush()
    return set(copy)


def _value(term: Term | None) -> str:
    return str(getattr(term, "value", ""))


def _quad(
    subject: Term | None, predicate: Term | None, value: Term | None, graph: Term | Graph | None
) -> ox.Quad:
    """A quad of what a query gives; an engine that gives no such terms cannot be read."""
    if (
        not isinstance(subject, ox.NamedNode | ox.BlankNode)
        or not isinstance(predicate, ox.NamedNode)
        or value is None
        or not isinstance(graph, ox.NamedNode | ox.BlankNode | ox.DefaultGraph)
    ):
        raise EngineError(f"the store answers with {subject} {predicate} {value}, which is no triple")
    return ox.Quad(subject, predicate, value, graph)
