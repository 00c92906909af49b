from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, RdfFormat, Store, parse, serialize

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
from ontology.vocabulary import DIP, OWL, PREFIXES, RDF, RDFS, SKOS, XSD
from tests.graph.rdf.visit import (
    ANA,
    ARCADIA,
    ARTICLE,
    BASE,
    COUNCIL,
    TEXT,
    VISIT,
    WRITTEN,
    event_iris,
    extraction_of,
    objects_of,
    quads_of,
)


def test_an_article_with_a_visit_is_written_whole() -> None:
    extraction = Extraction(replace(ARTICLE, text=TEXT[:39]), (ANA, ARCADIA), (), (VISIT,))
    quads = serialize(
        (quad.triple for quad in quads_of(extraction)), format=RdfFormat.TURTLE, prefixes=PREFIXES
    )
    body = [line for line in quads.decode().splitlines() if not line.startswith("@prefix")]
    assert "\n".join(body) == WRITTEN


def test_a_subclass_brings_the_classes_above() -> None:
    summit = Event("Meeting", Status.PLANNED, (Span(40, 60),), {"participant": (0, 2)}, subtype="Summit")
    quads = quads_of(extraction_of(summit))
    iri = NamedNode(f"{BASE}event/n%201-summit-40")
    assert objects_of(quads, iri, RDF.type) == [DIP.Summit, DIP.Meeting, DIP.Event]


def test_a_destination_is_no_participant() -> None:
    quads = quads_of(extraction_of(VISIT))
    destination = objects_of(quads, event_iris(quads)[0], DIP.destination)
    assert destination[0] not in objects_of(quads, event_iris(quads)[0], DIP.participant)


def test_events_of_one_class_at_one_place_have_names_of_their_own() -> None:
    quads = quads_of(
        extraction_of(VISIT, replace(VISIT, status=Status.DENIED), replace(VISIT, type="Meeting"))
    )
    names = [iri.value.removeprefix(f"{BASE}event/") for iri in event_iris(quads)]
    assert names == ["n%201-visit-0", "n%201-visit-0-2", "n%201-meeting-0"]


@pytest.mark.parametrize(
    ("when", "literal"),
    [
        (PartialDate(2024, 5, 26), Literal("2024-05-26", datatype=XSD.date)),
        (PartialDate(2024, 5), Literal("2024-05", datatype=XSD.gYearMonth)),
        (PartialDate(2024), Literal("2024", datatype=XSD.gYear)),
        (PartialDate(None, 2, 29), Literal("--02-29", datatype=XSD.gMonthDay)),
        (PartialDate(2023, 2, 29), None),
        (PartialDate(0, 1, 1), None),
        (PartialDate(None, 5), None),
        (PartialDate(2024, None, 5), None),
        (PartialDate(), None),
    ],
)
def test_a_date_says_no_more_than_is_known(when: PartialDate, literal: Literal | None) -> None:
    quads = quads_of(extraction_of(replace(VISIT, when=DateRange(when))))
    assert objects_of(quads, event_iris(quads)[0], DIP.startDate) == [literal] * (literal is not None)


@pytest.mark.parametrize(
    ("event", "label"),
    [
        (replace(VISIT, attributes={}, when=None), "Ana Novák visits Arcadia (actual)"),
        (
            Event("Meeting", Status.PLANNED, (), {"participant": (0, 2)}, places=(1,)),
            "Ana Novák and Council of Arcadia meet in Arcadia (planned)",
        ),
        (
            Event(
                "Sanction", Status.PROPOSED, (), {"actor": (2,), "target": (0,)}, attributes={"lifted": True}
            ),
            "Council of Arcadia lifts sanctions on Ana Novák (proposed)",
        ),
        (
            Event(
                "RelationsChange",
                Status.ACTUAL,
                (),
                {"actor": (0, 2), "target": (0, 2)},
                attributes={"changeKind": "restore"},
                when=DateRange(PartialDate(2024, 5, 1), PartialDate(2024, 5, 2)),
            ),
            "Ana Novák and Council of Arcadia restore relations (actual, 2024-05-01 to 2024-05-02)",
        ),
        (
            Event("Criticism", Status.ACTUAL, (), {"target": (0,)}),
            "someone voices criticism of Ana Novák (actual)",
        ),
    ],
)
def test_an_event_is_labelled_with_a_sentence(event: Event, label: str) -> None:
    quads = quads_of(extraction_of(event))
    assert objects_of(quads, event_iris(quads)[0], RDFS.label) == [Literal(label)]


def test_a_statement_is_labelled_with_what_asserts_it() -> None:
    quads = quads_of(extraction_of(Event("Statement", Status.ACTUAL, (Span(40, 60),), {"speaker": (0,)})))
    expected = "Ana Novák makes a statement: She met the council. (actual)"
    assert objects_of(quads, event_iris(quads)[0], RDFS.label) == [Literal(expected)]


def test_a_name_is_never_read_as_a_pattern() -> None:
    event = Event("Aid", Status.ACTUAL, (), {"actor": (0,)}, None, {"amount": "[{actor}] <a|b>"})
    quads = quads_of(extraction_of(event, entities=(Entity("{amount} [x] <y>", EntityType.COMPANY),)))
    expected = "{amount} [x] <y> gives aid: [{actor}] <a|b> (actual)"
    assert objects_of(quads, event_iris(quads)[0], RDFS.label) == [Literal(expected)]


def test_the_same_position_in_two_articles_is_one() -> None:
    entities = (ANA, COUNCIL)
    positions = (Position(0, "speaker", 1, (Span(0, 9),)),)
    first = Extraction(ARTICLE, entities, positions=positions)
    second = Extraction(replace(ARTICLE, id="other"), entities, positions=positions)
    iris = [
        [quad.subject for quad in quads_of(extraction) if quad.object == DIP.Position]
        for extraction in (first, second)
    ]
    assert iris == [[NamedNode(f"{BASE}position/ana-novak-3d7502245328-speaker-f5220f9ee8a3")]] * 2


def test_entities_differ_by_type_and_country_and_not_by_article() -> None:
    namesakes = (
        ANA,
        replace(ANA, country="HRV"),
        replace(ANA, type=EntityType.PLACE),
        replace(ANA, aliases=()),
    )
    quads = quads_of(extraction_of(entities=namesakes))
    assert len({quad.object for quad in quads if quad.predicate == DIP.mentions}) == 3


def test_a_name_without_ascii_letters_still_has_an_iri() -> None:
    quads = quads_of(extraction_of(entities=(Entity("Ўзбекистон", EntityType.PLACE),)))
    assert quads[-1].subject == NamedNode(f"{BASE}entity/place-6834f0a7fa3a")


def test_a_linked_entity_bears_its_known_name_once() -> None:
    seen = (
        Entity("Uzbekistan", EntityType.COUNTRY, "Q265", ("Tashkent",)),
        Entity("Uzbek", EntityType.PLACE, "Q265"),
    )
    quads = quads_of(extraction_of(entities=seen))
    iri = NamedNode(f"{BASE}entity/Q265")
    assert objects_of(quads, iri, RDFS.label) == [Literal("Uzbekistan")]
    assert objects_of(quads, iri, SKOS.altLabel) == [Literal("Tashkent"), Literal("Uzbek")]
    assert objects_of(quads, iri, OWL.sameAs) == [NamedNode("http://www.wikidata.org/entity/Q265")]
    assert DIP.Place not in objects_of(quads, iri, RDF.type)


def test_reference_quads_say_what_is_known_of_linked_entities() -> None:
    extraction = extraction_of(entities=(ANA, Entity("Uzbekistan", EntityType.COUNTRY, "Q265")))
    quads = list(reference_quads(extraction, base=BASE))
    assert {(quad.subject.value, quad.graph_name) for quad in quads} == {
        (f"{BASE}entity/Q265", DefaultGraph())
    }
    facts = {(quad.predicate, quad.object.value) for quad in quads}
    assert {
        (RDFS.label, "Uzbekistan"),
        (DIP.alpha2Code, "UZ"),
        (DIP.alpha3Code, "UZB"),
        (DIP.countryCode, "UZB"),
        (DIP.officialName, "Republic of Uzbekistan"),
    } <= facts


def test_reference_quads_are_those_of_any_article_that_names_the_entity() -> None:
    first = extraction_of(entities=(Entity("Uzbekistan", EntityType.COUNTRY, "Q265"),))
    second = extraction_of(entities=(Entity("Uzbekland", EntityType.PLACE, "Q265", ("Uzbek",)),))
    assert list(reference_quads(first, base=BASE)) == list(reference_quads(second, base=BASE))


@pytest.mark.parametrize("value", ["", "many", "NaN", "Infinity", "1e400"])
def test_a_figure_without_a_number_is_left_out(value: str) -> None:
    figure = Figure(value, "percent", "trade", (), (Span(61, 87),))
    quads = quads_of(Extraction(ARTICLE, figures=(figure,)))
    assert [quad for quad in quads if quad.object == DIP.Figure] == []


@pytest.mark.parametrize(
    ("value", "written"), [("15.0", "15"), ("1e3", "1000"), ("-0.0", "0"), ("0.50", "0.5"), ("+7", "7")]
)
def test_a_figures_value_is_written_as_the_store_gives_it_back(value: str, written: str) -> None:
    quads = quads_of(Extraction(ARTICLE, figures=(Figure(value, "percent", "trade", (), (Span(61, 87),)),)))
    store = Store()
    store.extend(quads)
    literal = Literal(written, datatype=XSD.decimal)
    assert [quad.object for quad in quads if quad.predicate == DIP.value] == [literal]
    assert [quad.object for quad in store.quads_for_pattern(None, DIP.value, None)] == [literal]


FIGURE = """\
<http://localhost:8000/figure/n%201-figure-61> a dip:Figure ;
	rdfs:label "exports, Arcadia: -15 percent (planned, 2023-01 to 2023-06)" ;
	dip:indicator "exports" ;
	dip:value "-15"^^xsd:decimal ;
	dip:unit "percent" ;
	dip:status dip:planned ;
	dip:startDate "2023-01"^^xsd:gYearMonth ;
	dip:endDate "2023-06"^^xsd:gYearMonth ;
	dip:change true ;
	dip:about <http://localhost:8000/entity/arcadia-e453e0e5fb74> ;
	dip:evidence <http://localhost:8000/article/n%201#char=61,87> .
"""


def test_a_figure_says_how_much_of_what_when_and_whether() -> None:
    period = DateRange(PartialDate(2023, 1), PartialDate(2023, 6))
    evidence = (Span(61, 87),)
    figure = Figure("-15", "percent", "exports", (1,), evidence, Status.PLANNED, period, is_change=True)
    quads = quads_of(Extraction(ARTICLE, (ANA, ARCADIA), figures=(figure,)))
    iri = NamedNode(f"{BASE}figure/n%201-figure-61")
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    expected = {quad.triple for quad in parse(prefixes + FIGURE, RdfFormat.TURTLE)}
    assert {quad.triple for quad in quads if quad.subject == iri} == expected
