from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, serialize

from graph.errors import ReadError
from graph.model import (
    Article,
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
from graph.rdf.triples import extraction_quads, reference_quads
from graph.validate import Fault, validate
from ontology.schema import load_event_schemas
from ontology.vocabulary import DCTERMS, DIP, OWL, RDF, RDFS, XSD

BASE = "http://localhost:8000/"
TEXT = "Ana Novak arrived in Arcadia on 26 May. She met the council. Trade grew by 15.0 percent."
YEAR = DateRange(PartialDate(2024))
EVIDENCE = (Span(0, 39), Span(40, 60))
FILLERS = {"signatory": 0, "appointee": 0, "destination": 6, "organization": 2, "of": 1}
VALUES: dict[str, str | int | bool] = {"boolean": True, "integer": 2, "string": "x"}
ARTICLE = NamedNode(f"{BASE}article/a1")
PERSON = NamedNode(f"{BASE}entity/person-x-3234dd10d3fc")
VISIT = NamedNode(f"{BASE}event/a1-visit-0")
QUOTE = NamedNode(f"{ARTICLE.value}#char=0,39")


def _event(name: str) -> Event:
    schema = load_event_schemas()[name]
    return Event(
        type=schema.parents[0] if len(schema.parents) > 1 else name,
        subtype=name if len(schema.parents) > 1 else None,
        status=Status.ACTUAL,
        evidence=EVIDENCE,
        roles={role: (FILLERS.get(role, 1),) for role in schema.roles},
        attributes={
            attribute.name: attribute.values[0] if attribute.values else VALUES[attribute.datatype]
            for attribute in schema.attributes.values()
        },
        when=DateRange(PartialDate(2024, 5, 26), PartialDate(2024, 5, 28)),
        places=(6,),
        topics=("trade", "nuclearEnergy"),
        attributed_to=(0,),
        confidence=0.87,
        method="both",
    )


def _complete(*names: str) -> list[Quad]:
    """An article with an event of each class, a position and a figure, all as they should be."""
    entities = tuple(Entity(f"{entity_type} X", entity_type, country="SVN") for entity_type in EntityType)
    uzbekistan = Entity("Uzbekistan", EntityType.COUNTRY, "Q265")
    extraction = Extraction(
        Article("a1", TEXT, "News", "The Wire", date(2024, 5, 27), "https://example.org/a1"),
        (*entities, uzbekistan),
        events=tuple(map(_event, names)),
        positions=(Position(0, "speaker", 3, EVIDENCE),),
        figures=(
            Figure("15.0", "percent", "trade turnover", (1,), (Span(61, 88),)),
            Figure("-2", "percent", "exports", (1,), (Span(61, 88),), Status.PLANNED, YEAR, is_change=True),
        ),
    )
    return [*extraction_quads(extraction, base=BASE), *reference_quads(extraction, base=BASE)]


COMPLETE = _complete("Visit", "Agreement", "Statement")
Change = Callable[[list[Quad]], list[Quad]]


def _messages(quads: list[Quad]) -> set[str]:
    return {fault.message for fault in validate(quads)}


def _without(predicate: NamedNode, subject: NamedNode | None = None) -> Change:
    return lambda quads: [
        quad for quad in quads if quad.predicate != predicate or subject not in (None, quad.subject)
    ]


def _with(subject: NamedNode, predicate: NamedNode, term: NamedNode | Literal | BlankNode) -> Change:
    return lambda quads: [*quads, Quad(subject, predicate, term, ARTICLE)]


def _changed(subject: NamedNode, predicate: NamedNode, term: NamedNode | Literal) -> Change:
    return lambda quads: _with(subject, predicate, term)(_without(predicate, subject)(quads))


def _typed(text: str, name: str) -> Literal:
    return Literal(text, datatype=XSD[name])


def _dated(start: str, end: str, name: str) -> Change:
    begins = _changed(VISIT, DIP.startDate, _typed(start, name))
    ends = _changed(VISIT, DIP.endDate, _typed(end, name))
    return lambda quads: ends(begins(quads))


@pytest.mark.parametrize(
    ("start", "end", "name"),
    [("2021", "2022", "gYear"), ("2021", "2021", "gYear"), ("--12-30", "--01-02", "gMonthDay")],
)
def test_a_range_of_years_or_over_the_new_year_has_no_faults(start: str, end: str, name: str) -> None:
    assert _messages(_dated(start, end, name)(COMPLETE)) == set()


def test_a_complete_extraction_has_no_faults() -> None:
    assert validate(_complete(*load_event_schemas())) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (_without(DIP.articleId), "has one dip:articleId, a string"),
        (_without(DIP.text), "has one dip:text, a string that is not empty"),
        (_changed(ARTICLE, DCTERMS.issued, Literal("2024-05-27")), "at most one dcterms:issued, an xsd:date"),
        (_with(ARTICLE, DIP.mentions, VISIT), "mentions only entities"),
        (_without(DIP.quote, QUOTE), "has one dip:quote, a string that is not empty"),
        (_without(DIP.article, QUOTE), "has one dip:article, a dip:Article"),
        (_changed(QUOTE, DIP.begin, Literal(39)), "an xsd:integer from 0 and below dip:end"),
        (_changed(QUOTE, DIP.begin, Literal(-1)), "an xsd:integer from 0 and below dip:end"),
        (_changed(QUOTE, DIP.end, Literal("39")), "has one dip:end, an xsd:integer"),
        (_without(RDFS.label, PERSON), "has one label, a string that is not empty"),
        (_with(PERSON, RDFS.label, Literal("Y")), "has one label, a string that is not empty"),
        (_with(PERSON, RDF.type, DIP.Place), "is exactly one of dip:Person"),
        (_with(PERSON, OWL.sameAs, VISIT), "at most one item of Wikidata"),
        (_without(DIP.evidence, VISIT), "has at least one piece of evidence"),
        (_with(VISIT, DIP.evidence, PERSON), "has at least one piece of evidence"),
        (_without(DIP.status, VISIT), "has one dip:status"),
        (_with(VISIT, DIP.status, DIP.denied), "has one dip:status"),
        (_changed(VISIT, DIP.status, DIP.trade), "has one dip:status"),
        (_changed(VISIT, DIP.confidence, _typed("1.01", "decimal")), "has one dip:confidence"),
        (_changed(VISIT, DIP.confidence, Literal(0.5)), "has one dip:confidence"),
        (_without(DIP.method, VISIT), "has one dip:method"),
        (_without(DIP.ploverRoot, VISIT), "has one dip:ploverRoot"),
        (_changed(VISIT, DIP.cameoRoot, Literal("4")), "has one dip:cameoRoot"),
        (_changed(VISIT, DIP.startDate, Literal("26 May")), "has at most one dip:startDate"),
        (_changed(VISIT, DIP.startDate, _typed("2024-02-30", "date")), "has at most one dip:startDate"),
        (_changed(VISIT, DIP.startDate, _typed("2024-13", "gYearMonth")), "has at most one dip:startDate"),
        (_changed(VISIT, DIP.startDate, _typed("--02-32", "gMonthDay")), "has at most one dip:startDate"),
        (_changed(VISIT, DIP.startDate, _typed("2024-05-29", "date")), "does not end before it starts"),
        (_dated("2022", "2021", "gYear"), "does not end before it starts"),
        (_dated("2022-03", "2022-02", "gYearMonth"), "does not end before it starts"),
        (_with(VISIT, DIP.location, PERSON), "is located in countries or places"),
        (_with(VISIT, DIP.topic, DIP.Visit), "has topics of dip:topics"),
        (_with(VISIT, RDF.type, DIP.Meeting), "is of exactly one class of events"),
        (_without(RDF.type, PERSON), "fills dip:signatory, so it is to be a dip:Person"),
        (_with(VISIT, DIP.destination, PERSON), "fills dip:destination, so it is to be a dip:Country or"),
        (_with(VISIT, DIP.speaker, PERSON), "has a dip:speaker, which only dip:Statement may have"),
        (_with(VISIT, DIP.changeKind, Literal("sever")), "which only dip:RelationsChange may have"),
        (_changed(VISIT, DIP.visitKind, Literal("pleasure")), "has at most one dip:visitKind: state,"),
        (_without(DIP.speaker), "has a dip:speaker"),
        (_without(DIP.party), "has a dip:party"),
        (_without(DIP.holder), "has one dip:holder, a dip:Person"),
        (_without(DIP.role), "has one dip:role, a string that is not empty"),
        (_without(DIP.of), "has one dip:of"),
        (_without(DIP.value), "has one dip:value, an xsd:decimal"),
        (_without(DIP.indicator), "has one dip:indicator, a string that is not empty"),
        (_with(VISIT, DIP.visitor, BlankNode("b")), "fills dip:visitor, so it is to be a dip:Agent"),
    ],
)
def test_a_broken_graph_has_the_fault(change: Change, message: str) -> None:
    assert [found for found in _messages(change(COMPLETE)) if message in found] != []


def test_an_event_needs_only_one_of_two_core_roles() -> None:
    quads = _without(DIP.visitor)(COMPLETE)
    assert "has a dip:visitor or dip:destination" not in _messages(quads)
    assert "has a dip:visitor or dip:destination" in _messages(_without(DIP.destination)(quads))


def test_a_fault_names_the_node_the_rule_and_the_value() -> None:
    quads = _changed(VISIT, DIP.status, DIP.trade)(COMPLETE)
    expected = Fault(
        node=VISIT.value,
        label="Country X pays a state visit to Place X (actual, 2024-05-26 to 2024-05-28)",
        message="has one dip:status: dip:actual, dip:planned, dip:proposed or dip:denied",
        value="dip:trade",
    )
    assert validate(quads) == [expected]
    assert str(expected) == (
        f"{expected.label} <{VISIT.value}> breaks the rule: it {expected.message}; found dip:trade"
    )


def test_a_file_is_validated_by_its_format(tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    path.write_bytes(serialize(_without(DIP.articleId)(COMPLETE), format=RdfFormat.N_QUADS))
    assert [fault.message for fault in validate(path)] == ["has one dip:articleId, a string"]


def test_a_file_that_is_no_rdf_is_named(tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    path.write_text("no quads", encoding="utf-8")
    with pytest.raises(ReadError, match=r"graph\.nq: cannot be read as N-Quads"):
        validate(path)
    with pytest.raises(ReadError, match=r"graph\.md: its name must end in \.ttl"):
        validate(tmp_path / "graph.md")
    with pytest.raises(ReadError, match=r"absent\.ttl: cannot be read as Turtle"):
        validate(tmp_path / "absent.ttl")


def test_two_articles_are_validated_as_one_graph() -> None:
    other = Extraction(Article("a2", TEXT), (replace(Entity("Person X", EntityType.PERSON), country="SVN"),))
    assert validate([*COMPLETE, *extraction_quads(other, base=BASE)]) == []
