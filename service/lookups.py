"""lookups: the queries that the pages ask, a file each in service/page_queries."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import pyoxigraph as ox
from starlette.requests import Request

from graph.storage.store import Term
from service.asking import have_rows
from service.canned_queries import CannedQuery, read_canned_query

Row = dict[str, Term | None]


@cache
def load_lookup(name: str) -> CannedQuery:
    """The query in the file of that name; it has the form of a canned query."""
    return read_canned_query(name, files("service").joinpath("page_queries", f"{name}.rq").read_text("utf-8"))


async def look_up(request: Request, name: str, **values: ox.NamedNode | ox.Literal) -> list[Row]:
    """Ask like a stranger, with these values in the place of the query's defaults."""
    rows = await have_rows(request, load_lookup(name).bind({key: [value] for key, value in values.items()}))
    names = [variable.value for variable in rows.variables]
    return [{key: row[key] for key in names} for row in rows]


def text(term: Term | None) -> str:
    """The characters of a term; none where it is unbound."""
    return str(getattr(term, "value", term)) if term is not None else ""
