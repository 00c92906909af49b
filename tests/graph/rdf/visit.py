"""visit: an extraction with a visit, and its quads."""

from __future__ import annotations

from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from graph.model import (
    Article,
    DateRange,
    Entity,
    EntityType,
    Event,
    Extraction,
    PartialDate,
    Span,
    Status,
)
from graph.rdf.triples import extraction_quads
from ontology.vocabulary import DIP, RDF

BASE = "http://localhost:8000/"
TEXT = "Ana Novak arrived in Arcadia on 26 May. She met the council. Trade grew by 15.0 percent."
ANA = Entity("Ana Novák", EntityType.PERSON, aliases=("Novák", "She"), country="SVN")
ARCADIA = Entity("Arcadia", EntityType.PLACE)
COUNCIL = Entity("Council of Arcadia", EntityType.GOVERNMENT_BODY)
VISIT = Event(
    "Visit",
    Status.ACTUAL,
    (Span(0, 39),),
    {"visitor": (0,), "destination": (1,)},
    attributes={"visitKind": "working"},
    when=DateRange(PartialDate(None, 5, 26)),
    confidence=0.901,
)
ARTICLE = Article("n 1", TEXT, title="News", published=date(2024, 5, 27))
WRITTEN = """\
<http://localhost:8000/article/n%201> a dip:Article ;
	dip:articleId "n 1" ;
	dcterms:title "News" ;
	dcterms:language "en" ;
	dip:text "Ana Novak arrived in Arcadia on 26 May." ;
	dcterms:issued "2024-05-27"^^xsd:date ;
	dip:mentions <http://localhost:8000/entity/ana-novak-3d7502245328> .
<http://localhost:8000/entity/ana-novak-3d7502245328> a dip:Person , dip:Agent , dip:Entity ;
	rdfs:label "Ana Novák" ;
	skos:altLabel "Novák" , "She" ;
	dip:countryCode "SVN" .
<http://localhost:8000/article/n%201> dip:mentions <http://localhost:8000/entity/arcadia-e453e0e5fb74> .
<http://localhost:8000/entity/arcadia-e453e0e5fb74> a dip:Place , dip:Entity ;
	rdfs:label "Arcadia" .
<http://localhost:8000/event/n%201-visit-0> a dip:Visit , dip:Event ;
	rdfs:label "Ana Novák pays a working visit to Arcadia (actual, 26 May)" ;
	dip:status dip:actual ;
	dip:destination <http://localhost:8000/entity/arcadia-e453e0e5fb74> ;
	dip:visitor <http://localhost:8000/entity/ana-novak-3d7502245328> ;
	dip:actor <http://localhost:8000/entity/ana-novak-3d7502245328> ;
	dip:participant <http://localhost:8000/entity/ana-novak-3d7502245328> ;
	dip:startDate "--05-26"^^xsd:gMonthDay ;
	dip:visitKind "working" ;
	dip:ploverRoot "CONSULT" ;
	dip:cameoRoot "04" ;
	dip:confidence 0.9 ;
	dip:method "model" ;
	dip:evidence <http://localhost:8000/article/n%201#char=0,39> .
<http://localhost:8000/article/n%201#char=0,39> a dip:Evidence ;
	dip:article <http://localhost:8000/article/n%201> ;
	dip:begin 0 ;
	dip:end 39 ;
	dip:quote "Ana Novak arrived in Arcadia on 26 May." ."""


def extraction_of(*events: Event, entities: tuple[Entity, ...] = (ANA, ARCADIA, COUNCIL)) -> Extraction:
    return Extraction(ARTICLE, entities, (), events)


def quads_of(extraction: Extraction) -> list[Quad]:
    return list(extraction_quads(extraction, base=BASE))


def objects_of(quads: list[Quad], subject: NamedNode, predicate: NamedNode) -> list[NamedNode | Literal]:
    return [quad.object for quad in quads if (quad.subject, quad.predicate) == (subject, predicate)]


def event_iris(quads: list[Quad]) -> list[NamedNode]:
    return [quad.subject for quad in quads if (quad.predicate, quad.object) == (RDF.type, DIP.Event)]
