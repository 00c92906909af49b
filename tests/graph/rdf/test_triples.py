from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize

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
from graph.rdf.triples import article_iri, extraction_quads, reference_quads
from graph.topics import load_topic_labels
from ontology.schema import load_event_schemas
from ontology.vocabulary import DIP, OWL, PREFIXES, RDF, RDFS, SKOS, XSD, load_ontology

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


def _extraction(*events: Event, entities: tuple[Entity, ...] = (ANA, ARCADIA, COUNCIL)) -> Extraction:
    return Extraction(ARTICLE, entities, (), events)


def _quads(extraction: Extraction) -> list[Quad]:
    return list(extraction_quads(extraction, base=BASE))


def _objects(quads: list[Quad], subject: NamedNode, predicate: NamedNode) -> list[NamedNode | Literal]:
    return [quad.object for quad in quads if (quad.subject, quad.predicate) == (subject, predicate)]


def _event_iris(quads: list[Quad]) -> list[NamedNode]:
    return [quad.subject for quad in quads if (quad.predicate, quad.object) == (RDF.type, DIP.Event)]


def test_an_article_with_a_visit_is_written_whole() -> None:
    extraction = Extraction(replace(ARTICLE, text=TEXT[:39]), (ANA, ARCADIA), (), (VISIT,))
    quads = serialize(
        (quad.triple for quad in _quads(extraction)), format=RdfFormat.TURTLE, prefixes=PREFIXES
    )
    body = [line for line in quads.decode().splitlines() if not line.startswith("@prefix")]
    assert "\n".join(body) == WRITTEN


def test_a_subclass_brings_the_classes_above() -> None:
    summit = Event("Meeting", Status.PLANNED, (Span(40, 60),), {"participant": (0, 2)}, subtype="Summit")
    quads = _quads(_extraction(summit))
    iri = NamedNode(f"{BASE}event/n%201-summit-40")
    assert _objects(quads, iri, RDF.type) == [DIP.Summit, DIP.Meeting, DIP.Event]


def test_a_destination_is_no_participant() -> None:
    quads = _quads(_extraction(VISIT))
    destination = _objects(quads, _event_iris(quads)[0], DIP.destination)
    assert destination[0] not in _objects(quads, _event_iris(quads)[0], DIP.participant)


def test_events_of_one_class_at_one_place_have_names_of_their_own() -> None:
    quads = _quads(_extraction(VISIT, replace(VISIT, status=Status.DENIED), replace(VISIT, type="Meeting")))
    names = [iri.value.removeprefix(f"{BASE}event/") for iri in _event_iris(quads)]
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
    quads = _quads(_extraction(replace(VISIT, when=DateRange(when))))
    assert _objects(quads, _event_iris(quads)[0], DIP.startDate) == [literal] * (literal is not None)


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
    quads = _quads(_extraction(event))
    assert _objects(quads, _event_iris(quads)[0], RDFS.label) == [Literal(label)]


def test_a_statement_is_labelled_with_what_asserts_it() -> None:
    quads = _quads(_extraction(Event("Statement", Status.ACTUAL, (Span(40, 60),), {"speaker": (0,)})))
    expected = "Ana Novák makes a statement: She met the council. (actual)"
    assert _objects(quads, _event_iris(quads)[0], RDFS.label) == [Literal(expected)]


def test_a_name_is_never_read_as_a_pattern() -> None:
    event = Event("Aid", Status.ACTUAL, (), {"actor": (0,)}, None, {"amount": "[{actor}] <a|b>"})
    quads = _quads(_extraction(event, entities=(Entity("{amount} [x] <y>", EntityType.COMPANY),)))
    expected = "{amount} [x] <y> gives aid: [{actor}] <a|b> (actual)"
    assert _objects(quads, _event_iris(quads)[0], RDFS.label) == [Literal(expected)]


def test_the_same_position_in_two_articles_is_one() -> None:
    entities = (ANA, COUNCIL)
    positions = (Position(0, "speaker", 1, (Span(0, 9),)),)
    first = Extraction(ARTICLE, entities, positions=positions)
    second = Extraction(replace(ARTICLE, id="other"), entities, positions=positions)
    iris = [
        [quad.subject for quad in _quads(extraction) if quad.object == DIP.Position]
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
    quads = _quads(_extraction(entities=namesakes))
    assert len({quad.object for quad in quads if quad.predicate == DIP.mentions}) == 3


def test_a_name_without_ascii_letters_still_has_an_iri() -> None:
    quads = _quads(_extraction(entities=(Entity("Ўзбекистон", EntityType.PLACE),)))
    assert quads[-1].subject == NamedNode(f"{BASE}entity/place-6834f0a7fa3a")


def test_a_linked_entity_bears_its_known_name_once() -> None:
    seen = (
        Entity("Uzbekistan", EntityType.COUNTRY, "Q265", ("Tashkent",)),
        Entity("Uzbek", EntityType.PLACE, "Q265"),
    )
    quads = _quads(_extraction(entities=seen))
    iri = NamedNode(f"{BASE}entity/Q265")
    assert _objects(quads, iri, RDFS.label) == [Literal("Uzbekistan")]
    assert _objects(quads, iri, SKOS.altLabel) == [Literal("Tashkent"), Literal("Uzbek")]
    assert _objects(quads, iri, OWL.sameAs) == [NamedNode("http://www.wikidata.org/entity/Q265")]
    assert DIP.Place not in _objects(quads, iri, RDF.type)


def test_reference_quads_say_what_is_known_of_linked_entities() -> None:
    extraction = _extraction(entities=(ANA, Entity("Uzbekistan", EntityType.COUNTRY, "Q265")))
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
    first = _extraction(entities=(Entity("Uzbekistan", EntityType.COUNTRY, "Q265"),))
    second = _extraction(entities=(Entity("Uzbekland", EntityType.PLACE, "Q265", ("Uzbek",)),))
    assert list(reference_quads(first, base=BASE)) == list(reference_quads(second, base=BASE))


@pytest.mark.parametrize("value", ["", "many", "NaN", "Infinity", "1e400"])
def test_a_figure_without_a_number_is_left_out(value: str) -> None:
    figure = Figure(value, "percent", "trade", (), (Span(61, 87),))
    quads = _quads(Extraction(ARTICLE, figures=(figure,)))
    assert [quad for quad in quads if quad.object == DIP.Figure] == []


@pytest.mark.parametrize(
    ("value", "written"), [("15.0", "15"), ("1e3", "1000"), ("-0.0", "0"), ("0.50", "0.5"), ("+7", "7")]
)
def test_a_figures_value_is_written_as_the_store_gives_it_back(value: str, written: str) -> None:
    quads = _quads(Extraction(ARTICLE, figures=(Figure(value, "percent", "trade", (), (Span(61, 87),)),)))
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
    quads = _quads(Extraction(ARTICLE, (ANA, ARCADIA), figures=(figure,)))
    iri = NamedNode(f"{BASE}figure/n%201-figure-61")
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    expected = {quad.triple for quad in parse(prefixes + FIGURE, RdfFormat.TURTLE)}
    assert {quad.triple for quad in quads if quad.subject == iri} == expected


HOSTILE_IDS = [
    "",
    ".",
    "..",
    "=",
    "=.",
    "%2E",
    "a/b",
    "a%2Fb",
    "a b",
    "é",
    "e\u0301",
    "\ud800",
    "#",
    "?",
    "a-visit-0",
]


def test_hostile_ids_give_valid_iris_that_differ() -> None:
    iris = [article_iri(Article(article_id, "x"), base=BASE).value for article_id in HOSTILE_IDS]
    assert len(set(iris)) == len(HOSTILE_IDS)
    assert [iri for iri in iris if iri.removeprefix(f"{BASE}article/") in {"", ".", ".."}] == []


def test_events_of_articles_whose_ids_look_alike_differ() -> None:
    ids = ["a", "a-visit-0", "a-visit-0-2", "a-visit"]
    extractions = [Extraction(Article(name, TEXT), (ANA, ARCADIA), (), (VISIT, VISIT)) for name in ids]
    iris = [iri for extraction in extractions for iri in _event_iris(_quads(extraction))]
    assert len(set(iris)) == 2 * len(ids)


@given(st.lists(st.text(), unique=True, min_size=2, max_size=6))
@settings(max_examples=50, deadline=None)
def test_two_ids_never_give_one_iri(ids: list[str]) -> None:
    assert len({article_iri(Article(article_id, "x"), base=BASE) for article_id in ids}) == len(ids)


# Any extraction at all


ANY_TEXT = st.text(st.characters(), max_size=30)
SCHEMAS = load_event_schemas()


@st.composite
def _attributes(draw: st.DrawFn, name: str) -> Mapping[str, str | int | bool]:
    attributes: dict[str, str | int | bool] = {}
    for attribute in SCHEMAS[name].attributes.values():
        values = {
            "boolean": st.booleans(),
            "integer": st.integers(-(2**70), 2**70),
            "string": st.sampled_from(attribute.values) if attribute.values else ANY_TEXT,
        }
        if draw(st.booleans()):
            attributes[attribute.name] = draw(values[attribute.datatype])
    return attributes


@st.composite
def _extractions(draw: st.DrawFn) -> Extraction:
    article = Article(
        id=draw(ANY_TEXT),
        text=draw(st.text(st.characters(), min_size=1, max_size=60)),
        title=draw(st.none() | ANY_TEXT),
        publisher=draw(st.none() | ANY_TEXT),
        published=draw(st.none() | st.dates()),
        url=draw(st.none() | ANY_TEXT),
    )
    end = len(article.text)
    spans = st.tuples(st.integers(0, end), st.integers(0, end)).map(lambda pair: Span(min(pair), max(pair)))
    evidence = st.lists(spans, max_size=2).map(tuple)
    entity = st.builds(
        Entity,
        name=ANY_TEXT,
        type=st.sampled_from(EntityType),
        qid=st.none() | st.sampled_from(["Q265", "Q159", "Q0"]) | ANY_TEXT,
        aliases=st.lists(ANY_TEXT, max_size=2).map(tuple),
        country=st.none() | st.sampled_from(["UZB", "Somaliland"]) | ANY_TEXT,
    )
    entities = tuple(draw(st.lists(entity, min_size=1, max_size=4)))
    index = st.integers(0, len(entities) - 1)
    indexes = st.lists(index, max_size=3).map(tuple)
    number = st.none() | st.integers(-1, 40)
    day = st.builds(PartialDate, year=number | st.integers(1900, 2100), month=number, day=number)
    events = []
    for name in draw(st.lists(st.sampled_from(sorted(SCHEMAS)), max_size=3)):
        is_subtype = len(SCHEMAS[name].parents) > 1
        events.append(
            Event(
                type=SCHEMAS[name].parents[0] if is_subtype else name,
                subtype=name if is_subtype else None,
                status=draw(st.sampled_from(Status)),
                evidence=draw(evidence),
                roles={role: draw(indexes) for role in SCHEMAS[name].roles},
                attributes=draw(_attributes(name)),
                when=draw(st.none() | st.builds(DateRange, start=day, end=st.none() | day)),
                places=draw(indexes),
                topics=draw(st.lists(st.sampled_from(sorted({*load_topic_labels().values()})), max_size=2)),
                attributed_to=draw(indexes),
                confidence=draw(st.floats()),
            )
        )
    return Extraction(
        article,
        entities,
        events=tuple(events),
        positions=tuple(draw(st.lists(st.builds(Position, index, ANY_TEXT, index, evidence), max_size=2))),
        figures=tuple(
            draw(st.lists(st.builds(Figure, ANY_TEXT | st.just("7"), ANY_TEXT, ANY_TEXT, indexes, evidence)))
        ),
    )


@given(_extractions())
@settings(max_examples=50, deadline=None)
def test_any_extraction_is_valid_rdf_in_the_articles_graph(extraction: Extraction) -> None:
    quads = _quads(extraction)
    lines = serialize(quads, format=RdfFormat.N_QUADS)
    assert list(parse(lines, RdfFormat.N_QUADS)) == quads
    assert {quad.graph_name for quad in quads} == {article_iri(extraction.article, base=BASE)}
    assert not any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object))
    assert len(set(quads)) == len(quads)
    assert lines == serialize(_quads(replace(extraction)), format=RdfFormat.N_QUADS)
    known = list(reference_quads(extraction, base=BASE))
    assert list(parse(serialize(known, format=RdfFormat.N_QUADS), RdfFormat.N_QUADS)) == known


@given(_extractions())
@settings(max_examples=50, deadline=None)
def test_a_quote_is_the_text_between_its_offsets(extraction: Extraction) -> None:
    quads = _quads(extraction)
    text = next(quad.object.value for quad in quads if quad.predicate == DIP.text)
    for subject in {quad.subject for quad in quads if quad.object == DIP.Evidence}:
        begin, end, quote = (
            _objects(quads, subject, term)[0].value for term in (DIP.begin, DIP.end, DIP.quote)
        )
        assert text[int(begin) : int(end)] == quote


# The ontology, all of it


ANY_VALUE: dict[str, str | int | bool] = {"boolean": True, "integer": 2, "string": "x"}


def _everything() -> Extraction:
    """An extraction with every class, role, attribute and value that an article can yield."""
    entities = tuple(Entity(f"{entity_type} X", entity_type, country="SVN") for entity_type in EntityType)
    events = []
    for schema in SCHEMAS.values():
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
    known = _extraction(
        entities=(Entity("Uzbekistan", EntityType.COUNTRY, "Q265"), Entity("T", EntityType.PLACE, "Q269"))
    )
    quads = [*_quads(_everything()), *reference_quads(known, base=BASE)]
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
    written = {quad.object for quad in _quads(_everything()) if quad.predicate == RDF.type}
    assert classes - unions - written == {DIP.Status}
