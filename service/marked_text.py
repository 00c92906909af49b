"""marked_text: an article's text, cut where its evidence begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pyoxigraph as ox

from graph.storage.graph_store import GraphStore
from graph.storage.store import Term
from ontology.vocabulary import DCTERMS, DIP, RDF, RDFS, SCHEMA
from service.labels import event_title, label_of, local, status_word
from service.lookups import text
from service.things import EventRow, date_range, offset


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same claims rest on.

    `anchors` are the fragments of the evidence that begins here, `ending` the numbers of the events whose
    evidence ends here.
    """

    text: str
    marked: bool
    anchors: tuple[str, ...] = ()
    ending: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article as its page shows it; an event's number is its place in the list, from 1."""

    iri: str
    id: str
    title: str
    published: str
    publisher: str
    url: str
    language: str
    text: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    events: tuple[EventRow, ...]
    entities: tuple[tuple[str, str], ...]
    positions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """Where an event's evidence stands."""

    begin: int
    end: int
    fragment: str
    event: int


def mark_article(store: GraphStore, iri: str) -> MarkedArticle | None:
    """Gather what an article says, None where the store does not have it."""
    if not store.has_article(iri):
        return None
    claims: dict[str, dict[ox.NamedNode, list[Term]]] = {}
    for quad in store.quads_of_article(iri):
        claims.setdefault(text(quad.subject), {}).setdefault(quad.predicate, []).append(quad.object)
    fields = {predicate: text(terms[0]) for predicate, terms in claims.get(iri, {}).items()}
    proofs, events = _events(claims)
    mentions = [text(term) for term in claims.get(iri, {}).get(DIP.mentions, [])]
    positions = [name for name, values in claims.items() if DIP.Position in values.get(RDF.type, [])]
    return MarkedArticle(
        iri=iri,
        id=fields.get(DIP.articleId, ""),
        title=fields.get(DCTERMS.title, "") or "Untitled article",
        published=fields.get(DCTERMS.issued, ""),
        publisher=fields.get(DCTERMS.publisher, ""),
        url=fields.get(SCHEMA.url, ""),
        language=fields.get(DCTERMS.language, "en"),
        text=fields.get(DIP.text, ""),
        paragraphs=cut(fields.get(DIP.text, ""), proofs),
        events=events,
        entities=tuple(sorted((label_of(store, each), each) for each in mentions)),
        positions=tuple(sorted((label_of(store, each), each) for each in positions)),
    )


def _events(claims: dict[str, dict[ox.NamedNode, list[Term]]]) -> tuple[list[Proof], tuple[EventRow, ...]]:
    """The events in the order in which the text tells them, and their evidence."""
    found = []
    for iri, values in claims.items():
        if DIP.Event in values.get(RDF.type, []):
            spans = [_span(claims.get(text(node), {}), text(node)) for node in values.get(DIP.evidence, [])]
            found.append((sorted(spans), iri, values))
    found.sort(key=lambda event: event[:2])
    proofs = [
        Proof(begin, end, fragment, number)
        for number, (spans, _, _) in enumerate(found, start=1)
        for begin, end, fragment in spans
    ]
    return proofs, tuple(_row(iri, values) for _, iri, values in found)


def _span(evidence: dict[ox.NamedNode, list[Term]], iri: str) -> tuple[int, int, str]:
    begin, end = (offset(text(evidence[key][0])) if key in evidence else 0 for key in (DIP.begin, DIP.end))
    return begin, end, iri.partition("#")[2]


def _row(iri: str, values: dict[ox.NamedNode, list[Term]]) -> EventRow:
    first = {predicate: text(terms[0]) for predicate, terms in values.items()}
    status = first.get(DIP.status, "")
    return EventRow(
        iri=iri,
        title=event_title(first.get(RDFS.label, local(iri))),
        status=local(status),
        status_word=status_word(status),
        when=date_range(first.get(DIP.startDate, ""), first.get(DIP.endDate, "")),
    )


def cut(whole: str, proofs: Sequence[Proof]) -> tuple[tuple[Piece, ...], ...]:
    """Cut a text into paragraphs, and these where evidence begins or ends."""
    paragraphs = []
    begin = 0
    for line in whole.splitlines(keepends=True):
        if line.strip():
            paragraphs.append(_cut_line(line, begin, proofs))
        begin += len(line)
    return tuple(paragraphs)


def _cut_line(line: str, offset: int, proofs: Sequence[Proof]) -> tuple[Piece, ...]:
    last = offset + len(line.rstrip("\r\n"))
    inside = [proof for proof in proofs if proof.begin < last and proof.end > offset]
    bounds = {offset, last}
    for proof in inside:
        bounds |= {min(max(proof.begin, offset), last), min(max(proof.end, offset), last)}
    edges = sorted(bounds)
    return tuple(
        Piece(
            text=line[begin - offset : end - offset],
            marked=any(proof.begin <= begin and end <= proof.end for proof in inside),
            anchors=tuple(sorted({proof.fragment for proof in inside if proof.begin == begin})),
            ending=tuple(sorted({proof.event for proof in inside if min(proof.end, last) == end})),
        )
        for begin, end in pairwise(edges)
    )
