"""remote_results: what another engine answers becomes the results of a query, or an error that names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO, cast

import pyoxigraph as ox

from graph.errors import EngineError
from graph.storage.remote_http import ROWS, Answer
from graph.storage.store import QueryResults

StreamedResults = ox.QuerySolutions | ox.QueryBoolean | Iterator[ox.Triple]
_RDF_TYPES = {
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "text/plain": ox.RdfFormat.N_TRIPLES,
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
_RESULT_TYPES = {
    ROWS: ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "application/xml": ox.QueryResultsFormat.XML,
}


def parse_results(source: bytes | Answer, media_type: str, url: str) -> StreamedResults:
    """Read results as they are asked for, within `reading`; `url` is where they come from."""
    content = cast("bytes | IO[bytes]", source)  # of a file, pyoxigraph calls `read`
    if media_type in _RDF_TYPES:
        return (quad.triple for quad in ox.parse(content, _RDF_TYPES[media_type]))
    if media_type in _RESULT_TYPES:
        return ox.parse_query_results(content, _RESULT_TYPES[media_type])
    found = media_type[:80] or "no media type"
    raise EngineError(f"the store at {url} answers with {found}, where {ROWS} was asked for")


@contextmanager
def reading(url: str) -> Iterator[None]:
    """Say of what cannot be read where it comes from."""
    try:
        yield
    except (SyntaxError, ValueError) as error:
        raise EngineError(f"the store at {url} answers with what cannot be read: {error}") from error


def read_results(content: bytes, media_type: str, url: str) -> QueryResults:
    """Read results that are all there."""
    with reading(url):
        results = parse_results(content, media_type, url)
        if isinstance(results, ox.QuerySolutions | ox.QueryBoolean):
            return results
        return _as_triples(results)


def _as_triples(triples: Iterable[ox.Triple]) -> QueryResults:
    """Triples as pyoxigraph gives them for a query; it has no other way to make them."""
    store = ox.Store()
    store.extend(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    return store.query("CONSTRUCT WHERE { ?s ?p ?o }")
