"""labels: the words that stand for IRIs on pages."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from graph.storage.graph_store import GraphStore
from ontology.vocabulary import DCTERMS, DIP, PREFIXES, RDFS, SKOS, load_ontology

_STATUS_SUFFIX = re.compile(r" \((?:actual|planned|proposed|denied)[^()]*\)$")
_STATUS_WORDS = {"actual": "happened", "planned": "planned", "proposed": "proposed", "denied": "denied"}


@dataclass(frozen=True, slots=True)
class TermWords:
    """How the ontology speaks of one of its terms."""

    label: str
    definition: str


@cache
def load_term_words() -> dict[str, TermWords]:
    """The label and definition of each term of the ontology, by IRI."""
    texts: dict[str, dict[ox.NamedNode, str]] = defaultdict(dict)
    for quad in load_ontology():
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
            texts[quad.subject.value].setdefault(quad.predicate, quad.object.value)
    return {
        iri: TermWords(
            label=words.get(RDFS.label) or words.get(SKOS.prefLabel, local(iri)),
            definition=words.get(SKOS.definition, ""),
        )
        for iri, words in texts.items()
    }


# The terms of other vocabularies that our graphs use
_OTHER_TERMS = {
    DCTERMS.title.value: "title",
    DCTERMS.issued.value: "published",
    DCTERMS.publisher.value: "publisher",
    DCTERMS.language.value: "language",
    RDFS.label.value: "label",
    SKOS.altLabel.value: "also known as",
    PREFIXES["owl"] + "sameAs": "the same as",
    PREFIXES["schema"] + "url": "address",
    PREFIXES["geo"] + "lat": "latitude",
    PREFIXES["geo"] + "long": "longitude",
}


def term_label(iri: str) -> str:
    """The label of a class or a property."""
    words = load_term_words().get(iri)
    return words.label if words else _OTHER_TERMS.get(iri, local(iri))


def label_of(store: GraphStore, iri: str) -> str:
    """The label of anything: from the graph, else from the ontology, else the end of its IRI."""
    labels = {quad.predicate: quad.object for quad in store.quads_about(iri)}
    found = labels.get(RDFS.label) or labels.get(DCTERMS.title)
    return found.value if isinstance(found, ox.Literal) and found.value.strip() else term_label(iri)


def event_title(label: str) -> str:
    """An event's label without the status and the dates that it ends with."""
    return _STATUS_SUFFIX.sub("", label)


def status_word(status: str) -> str:
    """How people say a status: what is actual has happened."""
    name = status.removeprefix(DIP.iri)
    return _STATUS_WORDS.get(name, name)


def local(iri: str) -> str:
    """The end of an IRI, after its last # or /."""
    return re.split(r"[#/]", iri.rstrip("#/"))[-1] or iri
