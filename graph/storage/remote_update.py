"""remote_update: an article's replacement becomes one SPARQL update, which an engine does as a whole."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from graph.errors import StoreError
from graph.storage.terms import Term, write_term
from ontology.vocabulary import DIP

# What the store remembers beside the articles stands in a graph of its own
CATALOGUE = ox.NamedNode("urn:diplograph:catalogue")
REVISION = ox.NamedNode("urn:diplograph:revision")
FINGERPRINT = ox.NamedNode("urn:diplograph:fingerprint")


def replacement(
    graph: ox.NamedNode, claims: set[ox.Triple], reference: set[ox.Triple], fingerprint: str | None
) -> str:
    """Write the update that puts claims and known facts in the place of what the article said before.

    The engine itself finds what no other article says: nothing is read before, so two writers do not undo
    each other's work. The revision comes last: until it grows nobody takes what is old for new.
    """
    if graph == CATALOGUE:
        raise StoreError(f"the graph {CATALOGUE} is the store's own, and is not written by others")
    kept = {t.object for t in claims if t.predicate == DIP.mentions}
    parts = [
        f"DELETE WHERE {{ GRAPH {CATALOGUE} {{ {graph} {FINGERPRINT} ?fingerprint }} }}",
        _unsay(graph),
        _forget(graph, kept),
        *_renew(graph, {t.subject for t in reference}),
        f"DROP SILENT GRAPH {graph}",
    ]
    if claims or reference:
        parts.append(_insert(graph, claims, reference))
    if fingerprint is not None:
        remembered = f"{graph} {FINGERPRINT} {write_term(ox.Literal(fingerprint))}"
        parts.append(f"INSERT DATA {{ GRAPH {CATALOGUE} {{ {remembered} }} }}")
    return " ;\n".join([*parts, _count_revision()])


def _said_elsewhere(graph: ox.NamedNode) -> str:
    return f"EXISTS {{ GRAPH ?other {{ ?s ?p ?o }} FILTER(?other != {graph}) }}"


def _unsay(graph: ox.NamedNode) -> str:
    """Take out of the merge what this article alone says."""
    said = f"GRAPH {graph} {{ ?s ?p ?o }}"
    return f"DELETE {{ ?s ?p ?o }} WHERE {{ {said} FILTER(NOT {_said_elsewhere(graph)}) }}"


def _forget(graph: ox.NamedNode, kept: Iterable[Term]) -> str:
    """Take out what is known of the entities that no article will mention."""
    mentioned = f"GRAPH {graph} {{ {graph} {DIP.mentions} ?s }}"
    elsewhere = f"EXISTS {{ GRAPH ?article {{ ?article {DIP.mentions} ?s }} FILTER(?article != {graph}) }}"
    names = ", ".join(sorted(map(str, kept)))
    others = f" FILTER(?s NOT IN ({names}))" if names else ""
    where = f"{mentioned}{others} FILTER(NOT {elsewhere}) ?s ?p ?o FILTER(NOT {_said_elsewhere(graph)})"
    return f"DELETE {{ ?s ?p ?o }} WHERE {{ {where} }}"


def _renew(graph: ox.NamedNode, entities: Iterable[Term]) -> list[str]:
    """Take out what was known of entities that are described anew."""
    names = " ".join(sorted(map(str, entities)))
    where = f"VALUES ?s {{ {names} }} ?s ?p ?o FILTER(NOT {_said_elsewhere(graph)})"
    return [f"DELETE {{ ?s ?p ?o }} WHERE {{ {where} }}"] if names else []


def _insert(graph: ox.NamedNode, claims: set[ox.Triple], reference: set[ox.Triple]) -> str:
    claimed = f"GRAPH {graph} {{\n{statements(claims)}}}" if claims else ""
    # No INSERT DATA, which rdflib 7.6 cannot put into the default graph of a data set
    return f"INSERT {{\n{statements(claims | reference)}{claimed} }} WHERE {{}}"


def statements(triples: Iterable[ox.Triple]) -> str:
    """Write triples, in an order of their own; a blank node is refused, for it would be another one there."""
    return "".join(sorted(map(_statement, triples)))


def _statement(triple: ox.Triple) -> str:
    terms = (triple.subject, triple.predicate, triple.object)
    if any(not isinstance(term, ox.NamedNode | ox.Literal) for term in terms):
        raise StoreError(f"{triple} cannot be written to another engine: name its blank nodes")
    return " ".join(map(write_term, terms)) + " .\n"


def _count_revision() -> str:
    old, new = (f"GRAPH {CATALOGUE} {{ {CATALOGUE} {REVISION} {v} }}" for v in ("?old", "?new"))
    where = f"OPTIONAL {{ {old} }} BIND(COALESCE(?old, 0) + 1 AS ?new)"
    return f"DELETE {{ {old} }} INSERT {{ {new} }} WHERE {{ {where} }}"
