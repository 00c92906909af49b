from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from ontology.vocabulary import DCTERMS, DIP, PREFIXES, local_name


def test_a_defined_term_is_its_iri() -> None:
    assert DIP.Visit == NamedNode("https://w3id.org/diplograph/ontology#Visit")
    assert DIP["changeKind-sever"] == NamedNode("https://w3id.org/diplograph/ontology#changeKind-sever")
    assert "Visit" in DIP


def test_an_undefined_term_raises_and_is_named() -> None:
    with pytest.raises(AttributeError, match=r"diplomacy\.ttl defines no term 'Vist'"):
        _ = DIP.Vist
    with pytest.raises(KeyError, match=r"diplomacy\.ttl defines no term 'vistor'"):
        _ = DIP["vistor"]
    assert "Vist" not in DIP


def test_other_namespaces_are_open() -> None:
    assert DCTERMS["title"] == NamedNode(PREFIXES["dcterms"] + "title")


def test_the_local_name_leaves_the_namespace_out() -> None:
    assert local_name(DIP.startDate) == "startDate"
