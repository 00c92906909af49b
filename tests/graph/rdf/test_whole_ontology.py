from __future__ import annotations

from graph.model import (
    DateRange,
    Entity,
    EntityType,
    Event,
    Extraction,
    Figure,
    PartialDate,
    Position,
    Span,
    Status,
)
from graph.rdf.triples import reference_quads
from ontology.schema import load_event_schemas
from ontology.vocabulary import DIP, OWL, RDF, load_ontology
from tests.graph.rdf.visit import ARTICLE, BASE, extraction_of, quads_of

ANY_VALUE: dict[str, str | int | bool] = {"boolean": True, "integer": 2, "string": "x"}


def _everything() -> Extraction:
    """An extraction with every class, role, attribute and value that an article can yield."""
    entities = tuple(Entity(f"{entity_type} X", entity_type, country="SVN") for entity_type in EntityType)
    events = []
    for schema in load_event_schemas().values():
        values = {
            a.name: {"boolean": True, "integer": 2}.get(a.datatype, "x") for a in schema.attributes.values()
        }
        subtype = schema.name if len(schema.parents) > 1 else None
        roles = {name: tuple(range(len(entities))) for name in schema.roles}
        events.append(
            Event(
                schema.parents[0] if subtype else schema.name,
                Status.PLANNED,
                (Span(0, 9),),
                roles,
                subtype=subtype,
                attributes=values,
                when=DateRange(PartialDate(2024), PartialDate(2025)),
                places=(6,),
                topics=("trade",),
                attributed_to=(0,),
            )
        )
    positions = (Position(0, "chair", 1, (Span(0, 9),)),)
    figures = (
        Figure(
            "15", "percent", "trade", (1,), (Span(61, 87),), when=DateRange(PartialDate(2023)), is_change=True
        ),
    )
    return Extraction(ARTICLE, entities, (), tuple(events), positions, figures)


def test_every_property_of_the_ontology_is_written() -> None:
    known = extraction_of(
        entities=(Entity("Uzbekistan", EntityType.COUNTRY, "Q265"), Entity("T", EntityType.PLACE, "Q269"))
    )
    quads = [*quads_of(_everything()), *reference_quads(known, base=BASE)]
    properties = {
        quad.subject
        for quad in load_ontology()
        if quad.object in {OWL.ObjectProperty, OWL.DatatypeProperty} and quad.predicate == RDF.type
    }
    assert properties - {quad.predicate for quad in quads} == set()


def test_every_class_of_the_ontology_is_written_or_a_union() -> None:
    unions = {quad.subject for quad in load_ontology() if quad.predicate == OWL.unionOf}
    classes = {
        quad.subject for quad in load_ontology() if quad.object == OWL.Class and quad.predicate == RDF.type
    }
    written = {quad.object for quad in quads_of(_everything()) if quad.predicate == RDF.type}
    assert classes - unions - written == {DIP.Status}
