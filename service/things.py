"""things: what the graph says of an entity, an event or a position, as its page shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

import pyoxigraph as ox

from graph.storage.graph_store import GraphStore
from graph.storage.store import Term
from ontology.schema import load_role, superclasses
from ontology.vocabulary import DIP, OWL, RDF, RDFS, SKOS
from service.labels import event_title, label_of, load_term_words, local, status_word, term_label
from service.lookups import Row, text

MAX_TRIPLES = 10_000  # of one answer
_SHOWN_APART = frozenset(
    {RDF.type, RDFS.label, SKOS.altLabel, OWL.sameAs, DIP.evidence}
    | {DIP.status, DIP.startDate, DIP.endDate, DIP.confidence, DIP.method}
)


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; `iri` is None where they do not."""

    text: str
    iri: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A property with its values."""

    name: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of evidence: the words, and the article that they stand in."""

    text: str
    iri: str
    article: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in a list: what happened, whether, when, and what someone's part in it was."""

    iri: str
    title: str
    status: str
    status_word: str
    when: str
    roles: tuple[str, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """All that a page shows of one thing."""

    iri: str
    title: str
    kind: str
    status: str
    status_word: str
    when: str
    confidence: str
    method: str
    other_names: tuple[str, ...]
    same_as: tuple[str, ...]
    facts: tuple[Fact, ...]
    quotes: tuple[Quote, ...]


def describe_thing(store: GraphStore, iri: str) -> Thing | None:
    """Gather what the graph says of a thing, None where it says nothing."""
    values: dict[ox.NamedNode, list[Term]] = {}
    for quad in store.quads_about(iri):
        values.setdefault(quad.predicate, []).append(quad.object)
    if not values:
        return None
    status = _first(values, DIP.status)
    return Thing(
        iri=iri,
        title=event_title(label_of(store, iri)),
        kind=_kind(values.get(RDF.type, [])),
        status=local(status) if status else "",
        status_word=status_word(status) if status else "",
        when=date_range(_first(values, DIP.startDate), _first(values, DIP.endDate)),
        confidence=_first(values, DIP.confidence),
        method=_first(values, DIP.method),
        other_names=tuple(sorted(text(name) for name in values.get(SKOS.altLabel, []))),
        same_as=tuple(sorted(text(item) for item in values.get(OWL.sameAs, []))),
        facts=tuple(_facts(store, values)),
        quotes=tuple(_quotes(store, values.get(DIP.evidence, []))),
    )


def _first(values: dict[ox.NamedNode, list[Term]], predicate: ox.NamedNode) -> str:
    return min(map(text, values.get(predicate, [])), default="")


def _kind(types: Sequence[Term]) -> str:
    """The label of the most special class."""
    names = {text(kind) for kind in types}
    parents = {parent for name in names for parent in _classes_above(name)}
    return ", ".join(sorted(term_label(name) for name in names - parents)) or "thing"


def _classes_above(iri: str) -> Iterator[str]:
    name = local(iri)
    if name in DIP:
        yield from (DIP[each].value for each in superclasses(name))


def _facts(store: GraphStore, values: dict[ox.NamedNode, list[Term]]) -> Iterator[Fact]:
    """Things named first, then literals, in the ontology's order; of two roles of a filler the lower one."""
    order = {iri: place for place, iri in enumerate(load_term_words())}

    def place(predicate: ox.NamedNode) -> tuple[bool, int, str]:
        is_text = isinstance(values[predicate][0], ox.Literal)
        return is_text, order.get(predicate.value, len(order)), predicate.value

    for predicate in sorted(values, key=place):
        if predicate in _SHOWN_APART:
            continue
        below = {term for other in values for term in values[other] if predicate in roles_above(other)}
        terms = [term for term in values[predicate] if term not in below]
        if terms:
            links = sorted((link(store, term) for term in terms), key=lambda each: each.text)
            yield Fact(term_label(predicate.value), tuple(links))


def roles_above(predicate: ox.NamedNode) -> frozenset[ox.NamedNode]:
    """The roles that a filler of this one has as well."""
    try:
        return frozenset(DIP[name] for name in load_role(local(predicate.value)).supers)
    except (KeyError, ValueError):
        return frozenset()


def link(store: GraphStore, term: Term) -> Link:
    """A term as words: an IRI by its label."""
    if isinstance(term, ox.NamedNode):
        return Link(label_of(store, term.value), term.value)
    return Link(text(term))


def _quotes(store: GraphStore, evidence: Sequence[Term]) -> Iterator[Quote]:
    places: list[tuple[str, int, Quote]] = []
    for node in evidence:
        values = {quad.predicate: quad.object for quad in store.quads_about(text(node))}
        article = text(values.get(DIP.article))
        begin = offset(text(values.get(DIP.begin)))
        quote = Quote(text(values.get(DIP.quote)), text(node), label_of(store, article) if article else "")
        places.append((article, begin, quote))
    yield from (quote for _, _, quote in sorted(places, key=lambda place: place[:2]))


def offset(value: str) -> int:
    """A place in a text; whoever may write a graph may have written anything."""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0


def event_rows(rows: Sequence[Row]) -> list[EventRow]:
    """The events of a list that has a row for each event and role."""
    return [event_row(list(group)) for _, group in groupby(rows, key=lambda row: row["event"])]


def event_row(rows: Sequence[Row]) -> EventRow:
    """The event that these rows tell of."""
    row = rows[0]
    roles = [role for each in rows if isinstance(role := each.get("role"), ox.NamedNode)]
    above = {upper for role in roles for upper in roles_above(role)}
    status = text(row["status"])
    return EventRow(
        iri=text(row["event"]),
        title=event_title(text(row["label"])),
        status=local(status),
        status_word=status_word(status),
        when=date_range(text(row["start"]), text(row["end"])),
        roles=tuple(term_label(role.value) for role in roles if role not in above),
        quote=text(row.get("quote")),
    )


def date_range(start: str, end: str) -> str:
    """A date or a period as people write it; a date without year keeps its dashes."""
    return f"{start} – {end}" if end and end != start else start


def thing_triples(store: GraphStore, iri: str) -> list[ox.Triple]:
    """What the graph says of a thing and of its evidence, what names it, and the labels of what it names."""
    about = [quad.triple for quad in store.quads_about(iri)]
    evidence = [
        triple.object.value
        for triple in about
        if _is_evidence(triple) and isinstance(triple.object, ox.NamedNode)
    ]
    naming = [quad.triple for quad in islice(store.quads_naming(iri), MAX_TRIPLES)]
    named = {triple.object.value for triple in about if isinstance(triple.object, ox.NamedNode)}
    labels = [
        quad.triple
        for name in sorted(named)
        for quad in store.quads_about(name)
        if quad.predicate == RDFS.label
    ]
    proofs = [quad.triple for node in evidence for quad in store.quads_about(node)]
    return sorted(set(about + proofs + naming + labels), key=str)


def _is_evidence(triple: ox.Triple) -> bool:
    return triple.predicate == DIP.evidence and isinstance(triple.object, ox.NamedNode)
