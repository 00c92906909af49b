"""rows: what a query of our own found, read out of its answer."""

from __future__ import annotations

from typing import cast

import pyoxigraph as ox

from service.engine.engine import Answer, Forms
from service.negotiation import SPARQL_JSON

ROWS = Forms(SPARQL_JSON.name, None, shown="rows")


def read_rows(answer: Answer) -> ox.QuerySolutions:
    """Read an answer that was asked for as ROWS, or in the same form."""
    return cast("ox.QuerySolutions", ox.parse_query_results(answer.content, ox.QueryResultsFormat.JSON))
