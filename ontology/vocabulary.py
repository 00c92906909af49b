"""vocabulary: the terms that RDF is written and read with; DIP is closed, an unknown term raises."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

ONTOLOGY_IRI = "https://w3id.org/diplograph/ontology"

PREFIXES: dict[str, str] = {
    "dcterms": "http://purl.org/dc/terms/",
    "dip": f"{ONTOLOGY_IRI}#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vann": "http://purl.org/vocab/vann/",
    "wd": "http://www.wikidata.org/entity/",
    "wdt": "http://www.wikidata.org/prop/direct/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class Namespace:
    """The terms of one vocabulary: `RDFS.label`, or `DCTERMS["title"]` where the name is no identifier."""

    def __init__(self, iri: str) -> None:
        self.iri = iri

    def __getattr__(self, name: str) -> NamedNode:
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name: str) -> NamedNode:
        return NamedNode(self.iri + name)


class ClosedNamespace(Namespace):
    """The terms that our ontology defines, and no others: a misspelt one raises."""

    def __getattr__(self, name: str) -> NamedNode:
        try:
            return self[name]
        except KeyError as error:
            raise AttributeError(error.args[0]) from None

    def __getitem__(self, name: str) -> NamedNode:
        term = load_terms().get(name)
        if term is None:
            raise KeyError(f"diplomacy.ttl defines no term {name!r}: define it there, or correct the name")
        return term

    def __contains__(self, name: object) -> bool:
        return name in load_terms()


@cache
def load_ontology() -> tuple[Quad, ...]:
    """The triples of diplomacy.ttl, in the file's order."""
    return tuple(parse(load_ontology_text(), RdfFormat.TURTLE))


@cache
def load_terms() -> dict[str, NamedNode]:
    """The terms that diplomacy.ttl defines, by local name, in the file's order."""
    prefix = PREFIXES["dip"]
    subjects = (quad.subject for quad in load_ontology() if isinstance(quad.subject, NamedNode))
    return {term.value.removeprefix(prefix): term for term in subjects if term.value.startswith(prefix)}


def load_ontology_text() -> str:
    """The ontology as it is written, in Turtle."""
    return files("ontology").joinpath("diplomacy.ttl").read_text("utf-8")


def load_shapes_text() -> str:
    """The SHACL shapes as they are written, in Turtle."""
    return files("ontology").joinpath("shapes.ttl").read_text("utf-8")


def local_name(term: NamedNode) -> str:
    """The name of one of our terms without its namespace."""
    return term.value.removeprefix(PREFIXES["dip"])


DIP = ClosedNamespace(PREFIXES["dip"])
DCTERMS = Namespace(PREFIXES["dcterms"])
GEO = Namespace(PREFIXES["geo"])
OA = Namespace(PREFIXES["oa"])
OWL = Namespace(PREFIXES["owl"])
PROV = Namespace(PREFIXES["prov"])
RDF = Namespace(PREFIXES["rdf"])
RDFS = Namespace(PREFIXES["rdfs"])
SCHEMA = Namespace(PREFIXES["schema"])
SH = Namespace(PREFIXES["sh"])
SKOS = Namespace(PREFIXES["skos"])
WD = Namespace(PREFIXES["wd"])
WDT = Namespace(PREFIXES["wdt"])
XSD = Namespace(PREFIXES["xsd"])
