"""void: the data set described: how much it holds, in which vocabularies, with which links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from graph.storage.stats import Stats
from ontology.vocabulary import DCTERMS, ONTOLOGY_IRI, OWL, PREFIXES, RDF, XSD
from service.context import Service
from service.descriptions import FORMATS, VOID, rdf_answer

_VOCABULARIES = ("dip", "dcterms", "skos", "owl", "schema", "geo")


async def void(request: Request) -> Response:
    """Describe the data set, with figures of this moment."""
    service = Service.of(request)
    stats = await service.stats()
    return rdf_answer(request, dataset_triples(service.settings.base_iri, stats), "The data set")


def dataset_triples(base: str, stats: Stats) -> Iterator[ox.Triple]:
    """The description, in VoID."""
    dataset = ox.NamedNode(f"{base}.well-known/void#dataset")
    yield ox.Triple(dataset, RDF.type, VOID.Dataset)
    yield ox.Triple(dataset, DCTERMS.title, ox.Literal("Diplograph", language="en"))
    description = "Events of diplomacy that news articles tell, each with the sentence that says so."
    yield ox.Triple(dataset, DCTERMS.description, ox.Literal(description, language="en"))
    yield ox.Triple(dataset, DCTERMS.conformsTo, ox.NamedNode(ONTOLOGY_IRI))
    yield ox.Triple(dataset, VOID.uriSpace, ox.Literal(base))
    yield ox.Triple(dataset, VOID.sparqlEndpoint, ox.NamedNode(f"{base}sparql"))
    for prefix in _VOCABULARIES:
        yield ox.Triple(dataset, VOID.vocabulary, ox.NamedNode(PREFIXES[prefix]))
    for name in ("Turtle", "N-Triples", "JSON-LD", "RDF_XML"):
        yield ox.Triple(dataset, VOID.feature, FORMATS[name])
    yield ox.Triple(dataset, VOID.triples, _count(stats.triples))
    yield ox.Triple(dataset, VOID.entities, _count(stats.entities + stats.events + stats.positions))
    yield ox.Triple(dataset, VOID.documents, _count(stats.articles))
    yield ox.Triple(dataset, VOID.classes, _count(len(stats.events_by_type) + len(stats.entities_by_type)))
    yield ox.Triple(dataset, VOID.dataDump, ox.NamedNode(f"{base}graphs?default"))
    yield ox.Triple(dataset, VOID.rootResource, ox.NamedNode(f"{base}articles"))
    yield from _partition_triples(dataset, base, {**stats.events_by_type, **stats.entities_by_type})
    yield from _linkset_triples(dataset, base, stats)


def _partition_triples(dataset: ox.NamedNode, base: str, counts: Mapping[str, int]) -> Iterator[ox.Triple]:
    for iri, count in sorted(counts.items()):
        name = iri.rpartition("#")[2].rpartition("/")[2]
        part = ox.NamedNode(f"{base}.well-known/void#class-{name}")
        yield ox.Triple(dataset, VOID.classPartition, part)
        yield ox.Triple(part, VOID["class"], ox.NamedNode(iri))
        yield ox.Triple(part, VOID.entities, _count(count))


def _linkset_triples(dataset: ox.NamedNode, base: str, stats: Stats) -> Iterator[ox.Triple]:
    links, wikidata = (ox.NamedNode(f"{base}.well-known/void#{name}") for name in ("links", "wikidata"))
    yield ox.Triple(dataset, VOID.subset, links)
    yield ox.Triple(links, RDF.type, VOID.Linkset)
    yield ox.Triple(links, VOID.linkPredicate, OWL.sameAs)
    yield ox.Triple(links, VOID.subjectsTarget, dataset)
    yield ox.Triple(links, VOID.objectsTarget, wikidata)
    yield ox.Triple(links, VOID.triples, _count(stats.linked))
    yield ox.Triple(wikidata, RDF.type, VOID.Dataset)
    yield ox.Triple(wikidata, VOID.uriSpace, ox.Literal("http://www.wikidata.org/entity/"))
    yield ox.Triple(wikidata, VOID.sparqlEndpoint, ox.NamedNode("https://query.wikidata.org/sparql"))


def _count(number: int) -> ox.Literal:
    return ox.Literal(str(number), datatype=XSD.integer)
