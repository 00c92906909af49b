import json
import re
from typing import Any

import pyoxigraph as ox
import pytest

from service.errors import EndpointError
from service.federation.tables import values_block

BASE = "http://localhost:8000/"


def answer(names: list[str], *rows: dict[str, Any]) -> bytes:
    return json.dumps({"head": {"vars": names}, "results": {"bindings": rows}}).encode()


def rows(content: bytes) -> list[tuple[str, ...]]:
    """The rows that the block stands for, by Oxigraph."""
    block = values_block(content, most_rows=10, base=BASE)
    found = ox.Store().query(f"SELECT * {{ {{ {block} }} }}")
    assert isinstance(found, ox.QuerySolutions)
    return [tuple(str(row[name] or "") for name in sorted(v.value for v in found.variables)) for row in found]


@pytest.mark.parametrize(
    ("cell", "term"),
    [
        ({"type": "uri", "value": "http://e/ü"}, "<http://e/ü>"),
        ({"type": "literal", "value": 'a "b" \\ \n\t\' } \\u0022'}, '"a \\"b\\" \\\\ \\n\\t\' } \\\\u0022"'),
        ({"type": "literal", "value": "x", "xml:lang": "en"}, '"x"@en'),
        (
            {"type": "typed-literal", "value": "1", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
            '"1"^^<http://www.w3.org/2001/XMLSchema#integer>',
        ),
        (None, ""),
    ],
    ids=["IRI", "text", "language", "datatype", "nothing"],
)
def test_term_comes_through_as_it_is(cell: dict[str, str] | None, term: str) -> None:
    assert rows(answer(["a"], {"a": cell})) == [(term,)]


def test_rows_without_variables_and_no_rows_are_told_apart() -> None:
    counts = [len(rows(each)) for each in (answer([], {}, {}), answer([]), answer(["a"]), answer(["a"], {}))]
    assert counts == [2, 0, 0, 1]


def test_blank_node_becomes_an_iri_of_its_answer() -> None:
    nodes = [{"type": "bnode", "value": value} for value in ("a/b", "a b", "a/b")]
    content = answer(["a"], *({"a": node} for node in nodes))
    first, second, third = (row[0] for row in rows(content))
    assert re.fullmatch(rf"<{BASE}\.well-known/genid/[0-9a-zA-Z]+>", first)
    assert (first == third, first == second, first == rows(content)[0][0]) == (True, False, False)


DEEP = (
    b'{"head":{"vars":["a"]},"results":{"bindings":[{"a":' + b'{"type":"triple","value":{"subject":' * 99_999
)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>",
        b"[]",
        b"\xff",
        b'{"head": {}, "boolean": true}',
        b'{"head": {"vars": ["a} SERVICE"]}, "results": {"bindings": []}}',
        b'{"head": {"vars": [1]}, "results": {"bindings": []}}',
        b'{"head": {"vars": ["a"]}, "results": {"bindings": {}}}',
        answer(["a"], {"a": {"type": "uri", "value": "http://e/> } SERVICE <http://e/"}}),
        answer(["a"], {"a": {"type": "literal", "value": "x", "xml:lang": "en } "}}),
        answer(["a"], {"a": {"type": "literal", "value": 1}}),
        answer(["a"], {"a": {"type": "literal", "value": "\ud800"}}),
        answer(["a"], {"a": {"type": "literal", "value": "x", "xml:lang": "en", "its:dir": "ltr"}}),
        answer(["a"], {"a": {"type": "triple", "value": {}}}),
        answer(["a"], {"a": []}),
        b'{"head": {"vars": ["a"]}, "results": {"bindings": [1]}}',
        answer(["a"], *({} for _ in range(11))),
        DEEP,
        b"[" * 100_000,
    ],
    ids=range(19),
)
def test_anything_else_is_an_error(content: bytes) -> None:
    with pytest.raises(EndpointError, match="answers with"):
        values_block(content, most_rows=10, base=BASE)
