"""rdf_output: quads become RDF in one of the syntaxes that the command line offers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

import pyoxigraph as ox

from graph.model import Extraction
from graph.rdf.triples import extraction_quads, reference_quads
from ontology.vocabulary import PREFIXES

_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
}


def rdf_format(syntax: str) -> ox.RdfFormat:
    """Give the format of a syntax's name on the command line."""
    return _FORMATS[syntax]


def extraction_quads_of(extractions: Iterable[Extraction], *, base: str) -> Iterator[Iterable[ox.Quad]]:
    """Give, article by article, what it says and what is known of the entities that it names."""
    for extraction in extractions:
        yield chain(extraction_quads(extraction, base=base), reference_quads(extraction, base=base))


def write_quads(articles: Iterable[Iterable[ox.Quad]], stream: BinaryIO, syntax: str) -> None:
    """Write the quads of article after article as they come; a format without graphs gets their triples."""
    quads = unique_quads(articles)
    output = rdf_format(syntax)
    statements = quads if output.supports_datasets else (quad.triple for quad in quads)
    ox.serialize(statements, stream, output, prefixes=PREFIXES)


def unique_quads(articles: Iterable[Iterable[ox.Quad]]) -> Iterator[ox.Quad]:
    """Give each fact of the default graph once, however many articles bring it along."""
    known: set[ox.Triple] = set()
    for quads in articles:
        for quad in quads:
            if quad.graph_name != ox.DefaultGraph():
                yield quad
            elif quad.triple not in known:
                known.add(quad.triple)
                yield quad
