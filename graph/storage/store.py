"""store: quads of articles in, answers to SPARQL out; the only file that holds a pyoxigraph store."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import BinaryIO

import pyoxigraph as ox

from graph.errors import QueryError, StoreError
from graph.storage.catalogue import Catalogue
from ontology.vocabulary import DCTERMS, DIP, PREFIXES, RDF

QueryResults = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Subject = ox.NamedNode | ox.BlankNode | ox.Triple
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
CATALOGUE = "diplograph.sqlite"
_DEFAULT = ox.DefaultGraph()
_DATASET_FORMATS = frozenset({ox.RdfFormat.N_QUADS, ox.RdfFormat.TRIG, ox.RdfFormat.JSON_LD})


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article as a list of articles shows it."""

    iri: str
    id: str
    title: str | None
    published: str | None
    publisher: str | None


@dataclass(frozen=True, slots=True)
class Stats:
    """How much the graph holds; the keys of the mappings are IRIs."""

    revision: int
    triples: int
    articles: int
    events: int
    entities: int
    linked: int
    positions: int
    figures: int
    events_by_type: Mapping[str, int]
    events_by_status: Mapping[str, int]
    entities_by_type: Mapping[str, int]

    @property
    def linked_share(self) -> float:
        """The share of mentioned entities that are linked to Wikidata."""
        return self.linked / self.entities if self.entities else 0.0


@dataclass(frozen=True, slots=True)
class Change:
    """What a write takes from and puts into an article's graph (`gone`, `come`) and the default graph."""

    graph: ox.NamedNode
    gone: set[ox.Triple]
    come: set[ox.Triple]
    unsaid: set[ox.Triple]
    new: set[ox.Triple]

    def is_empty(self) -> bool:
        """Whether nothing changes."""
        return not (self.gone or self.come or self.unsaid or self.new)

    def update(self, *, drop: bool) -> str:
        """Write the change as one SPARQL update, which Oxigraph carries out whole or not at all."""
        gone, come = (f"GRAPH {self.graph} {{\n{statements(t)}}}" for t in (self.gone, self.come))
        parts = [f"DELETE DATA {{\n{statements(self.unsaid)}{gone} }}"]
        if drop:
            parts.append(f"DROP SILENT GRAPH {self.graph}")
        parts.append(f"INSERT DATA {{\n{statements(self.new)}{come if self.come else ''} }}")
        return " ;\n".join(parts)


class Store:
    """A graph of articles, on disk or in memory.

    Each article's claims are a named graph. The default graph is their merge, each triple once, with the
    known facts of the entities that they mention: a query without GRAPH sees every fact once.
    """

    def __init__(self, quads: ox.Store, catalogue: Catalogue, *, path: Path | None = None) -> None:
        self._quads = quads
        self._catalogue = catalogue
        self._path = path
        self._writing = Lock()
        self._revision = catalogue.revision

    @classmethod
    def open(cls, path: Path | None = None) -> Store:
        """Open the store in the directory `path`, made if absent; None is a store in memory."""
        if path is None:
            return cls(ox.Store(), Catalogue(None))
        check_directory(path)
        return cls(_open_quads(path), Catalogue(path / CATALOGUE), path=path)

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
            self._write(graph, claims - reference, reference)
            if fingerprint is not None:
                self._catalogue.finish(article_iri, fingerprint)

    def delete_article(self, article_iri: str) -> bool:
        """Remove an article and what it alone says; False where the store does not have it."""
        with self._writing:
            if not self.has_article(article_iri):
                return False
            self._write(ox.NamedNode(article_iri), set(), set())
            return True

    def flush(self) -> None:
        """Wait until everything written is on disk."""
        self._quads.flush()

    def backup(self, directory: Path) -> None:
        """Copy the store, as it is at this moment, to a directory that is not there yet."""
        if directory.exists():
            raise StoreError(f"{directory} exists: name a new directory for the backup")
        with self._writing:
            try:
                directory.parent.mkdir(parents=True, exist_ok=True)
                self._quads.backup(directory)
            except OSError as error:
                raise StoreError(f"cannot back up to {directory}: {error}") from error
            self._catalogue.copy(directory / CATALOGUE)

    def checkpoint(self, directory: Path) -> None:
        """Copy the triples, as they are at this moment, to a new directory that others may read.

        On the same disk it holds links to the store's files, and takes a few hundredths of a second. Writes
        go on meanwhile: each is in the copy as a whole or not at all.
        """
        try:
            if self._path is not None:
                self._quads.backup(directory)
            else:
                ox.Store(directory).extend(self._quads)
        except OSError as error:
            raise StoreError(f"the store could not be copied ({error}): is its disk full?") from error

    def close(self) -> None:
        """Write everything to disk and let other processes open the store; it is of no use afterwards."""
        self.flush()
        self._catalogue.close()
        self._quads = ox.Store()

    def _write(self, graph: ox.NamedNode, claims: set[ox.Triple], reference: set[ox.Triple]) -> None:
        before = set(self._triples(graph))
        merge = claims | reference
        unsaid = {triple for triple in before - merge if not self._said_elsewhere(triple, graph)}
        for entity in self._forgotten(before, claims, graph) | {triple.subject for triple in reference}:
            unsaid |= {t for t in self._facts_of(entity) - merge if not self._said_elsewhere(t, graph)}
        new = {triple for triple in merge if quad(triple, _DEFAULT) not in self._quads}
        change = Change(graph, gone=before - claims, come=claims - before, unsaid=unsaid, new=new)
        if change.is_empty():
            return
        self._catalogue.begin(graph.value)
        try:
            self._quads.update(change.update(drop=not claims))
        except OSError as error:
            raise StoreError(f"the store could not be written ({error}): is its disk full?") from error
        finally:
            self._revision = self._catalogue.revision

    def _forgotten(self, before: set[ox.Triple], claims: set[ox.Triple], graph: ox.NamedNode) -> set[Subject]:
        """The entities that no article mentions any more; what is known of the others is written anew."""
        left = mentioned(before) - mentioned(claims)
        return {entity for entity in left if not self._mentioned_elsewhere(entity, graph)}

    def _said_elsewhere(self, triple: ox.Triple, graph: ox.NamedNode) -> bool:
        quads = self._quads.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
        return any(quad.graph_name not in (graph, _DEFAULT) for quad in quads)

    def _mentioned_elsewhere(self, entity: ox.NamedNode, graph: ox.NamedNode) -> bool:
        mentions = self._quads.quads_for_pattern(None, DIP.mentions, entity, _DEFAULT)
        return any(quad.subject != graph for quad in mentions)

    def _facts_of(self, entity: Subject) -> set[ox.Triple]:
        return {quad.triple for quad in self._quads.quads_for_pattern(entity, None, None, _DEFAULT)}

    def _triples(self, graph: ox.NamedNode | ox.DefaultGraph) -> Iterator[ox.Triple]:
        return (quad.triple for quad in self._quads.quads_for_pattern(None, None, None, graph))

    # Reading

    def has_article(self, article_iri: str) -> bool:
        """Whether the store holds the article's graph."""
        return self._quads.contains_named_graph(ox.NamedNode(article_iri))

    def fingerprint(self, article_iri: str) -> str | None:
        """What `replace_article` was told to remember of the article, None where it is not there."""
        return self._catalogue.fingerprint(article_iri) if self.has_article(article_iri) else None

    def articles(self) -> list[ArticleEntry]:
        """The articles, the latest first, those without a date last."""
        quads = self._quads.quads_for_pattern(None, RDF.type, DIP.Article, _DEFAULT)
        entries = [self._entry(quad.subject) for quad in quads if isinstance(quad.subject, ox.NamedNode)]
        entries.sort(key=lambda entry: (entry.title or "", entry.iri))
        entries.sort(key=lambda entry: entry.published or "", reverse=True)
        return entries

    def _entry(self, article: ox.NamedNode) -> ArticleEntry:
        values = {quad.predicate: quad.object for quad in self.quads_about(article.value)}
        text = {predicate: getattr(term, "value", None) for predicate, term in values.items()}
        return ArticleEntry(
            iri=article.value,
            id=text.get(DIP.articleId) or article.value,
            title=text.get(DCTERMS.title),
            published=text.get(DCTERMS.issued),
            publisher=text.get(DCTERMS.publisher),
        )

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
        quads, default = self._quads, None if default_graphs is None else _graphs(default_graphs)
        if default_graphs is not None and len(set(default_graphs)) > 1:
            # A data set's default graph is a merge, in which Oxigraph 0.5 counts a triple once for each graph
            quads, default = self._merge(default_graphs, named_graphs or ()), [_DEFAULT]
        try:
            return quads.query(
                text,
                base_iri=base_iri,
                default_graph=default,
                named_graphs=None if named_graphs is None else [ox.NamedNode(g) for g in named_graphs],
            )
        except (SyntaxError, ValueError, RuntimeError) as error:
            raise QueryError(str(error)) from error
        except OSError as error:
            raise StoreError(f"the store could not be read: {error}") from error

    def _merge(self, default_graphs: Sequence[str], named_graphs: Sequence[str]) -> ox.Store:
        """A store in memory whose default graph is the merge of these graphs."""
        merged = ox.Store()
        for graph in default_graphs:
            merged.extend(quad(triple, _DEFAULT) for triple in self._triples(ox.NamedNode(graph)))
        for graph in named_graphs:
            merged.extend(self._quads.quads_for_pattern(None, None, None, ox.NamedNode(graph)))
        return merged

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
        counts: dict[str, dict[str, int]] = {}
        rows = self.query(load_stats_query())
        for figure, term, count in rows if isinstance(rows, ox.QuerySolutions) else ():
            counts.setdefault(figure.value, {})[term.value if term else ""] = int(count.value)
        totals = {figure: by_term.get("", 0) for figure, by_term in counts.items()}
        by_type = counts.get("events of type", {})
        return Stats(
            revision=self.revision,
            triples=sum(1 for _ in self._triples(_DEFAULT)),
            articles=totals.get("articles", 0),
            events=by_type.get(DIP.Event.value, 0),
            entities=totals.get("entities", 0),
            linked=totals.get("linked entities", 0),
            positions=totals.get("positions", 0),
            figures=totals.get("figures", 0),
            events_by_type={iri: n for iri, n in by_type.items() if iri != DIP.Event.value},
            events_by_status=counts.get("events of status", {}),
            entities_by_type=counts.get("entities of type", {}),
        )

    def export(self, output: BinaryIO, rdf_format: ox.RdfFormat = ox.RdfFormat.N_QUADS) -> None:
        """Write the graph: with its article graphs where the format has graphs, else the merge alone."""
        graph = None if rdf_format in _DATASET_FORMATS else _DEFAULT
        self._quads.dump(output, rdf_format, from_graph=graph, prefixes=PREFIXES)


@cache
def load_stats_query() -> str:
    """The query behind `Store.stats`."""
    return files("graph.storage").joinpath("stats.rq").read_text("utf-8")


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


def explain_open_error(path: Path, error: Exception) -> str:
    """Say why a store did not open, and the way out."""
    reason = str(error).split("\n", maxsplit=1)[0]
    if "lock" in reason.casefold():
        return (
            f"the store {path} is in use by another process: stop that, ask its HTTP service, or name another"
        )
    if "Corruption" in reason or isinstance(error, RuntimeError):
        return f"the store {path} is damaged ({reason}): restore a backup, or remove it and ingest again"
    return f"the store {path} cannot be opened ({reason}): choose a directory that this user can write"


def split_quads(quads: Iterable[ox.Quad], graph: ox.NamedNode) -> tuple[set[ox.Triple], set[ox.Triple]]:
    """Part an article's quads into claims and reference facts; a quad of another graph is refused."""
    claims: set[ox.Triple] = set()
    reference: set[ox.Triple] = set()
    for quad in quads:
        if quad.graph_name not in (graph, _DEFAULT):
            raise StoreError(f"{quad} stands neither in the article's graph {graph} nor in the default graph")
        (claims if quad.graph_name == graph else reference).add(quad.triple)
    return claims, reference


def _graphs(names: Sequence[str]) -> list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph]:
    return [ox.NamedNode(name) for name in names]


def mentioned(triples: Iterable[ox.Triple]) -> set[ox.NamedNode]:
    """The entities that an article's claims mention."""
    objects = (triple.object for triple in triples if triple.predicate == DIP.mentions)
    return {entity for entity in objects if isinstance(entity, ox.NamedNode)}


def quad(triple: ox.Triple, graph: ox.NamedNode | ox.DefaultGraph) -> ox.Quad:
    """Put a triple into a graph."""
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def statements(triples: set[ox.Triple]) -> str:
    """Write triples as N-Triples; pyoxigraph's own writing of a term is safe to parse again."""
    return "".join(f"{triple} .\n" for triple in triples)
