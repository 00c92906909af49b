"""blank_nodes: a blank node that is written becomes an IRI of its own, for the graph has none.

RDF 1.1, section 3.5, calls it a Skolem IRI. It is a blank node again where a graph is read whole.
"""

from __future__ import annotations

import re

import pyoxigraph as ox

from service.errors import ForbiddenError

_PATH = ".well-known/genid/"
_LABEL = re.compile(r"[0-9A-Za-z]+")  # what stands for a node; anyone may write other IRIs below the path


def name_blank_nodes(quad: ox.Quad, *, base: str) -> ox.Quad:
    """Put IRIs in the place of the blank nodes of a quad."""
    subject, term = quad.subject, quad.object
    if isinstance(subject, ox.Triple) or isinstance(term, ox.Triple):
        raise ForbiddenError("a triple as a term is not taken here: the graph is RDF 1.1")
    if isinstance(subject, ox.BlankNode):
        subject = skolem_iri(subject.value, base=base)
    if isinstance(term, ox.BlankNode):
        term = skolem_iri(term.value, base=base)
    return ox.Quad(subject, quad.predicate, term, quad.graph_name)


def skolem_iri(label: str, *, base: str) -> ox.NamedNode:
    """The IRI that stands for a blank node."""
    return ox.NamedNode(f"{base}{_PATH}{label}")


def unname_blank_nodes(triple: ox.Triple, *, base: str) -> ox.Triple:
    """Put blank nodes in the place of the IRIs that stand for them."""
    subject, term, prefix = triple.subject, triple.object, base + _PATH
    if isinstance(subject, ox.NamedNode):
        subject = _node(subject, prefix)
    if isinstance(term, ox.NamedNode):
        term = _node(term, prefix)
    return ox.Triple(subject, triple.predicate, term)


def _node(iri: ox.NamedNode, prefix: str) -> ox.NamedNode | ox.BlankNode:
    label = iri.value.removeprefix(prefix)
    is_named = iri.value.startswith(prefix) and _LABEL.fullmatch(label) is not None
    return ox.BlankNode(label) if is_named else iri
