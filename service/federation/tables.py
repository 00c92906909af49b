"""tables: what another endpoint answers becomes a VALUES block, or an error; it is taken for hostile."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from secrets import token_hex
from typing import Any

import pyoxigraph as ox

from graph.storage.terms import write_term
from service.blank_nodes import skolem_iri
from service.errors import EndpointError

_LITERALS = frozenset({"literal", "typed-literal"})
_NO_ROWS = "answers with something else than the rows of a SELECT query in JSON"


def values_block(content: bytes, *, most_rows: int, base: str) -> str:
    """Write an answer in SPARQL's JSON as a VALUES block.

    Python reads it, for Oxigraph's parser ends the process over terms that nest deep. VALUES takes no blank
    node: each becomes an IRI of its own, below `base`.
    """
    variables, rows = _read(content)
    if len(rows) > most_rows:
        raise EndpointError(f"answers with more than {most_rows:,} rows: ask it for less, or add a LIMIT")
    table = _Table([variable.value for variable in variables], base)
    return f"VALUES ({' '.join(map(str, variables))}) {{ {' '.join(map(table.row, rows))} }}"


def _read(content: bytes) -> tuple[list[ox.Variable], Sequence[Any]]:
    try:
        answer = json.loads(content)
        names, rows = answer["head"]["vars"], answer["results"]["bindings"]
        variables = [ox.Variable(name) for name in dict.fromkeys(names)]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise EndpointError(_NO_ROWS) from error
    if not isinstance(rows, list):
        raise EndpointError(_NO_ROWS)
    return variables, rows


class _Table:
    """Writes rows; the same label stands for the same blank node in all of them."""

    def __init__(self, names: Sequence[str], base: str) -> None:
        self._names = names
        self._base = base
        self._nodes: dict[str, str] = {}
        self._scope = token_hex(8)

    def row(self, row: Any) -> str:
        if not isinstance(row, dict):
            raise EndpointError(_NO_ROWS)
        return f"({' '.join(self._cell(row.get(name)) for name in self._names)})"

    def _cell(self, cell: Any) -> str:
        if cell is None:
            return "UNDEF"
        try:
            return write_term(self._term(cell))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise EndpointError("answers with a term that is none of RDF 1.1") from error

    def _term(self, cell: Mapping[str, str]) -> ox.NamedNode | ox.Literal:
        kind, value = cell["type"], cell["value"]
        if not isinstance(value, str):
            raise TypeError(value)
        if kind == "uri":
            return ox.NamedNode(value)
        if kind == "bnode":
            label = self._nodes.setdefault(value, f"{self._scope}x{len(self._nodes)}")
            return skolem_iri(label, base=self._base)
        if kind not in _LITERALS or "its:dir" in cell:
            raise ValueError(kind)
        if "xml:lang" in cell:
            return ox.Literal(value, language=cell["xml:lang"])
        datatype = cell.get("datatype")
        return ox.Literal(value) if datatype is None else ox.Literal(value, datatype=ox.NamedNode(datatype))
