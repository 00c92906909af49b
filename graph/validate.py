"""validate: quads or an RDF file become the faults that the shapes find in them."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse, serialize
from pyshacl import validate as validate_shapes
from rdflib import RDF, RDFS, SH, Graph, Literal
from rdflib.term import Node

from graph.errors import ReadError
from ontology.vocabulary import PREFIXES, load_shapes_text


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong with one node: `message` ends the sentence that its label begins."""

    node: str
    label: str
    message: str
    value: str | None = None

    def __str__(self) -> str:
        found = "" if self.value is None else f"; found {self.value}"
        return f"{self.label} <{self.node}> breaks the rule: it {self.message}{found}"


def validate(source: Iterable[Quad] | Path) -> list[Fault]:
    """The faults of a graph, sorted; the graphs that facts stand in are merged first."""
    quads = parse_file(source) if isinstance(source, Path) else source
    graph = _merged(quads)
    _, report, _ = validate_shapes(graph, shacl_graph=_load_shapes(), inference="none")
    faults = {_fault(result, report, graph) for result in report.subjects(RDF.type, SH.ValidationResult)}
    return sorted(faults, key=lambda fault: (fault.node, fault.message, fault.value or ""))


def parse_file(path: Path) -> list[Quad]:
    """The quads of an RDF file, whose format its name tells."""
    rdf_format = RdfFormat.from_extension(path.suffix.removeprefix("."))
    if rdf_format is None:
        raise ReadError(f"{path}: its name must end in .ttl, .trig, .nt, .nq, .rdf or .jsonld")
    try:
        return list(parse(path=path, format=rdf_format))
    except (OSError, SyntaxError) as error:
        raise ReadError(f"{path}: cannot be read as {rdf_format.name}: {error}") from error


def _merged(quads: Iterable[Quad]) -> Graph:
    """The triples of all graphs in one; an ill-typed literal is a plain string, which no shape takes."""
    logging.getLogger("rdflib.term").setLevel(logging.ERROR)  # of an ill-typed literal the faults tell
    lines = serialize(dict.fromkeys(quad.triple for quad in quads), format=RdfFormat.N_TRIPLES)
    graph = Graph().parse(data=lines, format="nt")
    ill_typed = [fact for fact in graph if isinstance(fact[2], Literal) and fact[2].ill_typed]
    for subject, predicate, literal in ill_typed:
        # rdflib cannot compare them: "2024-02-30"^^xsd:date with another date is an error.
        graph.remove((subject, predicate, literal))
        graph.add((subject, predicate, Literal(str(literal))))
    return graph


@cache
def _load_shapes() -> Graph:
    return Graph().parse(data=load_shapes_text(), format="turtle")


def _fault(result: Node, report: Graph, graph: Graph) -> Fault:
    node = report.value(result, SH.focusNode)
    value = report.value(result, SH.value)
    message = report.value(result, SH.resultMessage)
    label = graph.value(node, RDFS.label)
    return Fault(
        node=str(node),
        label=str(label or _short(node)),
        message=str(message),
        value=None if value is None or value == node else _short(value),
    )


def _short(term: Node | None) -> str:
    """A term with a prefix where it has one of ours."""
    text = str(term)
    for prefix, iri in PREFIXES.items():
        if text.startswith(iri):
            return f"{prefix}:{text.removeprefix(iri)}"
    return text
