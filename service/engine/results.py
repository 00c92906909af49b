"""results: what a query gives is written in the form that was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import IO, Protocol, cast

import pyoxigraph as ox

from graph.storage.dataset import Results
from service.engine.messages import Kind

TABLE, TABLE_ROWS = "table", 1001  # the first rows, for a page
RESULT_FORMATS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
RDF_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}


class Sink(Protocol):
    """Takes what is written; Oxigraph calls no more than this of a stream."""

    def write(self, content: bytes, /) -> int:
        """Take bytes."""
        ...

    def flush(self) -> None:
        """Note that a part has been written."""
        ...


def kind_of(results: Results) -> Kind:
    """Tell what an answer is."""
    if isinstance(results, ox.QueryTriples):
        return Kind.TRIPLES
    return Kind.BOOLEAN if isinstance(results, ox.QueryBoolean) else Kind.SOLUTIONS


def write_results(results: Results, form: str, output: Sink) -> None:
    """Write an answer in a form."""
    stream = cast("IO[bytes]", output)
    if isinstance(results, ox.QueryTriples):
        write_triples(results, form, output)
    elif isinstance(results, ox.QueryBoolean):
        if form in ("csv", "tsv"):
            output.write(b"true" if results else b"false")
        else:
            results.serialize(stream, RESULT_FORMATS.get(form, ox.QueryResultsFormat.JSON))
    elif form == TABLE:
        output.write(_table(results).encode())
    else:
        results.serialize(stream, RESULT_FORMATS[form])


def write_triples(triples: Iterable[ox.Triple], form: str, output: Sink) -> None:
    """Write triples in a form; as a table, the first of them as N-Triples."""
    if form == TABLE:
        output.write("".join(f"{triple} .\n" for triple in islice(triples, TABLE_ROWS)).encode())
    else:
        ox.serialize(triples, cast("IO[bytes]", output), RDF_FORMATS[form], prefixes=_prefixes())


def _table(results: ox.QuerySolutions) -> str:
    """Write the first rows as TSV."""
    rows = (["" if term is None else str(term) for term in row] for row in islice(results, TABLE_ROWS))
    return "".join("\t".join(row) + "\n" for row in (map(str, results.variables), *rows))


def _prefixes() -> dict[str, str]:
    from ontology.vocabulary import PREFIXES  # noqa: PLC0415 - only triples need it

    return dict(PREFIXES)
