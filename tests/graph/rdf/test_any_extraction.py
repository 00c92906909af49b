from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, RdfFormat, parse, serialize

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
from graph.rdf.triples import article_iri, reference_quads
from graph.topics import load_topic_labels
from ontology.schema import load_event_schemas
from ontology.vocabulary import DIP
from tests.graph.rdf.visit import BASE, objects_of, quads_of

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
    quads = quads_of(extraction)
    lines = serialize(quads, format=RdfFormat.N_QUADS)
    assert list(parse(lines, RdfFormat.N_QUADS)) == quads
    assert {quad.graph_name for quad in quads} == {article_iri(extraction.article, base=BASE)}
    assert not any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object))
    assert len(set(quads)) == len(quads)
    assert lines == serialize(quads_of(replace(extraction)), format=RdfFormat.N_QUADS)
    known = list(reference_quads(extraction, base=BASE))
    assert list(parse(serialize(known, format=RdfFormat.N_QUADS), RdfFormat.N_QUADS)) == known


@given(_extractions())
@settings(max_examples=50, deadline=None)
def test_a_quote_is_the_text_between_its_offsets(extraction: Extraction) -> None:
    quads = quads_of(extraction)
    text = next(quad.object.value for quad in quads if quad.predicate == DIP.text)
    for subject in {quad.subject for quad in quads if quad.object == DIP.Evidence}:
        begin, end, quote = (
            objects_of(quads, subject, term)[0].value for term in (DIP.begin, DIP.end, DIP.quote)
        )
        assert text[int(begin) : int(end)] == quote
