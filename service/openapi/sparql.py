"""sparql: the SPARQL 1.1 Protocol."""

from __future__ import annotations

from service.negotiation import HTML, RDF_TYPES, RESULT_TYPES
from service.openapi.operations import TAKING, Fields, format_parameter, operation, parameter

_FORMS = (*RESULT_TYPES, *RDF_TYPES, HTML)
_ERRORS = (400, 403, 406, 413, 429, 502, 503)


def sparql_paths() -> Fields:
    """Describe queries by GET, queries and updates by POST."""
    return {"/sparql": {"get": _get(), "post": _post()}}


def _get() -> Fields:
    query = parameter("query", "The query; without one the service describes itself.")
    summary = "Answer a SPARQL query"
    return operation("sparql-get", summary, "query", _FORMS, parameters=[query, *_data_set()], errors=_ERRORS)


def _post() -> Fields:
    using = [
        parameter("using-graph-uri", "A graph that an update's patterns see without GRAPH.", format="iri"),
        parameter("using-named-graph-uri", "A graph that they see by GRAPH.", format="iri"),
    ]
    post = operation(
        "sparql-post",
        "Answer a SPARQL query, or carry out an update of named graphs, which needs the token",
        "query",
        _FORMS,
        parameters=[*_data_set(), *using],
        requestBody={"required": True, "content": _bodies()},
        errors=sorted({*_ERRORS, *TAKING, 401}),
    )
    post["responses"]["204"] = {"description": "The update is done."}
    return post


def _data_set() -> list[Fields]:
    return [
        parameter("default-graph-uri", "A graph of the default graph; may be repeated.", format="iri"),
        parameter("named-graph-uri", "A named graph; may be repeated.", format="iri"),
        format_parameter(_FORMS),
    ]


def _bodies() -> Fields:
    text = {"type": "string", "minLength": 1}
    forms = [
        {"type": "object", "required": [name], "properties": {name: text}} for name in ("query", "update")
    ]
    return {
        "application/sparql-query": {"schema": text},
        "application/sparql-update": {"schema": text},
        "application/x-www-form-urlencoded": {"schema": {"oneOf": forms}},
    }
