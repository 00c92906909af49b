"""lookups: the queries that the pages ask, a file each in service/page_queries."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import pyoxigraph as ox

from graph.storage.graph_store import GraphStore
from graph.storage.store import Term
from service.canned_queries import CannedQuery, read_canned_query

Row = dict[str, Term | None]


@cache
def load_lookup(name: str) -> CannedQuery:
    """The query in the file of that name; it has the form of a canned query."""
    return read_canned_query(name, files("service").joinpath("page_queries", f"{name}.rq").read_text("utf-8"))


def look_up(store: GraphStore, name: str, **values: ox.NamedNode | ox.Literal) -> list[Row]:
    """Ask the store, with these values in the place of the query's defaults."""
    results = store.query(load_lookup(name).bind({key: [value] for key, value in values.items()}))
    return rows_of(results) if isinstance(results, ox.QuerySolutions) else []


def rows_of(results: ox.QuerySolutions) -> list[Row]:
    """Write an answer's rows as dictionaries."""
    names = [variable.value for variable in results.variables]
    return [{key: row[key] for key in names} for row in results]


def text(term: Term | None) -> str:
    """The characters of a term; none where it is unbound."""
    return str(getattr(term, "value", term)) if term is not None else ""
