"""dataset: a query is asked of the data set that it names, or that it is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import pyoxigraph as ox

Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
_DEFAULT = ox.DefaultGraph()
_UNKNOWN_FUNCTION = re.compile("The custom function <(.*)> is not supported")


def ask(
    store: ox.Store,
    text: str,
    *,
    base_iri: str | None = None,
    default_graphs: Iterable[str] | None = None,
    named_graphs: Iterable[str] | None = None,
) -> Results:
    """Answer a query; a data set given here, however small, stands in the place of the query's own."""
    if default_graphs is None and named_graphs is None:
        return _evaluate(store, text, base_iri=base_iri)
    defaults = [ox.NamedNode(name) for name in dict.fromkeys(default_graphs or ())]
    named = [ox.NamedNode(name) for name in named_graphs or ()]
    if len(defaults) < 2:
        return _evaluate(
            store, text, base_iri=base_iri, default_graph=list(defaults), named_graphs=list(named)
        )
    # A data set's default graph is a merge, in which Oxigraph 0.5 counts a triple once for each graph
    merged = merge(store, defaults, named)
    return _evaluate(merged, text, base_iri=base_iri, default_graph=[_DEFAULT], named_graphs=list(named))


def _evaluate(store: ox.Store, text: str, **data_set: Any) -> Results:
    """Evaluate a query; a function that nobody knows is an error of its expression, as any other there.

    Oxigraph refuses the query as a whole, and names one such function each time.
    """
    functions: dict[ox.NamedNode, Any] = {}
    while True:
        try:
            return store.query(text, custom_functions=functions, **data_set)
        except RuntimeError as error:
            unknown = _UNKNOWN_FUNCTION.fullmatch(str(error))
            if unknown is None or ox.NamedNode(unknown[1]) in functions:
                raise
        functions[ox.NamedNode(unknown[1])] = _fail


def _fail(*_: object) -> None:
    """Give no value, which Oxigraph takes for an error."""


def merge(store: ox.Store, defaults: Sequence[ox.NamedNode], named: Sequence[ox.NamedNode]) -> ox.Store:
    """A store in memory whose default graph is the merge of these graphs."""
    merged = ox.Store()
    for graph in defaults:
        quads = store.quads_for_pattern(None, None, None, graph)
        merged.extend(ox.Quad(quad.subject, quad.predicate, quad.object, _DEFAULT) for quad in quads)
    for graph in named:
        merged.extend(store.quads_for_pattern(None, None, None, graph))
    return merged
