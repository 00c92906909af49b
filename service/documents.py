"""documents: an RDF document that was sent becomes triples, or is refused before it can do harm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

import pyoxigraph as ox

from graph.errors import QueryError
from service.errors import UnsupportedTypeError
from service.negotiation import RDF_TYPES

_FORMATS = {name: form.rdf for form in RDF_TYPES for name in (form.value, *form.aliases) if form.rdf}
_DEPTH = 1000  # elements, or triples, one in the other: more overflow the parser's stack, or take hours
_EXPANSION = 100_000_000  # characters that references to entities may stand for


@dataclass(frozen=True, slots=True)
class Document:
    """What was sent, and its media type."""

    media_type: str
    content: bytes

    def __post_init__(self) -> None:
        if self.media_type not in _FORMATS:
            raise UnsupportedTypeError(f"a graph's Content-Type must be one of {', '.join(_FORMATS)}")

    def quads(self, *, base: str) -> Iterator[ox.Quad]:
        """Read the document; its blank nodes are no other document's, and nothing is fetched."""
        rdf_format = _FORMATS[self.media_type]
        try:
            if rdf_format == ox.RdfFormat.RDF_XML:
                _check_xml(self.content)
            else:
                _check_terms(self.content)
            yield from ox.parse(
                self.content, rdf_format, base_iri=base, without_named_graphs=True, rename_blank_nodes=True
            )
        except (SyntaxError, ValueError, expat.ExpatError) as error:
            raise QueryError(f"the body is no {self.media_type} that can be read: {error}") from error


def _check_xml(content: bytes) -> None:
    """Refuse entities within entities and deep elements: Oxigraph expands and nests them as they come."""
    parser = expat.ParserCreate()
    references, depth = content.count(b"&"), 0

    def open_element(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEPTH:
            raise ValueError(f"its elements are nested more than {_DEPTH} deep")

    def close_element(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def declare_entity(_name: str, _is_parameter: bool, value: str | None, *_source: str | None) -> None:
        if value is None or "&" in value or "%" in value:
            raise ValueError("an entity stands for another one, or for what is elsewhere")
        if len(value) * references > _EXPANSION:
            raise ValueError(f"its entities stand for more than {_EXPANSION:,} characters")

    parser.StartElementHandler = open_element
    parser.EndElementHandler = close_element
    parser.EntityDeclHandler = declare_entity
    parser.Parse(content, True)


def _check_terms(content: bytes) -> None:
    """Refuse triples within triples, deep: Oxigraph's parser would overflow its stack."""
    depth = 0
    for bracket in re.finditer(rb"<<|>>", content):
        depth += 1 if bracket[0] == b"<<" else -1
        if depth > _DEPTH:
            raise ValueError(f"its triples are nested more than {_DEPTH} deep")
