"""remote_update: an update is worked out here, and what it did to graphs is written to another engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

from graph.errors import EngineError, QueryError
from graph.storage.remote import RemoteStore
from graph.storage.terms import write_term
from service.errors import ForbiddenError, TooLargeError
from service.query_check import named_graphs
from service.settings import Settings
from service.update_operations import Update
from service.update_process import carry_out, endpoint

_MOST_ROWS = 100_000


def update_there(
    store: RemoteStore, update: Update, settings: Settings, *, rename: Callable[[ox.Quad], ox.Quad]
) -> None:
    """Carry an update out on a copy of the graphs that it names, and write these to the other engine at once.

    What its first operation looks for is found by a query there; what others look for would have to see what
    the first one did, and is refused.
    """
    if update.graphs is None:
        raise ForbiddenError(
            "over another engine an update names the graphs that it writes, so that the default graph can "
            "follow them: write GRAPH <…> without a variable, and clear or drop one graph after the other"
        )
    if any(pattern.operation for pattern in update.patterns):
        raise ForbiddenError(
            "over another engine only the first operation of an update may have a WHERE: send each by itself"
        )

    def change(copy: Path) -> None:
        text = update.text
        for pattern in update.patterns:
            text = pattern.with_rows(_find_rows(store, f"BASE <{endpoint(settings)}>\n{pattern.query}"))
        carry_out(text, settings, copy)

    store.change_on_copy(change, graphs=update.graphs, sources=update.sources, rename=rename)


def _find_rows(store: RemoteStore, query: str) -> str:
    """Write what a query finds as a VALUES block."""
    store.check_graphs(named_graphs(query))
    results = store.query(query)
    if not isinstance(results, ox.QuerySolutions):
        raise EngineError("the store answers a SELECT query with something else than rows")
    rows = [" ".join(map(_write_cell, row)) for row in results]
    if len(rows) > _MOST_ROWS:
        raise TooLargeError(
            f"the update finds {len(rows):,} rows, at most {_MOST_ROWS:,} are taken: do less at once"
        )
    names = " ".join(map(str, results.variables))
    return f"VALUES ({names}) {{ {' '.join(f'({row})' for row in rows)} }}"


def _write_cell(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str:
    if term is None:
        return "UNDEF"
    if not isinstance(term, ox.NamedNode | ox.Literal):
        raise QueryError(
            "the update finds a blank node, which nothing can name: say by its values what it is"
        )
    return write_term(term)
