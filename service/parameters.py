"""parameters: a query string or a form, and the graphs that the SPARQL protocols name in it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qsl

import pyoxigraph as ox

from graph.errors import QueryError

Parameters = Sequence[tuple[str, str]]


def parse_parameters(encoded: bytes) -> list[tuple[str, str]]:
    """Decode a query string or a form; what is not UTF-8 is an error."""
    try:
        return parse_qsl(
            encoded.decode("latin-1"), keep_blank_values=True, errors="strict", max_num_fields=1000
        )
    except (UnicodeDecodeError, ValueError) as error:
        raise QueryError(
            f"the parameters cannot be decoded ({error}): send UTF-8, percent-encoded"
        ) from error


def only_value(parameters: Parameters, name: str) -> str:
    """The value of a parameter that must be there once."""
    values = [value for key, value in parameters if key == name]
    if len(values) != 1:
        raise QueryError(f"expected one parameter {name}, found {len(values)}")
    return values[0]


def graphs_named(parameters: Parameters, name: str) -> tuple[str, ...]:
    """The graphs that a parameter names, as often as it stands there."""
    return tuple(checked_graph(value) for key, value in parameters if key == name)


def checked_graph(value: str) -> str:
    """Refuse what cannot be a graph's name."""
    try:
        return ox.NamedNode(value).value
    except ValueError as error:
        raise QueryError(f"{value[:80]!r} is no absolute IRI, as a graph's name must be: {error}") from error


def decode_text(body: bytes) -> str:
    """Take a query or an update out of a body."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise QueryError(f"the body is not UTF-8 ({error.reason} at byte {error.start})") from error
