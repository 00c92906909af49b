"""blank_nodes: a blank node that is written becomes an IRI of its own, for the graph has none.

RDF 1.1, section 3.5, calls it a Skolem IRI. It is a blank node again where a graph is read whole.
"""

from __future__ import annotations

import re
from typing import TypeVar

import pyoxigraph as ox

from service.errors import ForbiddenError

Term = TypeVar("Term")
_LABEL = re.compile(r"[0-9A-Za-z]+")  # what stands for a node; anyone may write other IRIs below the path


def name_blank_nodes(quad: ox.Quad, *, base: str) -> ox.Quad:
    """Put IRIs in the place of the blank nodes of a quad."""
    subject, term = _name(quad.subject, base), _name(quad.object, base)
    return ox.Quad(subject, quad.predicate, term, quad.graph_name)


def _name(term: Term, base: str) -> Term | ox.NamedNode:
    if isinstance(term, ox.BlankNode):
        return skolem_iri(term.value, base=base)
    if isinstance(term, ox.Triple):
        raise ForbiddenError("a triple as a term is not taken here: the graph is RDF 1.1")
    return term


def skolem_iri(label: str, *, base: str) -> ox.NamedNode:
    """The IRI that stands for a blank node."""
    return ox.NamedNode(genid(base) + label)


def genid(base: str) -> str:
    """What the IRIs that stand for blank nodes begin with."""
    return f"{base}.well-known/genid/"


def unname_blank_nodes(triple: ox.Triple, *, genid: str) -> ox.Triple:
    """Put blank nodes in the place of the IRIs that stand for them, which begin with `genid`."""
    subject, term = triple.subject, triple.object
    nodes = _node(subject, genid), _node(term, genid)
    if nodes[0] is subject and nodes[1] is term:
        return triple
    return ox.Triple(nodes[0], triple.predicate, nodes[1])


def _node(term: Term, genid: str) -> Term | ox.BlankNode:
    if not isinstance(term, ox.NamedNode) or not term.value.startswith(genid):
        return term
    label = term.value.removeprefix(genid)
    return ox.BlankNode(label) if _LABEL.fullmatch(label) else term
