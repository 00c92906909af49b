"""merge: a change of named graphs becomes the change that keeps the default graph their merge."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from ontology.vocabulary import DIP

Subject = ox.NamedNode | ox.BlankNode | ox.Triple
Known = Callable[[ox.NamedNode], frozenset[ox.Triple]]
DEFAULT = ox.DefaultGraph()


@dataclass(frozen=True, slots=True)
class GraphChange:
    """What a write takes from and puts into named graphs, and which of them it makes or drops."""

    gone: frozenset[ox.Quad] = frozenset()
    come: frozenset[ox.Quad] = frozenset()
    made: frozenset[ox.NamedNode] = frozenset()
    dropped: frozenset[ox.NamedNode] = frozenset()

    @property
    def graphs(self) -> list[ox.NamedNode]:
        """The graphs that are changed, sorted."""
        named = {quad.graph_name for quads in (self.gone, self.come) for quad in quads}
        names = {name for name in named if isinstance(name, ox.NamedNode)} | self.made | self.dropped
        return sorted(names, key=str)


@dataclass(frozen=True, slots=True)
class Change:
    """A change of named graphs, with what thereby goes from (`unsaid`) and comes to the default graph."""

    named: GraphChange
    unsaid: frozenset[ox.Triple]
    new: frozenset[ox.Triple]

    def is_empty(self) -> bool:
        """Whether nothing changes."""
        named = self.named
        return not (self.unsaid or self.new or named.gone or named.come or named.made or named.dropped)

    def update(self) -> str:
        """Write the change as one SPARQL update, which Oxigraph carries out whole or not at all."""
        named = self.named
        parts = [f"DELETE DATA {{\n{statements(self.unsaid)}{_blocks(named.gone)}}}"]
        parts += [f"DROP SILENT GRAPH {graph}" for graph in sorted(named.dropped, key=str)]
        parts += [f"CREATE SILENT GRAPH {graph}" for graph in sorted(named.made, key=str)]
        parts.append(f"INSERT DATA {{\n{statements(self.new)}{_blocks(named.come)}}}")
        return " ;\n".join(parts)


class Merge:
    """A data set whose default graph is the merge of its named graphs, with what is known of the entities.

    An entity is one that dip:mentions points to. What is known of it stays as long as a graph mentions it.
    """

    def __init__(self, quads: ox.Store, known: Known, change: GraphChange) -> None:
        self._quads = quads
        self._known = known
        self._change = change
        self._mentioned_anew = mentioned(change.come)

    def plan(self, reference: Iterable[ox.Triple] = ()) -> Change:
        """Find what the change means for the default graph; `reference` facts are written anew."""
        facts = {*reference, *self._facts_of_new_entities()}
        merge = facts | {quad.triple for quad in self._change.come}
        left = {quad.triple for quad in self._change.gone}
        for entity in self._forgotten() | {fact.subject for fact in facts}:
            left |= {quad.triple for quad in self._quads.quads_for_pattern(entity, None, None, DEFAULT)}
        unsaid = {triple for triple in left - merge if not self._stays(triple)}
        new = {triple for triple in merge if in_graph(triple, DEFAULT) not in self._quads}
        return Change(self._change, frozenset(unsaid), frozenset(new))

    def _facts_of_new_entities(self) -> Iterator[ox.Triple]:
        for entity in self._mentioned_anew:
            if not any(self._quads.quads_for_pattern(None, DIP.mentions, entity, DEFAULT)):
                yield from self._known(entity)

    def _forgotten(self) -> set[Subject]:
        """The entities that no graph mentions any more."""
        return {entity for entity in mentioned(self._change.gone) if not self._is_mentioned(entity)}

    def _is_mentioned(self, entity: ox.NamedNode) -> bool:
        mentions = self._quads.quads_for_pattern(None, DIP.mentions, entity, None)
        return entity in self._mentioned_anew or any(map(self._is_left, mentions))

    def _stays(self, triple: ox.Triple) -> bool:
        """Whether another graph says the triple, or it is known of an entity that is still mentioned."""
        entity = triple.subject
        quads = self._quads.quads_for_pattern(entity, triple.predicate, triple.object, None)
        if any(map(self._is_left, quads)):
            return True
        # What is known is asked first: the store takes longer to say who mentions an entity
        return (
            isinstance(entity, ox.NamedNode) and triple in self._known(entity) and self._is_mentioned(entity)
        )

    def _is_left(self, quad: ox.Quad) -> bool:
        return quad.graph_name != DEFAULT and quad not in self._change.gone


def nothing_known(_entity: ox.NamedNode) -> frozenset[ox.Triple]:
    """What is known of any entity where nothing is."""
    return frozenset()


def mentioned(quads: Iterable[ox.Quad]) -> set[ox.NamedNode]:
    """The entities that quads mention."""
    objects = (quad.object for quad in quads if quad.predicate == DIP.mentions)
    return {entity for entity in objects if isinstance(entity, ox.NamedNode)}


def in_graph(triple: ox.Triple, graph: ox.NamedNode | ox.DefaultGraph) -> ox.Quad:
    """Put a triple into a graph."""
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def statements(triples: Iterable[ox.Triple]) -> str:
    """Write triples as N-Triples; pyoxigraph's own writing of a term is safe to parse again."""
    return "".join(f"{triple} .\n" for triple in triples)


def _blocks(quads: Iterable[ox.Quad]) -> str:
    by_graph: dict[str, list[ox.Triple]] = {}
    for quad in quads:
        by_graph.setdefault(str(quad.graph_name), []).append(quad.triple)
    return "".join(f"GRAPH {graph} {{\n{statements(triples)}}}\n" for graph, triples in by_graph.items())
