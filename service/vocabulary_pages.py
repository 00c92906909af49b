"""vocabulary_pages: the ontology for people and for programs, and the shapes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from ontology.vocabulary import (
    DIP,
    OWL,
    RDF,
    RDFS,
    SKOS,
    load_ontology,
    load_ontology_text,
    load_shapes_text,
    load_terms,
)
from service.descriptions import rdf_response
from service.labels import load_term_words, term_label
from service.negotiation import HTML, RDF_TYPES, TURTLE, negotiate
from service.pages import ALTERNATES, render, short_name
from service.things import Link

_KINDS = (
    (OWL.Class, "Classes"),
    (OWL.ObjectProperty, "Roles and relations"),
    (OWL.DatatypeProperty, "Attributes"),
    (OWL.AnnotationProperty, "How the ontology speaks of itself"),
    (OWL.NamedIndividual, "Statuses"),
    (SKOS.ConceptScheme, "Schemes"),
    (SKOS.Collection, "Closed lists"),
    (SKOS.Concept, "Concepts"),
)
_SHOWN = (
    (RDFS.subClassOf, "Subclass of"),
    (RDFS.subPropertyOf, "Subproperty of"),
    (RDFS.domain, "Of"),
    (RDFS.range, "Values"),
    (DIP.coreRole, "Core roles"),
    (DIP.takesRole, "Other roles"),
    (DIP.takesAttribute, "Attributes"),
    (DIP.values, "Closed list"),
    (SKOS.member, "Members"),
    (SKOS.notation, "Written"),
    (SKOS.inScheme, "In"),
    (DIP.ploverCode, "PLOVER"),
    (DIP.cameoCode, "CAMEO"),
    (OWL.equivalentProperty, "Same as"),
    (OWL.equivalentClass, "Same as"),
    (SKOS.exactMatch, "Same as"),
    (SKOS.closeMatch, "Close to"),
    (RDFS.seeAlso, "See also"),
)


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A term of the ontology as its page shows it."""

    name: str
    label: str
    definition: str
    example: str
    rows: tuple[tuple[str, tuple[Link, ...]], ...]


async def ontology(request: Request) -> Response:
    """Answer with the ontology: as it is written in Turtle, or listed for people."""
    media_type = negotiate(request, (*RDF_TYPES, HTML))
    if media_type is HTML:
        groups = load_groups()
        return render(request, "ontology.html", groups=groups, alternates=ALTERNATES, section="/ontology")
    if media_type is TURTLE:
        return _turtle(load_ontology_text())
    return rdf_response([quad.triple for quad in load_ontology()], media_type)


async def shapes(request: Request) -> Response:
    """Answer with the SHACL shapes."""
    media_type = negotiate(request, (*RDF_TYPES, HTML))
    if media_type is TURTLE:
        return _turtle(load_shapes_text())
    if media_type is HTML:
        return render(
            request,
            "turtle.html",
            section="/ontology",
            title="Shapes",
            turtle=load_shapes_text(),
            alternates=ALTERNATES,
        )
    quads = ox.parse(load_shapes_text(), ox.RdfFormat.TURTLE)
    return rdf_response([quad.triple for quad in quads], media_type)


def _turtle(content: str) -> Response:
    return Response(content, media_type=TURTLE.content_type, headers={"Vary": "Accept"})


@cache
def load_groups() -> tuple[tuple[str, tuple[TermEntry, ...]], ...]:
    """The terms by kind, in the ontology's order."""
    types = {(quad.subject, quad.object) for quad in load_ontology() if quad.predicate == RDF.type}
    groups = (
        (title, tuple(_entry(name, term) for name, term in load_terms().items() if (term, kind) in types))
        for kind, title in _KINDS
    )
    return tuple((title, entries) for title, entries in groups if entries)


def _entry(name: str, term: ox.NamedNode) -> TermEntry:
    words = load_term_words()[term.value]
    said = [quad for quad in load_ontology() if quad.subject == term]
    rows = ((title, tuple(_link(q.object) for q in said if q.predicate == shown)) for shown, title in _SHOWN)
    example = next((_link(quad.object).text for quad in said if quad.predicate == SKOS.example), "")
    return TermEntry(name, words.label, words.definition, example, tuple(row for row in rows if row[1]))


def _link(value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Link:
    if isinstance(value, ox.NamedNode):
        ours = value.value.startswith(DIP.iri)
        return Link(term_label(value.value) if ours else short_name(value.value, ""), value.value)
    return Link(str(getattr(value, "value", value)))
