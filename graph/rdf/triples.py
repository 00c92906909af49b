"""triples: an Extraction becomes the quads of its article; what is known of its entities, reference quads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from graph.linking.gazetteer import load_gazetteer
from graph.linking.known import Known
from graph.model import Article, DateRange, Entity, Event, Extraction, Figure, Position, Span
from graph.rdf.codes import codes_of
from graph.rdf.iris import article_iri, claim_iri, entity_iri, evidence_iri, path_segment, position_iri
from graph.rdf.labels import event_label, figure_label
from graph.rdf.literals import confidence_literal, date_literal, decimal_literal, text_literal, whole
from ontology.schema import EventSchema, load_event_schemas, load_role, superclasses
from ontology.vocabulary import DCTERMS, DIP, GEO, OWL, RDF, RDFS, SCHEMA, SKOS, WD, XSD

__all__ = ["article_iri", "extraction_quads", "known_triples", "reference_quads"]

Facts = Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]
COUNTRY_CODE = re.compile("[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Context:
    """The article, its entities and their IRIs, in the extraction's order."""

    article: Article
    graph: NamedNode
    entities: tuple[Entity, ...]
    iris: tuple[NamedNode, ...]
    base: str


def extraction_quads(extraction: Extraction, *, base: str) -> Iterator[Quad]:
    """What an article says, each quad once, all in the article's graph.

    A linked entity bears its known name, so that it has one label however many articles name it.
    """
    context = _context(extraction, base=base)
    facts = chain(
        _article_facts(context),
        _entity_facts(context),
        *(_event_facts(event, name, context) for event, name in _named_events(extraction.events)),
        *(_position_facts(position, context) for position in extraction.positions),
        *(_figure_facts(figure, name, context) for figure, name in _named_figures(extraction.figures)),
    )
    yield from dict.fromkeys(Quad(*fact, context.graph) for fact in facts)


def reference_quads(extraction: Extraction, *, base: str) -> Iterator[Quad]:
    """What is known of the linked entities of an article whatever it says, in the default graph."""
    for qid in sorted({entity.qid for entity in extraction.entities if entity.qid is not None}):
        known = _known_entities().get(qid)
        if known is not None:
            yield from dict.fromkeys(Quad(*fact, DefaultGraph()) for fact in _known_facts(known, base=base))


@lru_cache(maxsize=10_000)
def known_triples(entity: NamedNode, *, base: str) -> frozenset[Triple]:
    """What is known of the entity with this IRI whatever an article says; of one not linked, nothing."""
    known = _known_entities().get(entity.value.removeprefix(f"{base}entity/"))
    return frozenset(Triple(*fact) for fact in _known_facts(known, base=base)) if known else frozenset()


# The article


def _context(extraction: Extraction, *, base: str) -> Context:
    entities = tuple(map(_known_by_name, extraction.entities))
    return Context(
        article=extraction.article,
        graph=article_iri(extraction.article, base=base),
        entities=entities,
        iris=tuple(entity_iri(entity, base=base) for entity in entities),
        base=base,
    )


def _known_by_name(entity: Entity) -> Entity:
    known = _known_entities().get(entity.qid) if entity.qid is not None else None
    if known is None:
        return entity
    aliases = (*entity.aliases, entity.name)
    return replace(entity, name=known.name, type=known.type, aliases=aliases, country=known.country)


@cache
def _known_entities() -> dict[str, Known]:
    linked = ((known.qid, known) for known in reversed(load_gazetteer().entities))
    return {qid: known for qid, known in linked if qid is not None}


def _article_facts(context: Context) -> Facts:
    article = context.article
    yield context.graph, RDF.type, DIP.Article
    yield context.graph, DIP.articleId, text_literal(article.id)
    texts = {
        DCTERMS.title: article.title,
        DCTERMS.publisher: article.publisher,
        DCTERMS.language: article.language,
        DIP.text: article.text,
    }
    yield from ((context.graph, term, text_literal(text)) for term, text in texts.items() if text is not None)
    if article.published is not None:
        yield context.graph, DCTERMS.issued, Literal(article.published.isoformat(), datatype=XSD.date)
    if article.url is not None:
        yield context.graph, SCHEMA.url, Literal(whole(article.url), datatype=XSD.anyURI)


# Entities


def _entity_facts(context: Context) -> Facts:
    """Each entity once: two with one IRI are one, labelled with the first one's name."""
    same: dict[NamedNode, list[Entity]] = {}
    for entity, iri in zip(context.entities, context.iris, strict=True):
        same.setdefault(iri, []).append(entity)
    for iri, entities in same.items():
        yield context.graph, DIP.mentions, iri
        others = (name for entity in entities for name in (entity.name, *entity.aliases))
        yield from _named_facts(iri, entities[0], others)


def _named_facts(iri: NamedNode, entity: Entity | Known, others: Iterable[str]) -> Facts:
    yield from _types(iri, entity.type)
    yield iri, RDFS.label, text_literal(entity.name)
    yield from ((iri, SKOS.altLabel, text_literal(name)) for name in sorted({*others} - {entity.name, ""}))
    if entity.qid is not None:
        yield iri, OWL.sameAs, WD[path_segment(entity.qid)]
    if entity.country is not None and COUNTRY_CODE.fullmatch(entity.country):
        yield iri, DIP.countryCode, text_literal(entity.country)


def _known_facts(known: Known, *, base: str) -> Facts:
    iri = entity_iri(known, base=base)
    yield from _named_facts(iri, known, (*known.aliases, *known.other_names))
    texts = {
        DIP.officialName: known.official_name,
        DIP.alpha2Code: known.iso2,
        DIP.alpha3Code: known.iso3,
        DIP.geonamesId: known.geonames,
    }
    yield from ((iri, term, text_literal(text)) for term, text in texts.items() if text is not None)
    for term, degrees in ((GEO.lat, known.latitude), (GEO["long"], known.longitude)):
        if degrees is not None and (number := decimal_literal(degrees)) is not None:
            yield iri, term, number


# Events


def _named_events(events: Sequence[Event]) -> Iterator[tuple[Event, str]]:
    names = (f"{(event.subtype or event.type).lower()}-{_begin(event.evidence)}" for event in events)
    return zip(events, _numbered(names), strict=True)


def _event_facts(event: Event, name: str, context: Context) -> Facts:
    iri = claim_iri("event", context.article, name, base=context.base)
    schema = load_event_schemas()[event.subtype or event.type]
    yield from _types(iri, schema.name)
    yield iri, RDFS.label, text_literal(event_label(event, context.entities, context.article.text))
    yield iri, DIP.status, DIP[event.status.value]
    yield from _role_facts(iri, event, context)
    yield from _date_facts(iri, event.when)
    yield from ((iri, DIP.location, context.iris[place]) for place in event.places)
    yield from ((iri, DIP.topic, DIP[topic]) for topic in event.topics)
    yield from _attribute_facts(iri, event, schema)
    yield from ((iri, DIP.attributedTo, context.iris[source]) for source in event.attributed_to)
    yield iri, DIP.confidence, confidence_literal(event.confidence)
    yield iri, DIP.method, text_literal(event.method)
    yield from _evidence_facts(iri, event.evidence, context)


def _role_facts(iri: NamedNode, event: Event, context: Context) -> Facts:
    """The roles and the roles above them: a visitor is an actor and a participant as well."""
    for role in sorted(event.roles):
        for filler in event.roles[role]:
            for name in (role, *load_role(role).supers):
                yield iri, DIP[name], context.iris[filler]


def _date_facts(iri: NamedNode, period: DateRange | None) -> Facts:
    if period is not None:
        ends = ((DIP.startDate, period.start), (DIP.endDate, period.end))
        dates = ((term, date_literal(when)) for term, when in ends if when is not None)
        yield from ((iri, term, date) for term, date in dates if date is not None)


def _attribute_facts(iri: NamedNode, event: Event, schema: EventSchema) -> Facts:
    codes = codes_of(event, schema)
    for name, value in sorted(event.attributes.items()):
        yield iri, DIP[name], text_literal(value) if isinstance(value, str) else Literal(value)
    yield iri, DIP.ploverRoot, text_literal(codes.plover)
    yield iri, DIP.cameoRoot, text_literal(codes.cameo)


# Positions and figures


def _position_facts(position: Position, context: Context) -> Facts:
    holder, of = context.entities[position.holder], context.entities[position.of]
    iri = position_iri(holder, position.role, of, base=context.base)
    yield iri, RDF.type, DIP.Position
    yield iri, RDFS.label, text_literal(f"{holder.name}, {position.role} ({of.name})")
    yield iri, DIP.holder, context.iris[position.holder]
    yield iri, DIP.role, text_literal(position.role)
    yield iri, DIP.of, context.iris[position.of]
    yield from _evidence_facts(iri, position.evidence, context)


def _named_figures(figures: Sequence[Figure]) -> Iterator[tuple[Figure, str]]:
    return zip(figures, _numbered(f"figure-{_begin(figure.evidence)}" for figure in figures), strict=True)


def _figure_facts(figure: Figure, name: str, context: Context) -> Facts:
    value = decimal_literal(figure.value)
    if value is None:
        return
    iri = claim_iri("figure", context.article, name, base=context.base)
    yield iri, RDF.type, DIP.Figure
    yield iri, RDFS.label, text_literal(figure_label(figure, value.value, context.entities))
    yield iri, DIP.indicator, text_literal(figure.indicator)
    yield iri, DIP.value, value
    yield iri, DIP.unit, text_literal(figure.unit)
    yield iri, DIP.status, DIP[figure.status.value]
    yield from _date_facts(iri, figure.when)
    if figure.is_change:
        yield iri, DIP.change, Literal(True)
    yield from ((iri, DIP.about, context.iris[entity]) for entity in figure.about)
    yield from _evidence_facts(iri, figure.evidence, context)


# Evidence


def _evidence_facts(claim: NamedNode, spans: Iterable[Span], context: Context) -> Facts:
    for span in spans:
        iri = evidence_iri(context.graph, span)
        yield claim, DIP.evidence, iri
        yield iri, RDF.type, DIP.Evidence
        yield iri, DIP.article, context.graph
        yield iri, DIP.begin, Literal(span.start)
        yield iri, DIP.end, Literal(span.end)
        yield iri, DIP.quote, text_literal(context.article.text[span.start : span.end])


# Names and literals


def _types(iri: NamedNode, cls: str) -> Facts:
    yield from ((iri, RDF.type, DIP[name]) for name in (cls, *superclasses(cls)))


def _begin(spans: Sequence[Span]) -> int:
    return spans[0].start if spans else 0


def _numbered(names: Iterable[str]) -> Iterator[str]:
    """The names, the second of the same with -2, the third with -3."""
    counts: Counter[str] = Counter()
    for name in names:
        counts[name] += 1
        yield name if counts[name] == 1 else f"{name}-{counts[name]}"
