from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from ontology.schema import load_event_schemas
from ontology.vocabulary import (
    DIP,
    OWL,
    PREFIXES,
    RDF,
    RDFS,
    SKOS,
    load_ontology,
    load_shapes_text,
    load_terms,
)

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT.parent / "shared" / "reference" / "wikidata_properties.tsv"
PROPERTY_TYPES = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
SHAPES = tuple(parse(load_shapes_text(), RdfFormat.TURTLE))


def _instances(*types: NamedNode) -> list[str]:
    quads = (quad for quad in load_ontology() if quad.predicate == RDF.type and quad.object in types)
    subjects = {quad.subject for quad in quads}
    return sorted(name for name, term in load_terms().items() if term in subjects)


def _predicates(name: str) -> set[NamedNode]:
    return {quad.predicate for quad in load_ontology() if quad.subject == DIP[name]}


def _iris(quads: Iterable[object]) -> set[str]:
    return set(re.findall(r"<([^<>]*)>", "\n".join(map(str, quads))))


@pytest.mark.parametrize("name", _instances(*PROPERTY_TYPES))
def test_every_property_is_described(name: str) -> None:
    expected = {RDFS.label, RDFS.domain, RDFS.range, SKOS.definition, SKOS.example}
    assert expected <= _predicates(name)


@pytest.mark.parametrize("name", _instances(OWL.Class))
def test_every_class_is_described(name: str) -> None:
    assert {RDFS.label, SKOS.definition, SKOS.example} <= _predicates(name)


@pytest.mark.parametrize("name", _instances(SKOS.Concept))
def test_every_concept_is_described(name: str) -> None:
    assert {SKOS.prefLabel, SKOS.definition} <= _predicates(name)


def test_every_term_has_a_type() -> None:
    typed = {quad.subject for quad in load_ontology() if quad.predicate == RDF.type}
    assert [name for name, term in load_terms().items() if term not in typed] == []


def test_the_ontology_uses_no_term_that_it_lacks() -> None:
    ours = {iri for iri in _iris(load_ontology()) if iri.startswith(PREFIXES["dip"])}
    assert ours == {term.value for term in load_terms().values()}


def test_the_shapes_use_no_term_that_the_ontology_lacks() -> None:
    ours = {iri for iri in _iris(SHAPES) if iri.startswith(PREFIXES["dip"])}
    assert ours - {term.value for term in load_terms().values()} == set()


def test_every_closed_list_of_the_shapes_is_that_of_the_ontology() -> None:
    text = load_shapes_text()
    attributes = [
        a for schema in load_event_schemas().values() for a in schema.attributes.values() if a.values
    ]
    for attribute in attributes:
        listed = re.search(rf"sh:path dip:{attribute.name} ;[^(]*sh:in \(([^)]*)\)", text)
        assert listed is not None
        assert tuple(re.findall(r'"([^"]*)"', listed[1])) == attribute.values


def test_the_shapes_list_every_topic() -> None:
    listed = re.search(r"sh:path dip:topic ;[^(]*sh:in \(([^)]*)\)", load_shapes_text())
    topics = [quad.subject for quad in load_ontology() if quad.predicate == SKOS.inScheme]
    assert listed is not None
    assert [DIP[name] for name in re.findall(r"dip:(\w+)", listed[1])] == topics


def test_the_shapes_know_every_class_of_events() -> None:
    targets = {quad.object for quad in SHAPES if quad.predicate.value.endswith("targetClass")}
    mains = (schema.name for schema in load_event_schemas().values() if schema.parents == ("Event",))
    assert {DIP[name] for name in mains} <= targets


@pytest.mark.parametrize("schema", load_event_schemas().values(), ids=lambda schema: schema.name)
def test_every_event_class_has_core_roles_codes_and_a_pattern(schema) -> None:
    assert schema.core
    assert re.fullmatch(r"[A-Z]+", schema.plover_root)
    assert re.fullmatch(r"0[1-9]|1\d|20", schema.cameo_root)
    slots = {*schema.roles, *schema.attributes, "location", "evidence"}
    attributes = schema.attributes.values()
    patterns = [schema.pattern, *(pattern for a in attributes for pattern in a.patterns.values())]
    assert {slot for pattern in patterns for slot in re.findall(r"\{(\w+)\}", pattern)} <= slots


@pytest.mark.skipif(
    not REFERENCE.exists(), reason="the reference table of Wikidata is not beside the checkout"
)
def test_wikidata_properties_are_those_of_the_reference_table() -> None:
    with REFERENCE.open(encoding="utf-8") as lines:
        known = {row["id"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}
    used = {
        iri.removeprefix(PREFIXES["wdt"]) for iri in _iris(load_ontology()) if iri.startswith(PREFIXES["wdt"])
    }
    assert used - known == set()
