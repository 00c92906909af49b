"""canned: the canned queries, an operation each with its parameters."""

from __future__ import annotations

from service.canned_queries import CannedQuery, Parameter, load_canned_queries
from service.canned_routes import FORMS
from service.negotiation import HTML, JSON, TEXT
from service.openapi.operations import Fields, content_of, format_parameter, operation, parameter

_ERRORS = (400, 404, 406, 413, 422, 429, 503)
_LISTING = {"type": "object", "required": ["queries"], "properties": {"queries": {"type": "array"}}}
_ROWS = {"type": "array", "items": {"type": "object"}}
_DATE = [{"format": "date"}, {"maxLength": 0}]


def canned_paths() -> Fields:
    """Describe the list, and each query."""
    listing = operation("queries", "List the canned queries", "queries", errors=(406,), responses=_listed())
    paths = {f"/queries/{name}": {"get": _query(query)} for name, query in load_canned_queries().items()}
    return {"/queries": {"get": listing}, **paths}


def _listed() -> Fields:
    content = {JSON.value: {"schema": _LISTING}, **content_of((HTML,))}
    return {"200": {"description": "The queries, with their parameters.", "content": content}}


def _query(query: CannedQuery) -> Fields:
    content = content_of((*FORMS, TEXT)) | {JSON.value: {"schema": _ROWS}}
    explain = parameter("explain", "Show the SPARQL instead of running it, whatever the value.")
    options = [format_parameter(FORMS), explain | {"allowEmptyValue": True}]
    return operation(
        f"query-{query.name}",
        query.summary,
        "queries",
        description=query.description,
        parameters=[*map(_parameter, query.parameters.values()), *options],
        responses={"200": {"description": "The rows, or the SPARQL.", "content": content}},
        errors=_ERRORS,
    )


def _parameter(described: Parameter) -> Fields:
    """Describe a parameter; one that is empty, as forms send it, counts as not given."""
    schema: Fields = {}
    if described.type == "integer":
        least, most = described.bounds
        schema = {"type": "integer", "minimum": least, "maximum": most}
    elif described.type == "date":
        schema = {"anyOf": _DATE}
    elif described.type == "iri":
        schema = {"format": "iri"}
    if described.values:
        schema["enum"] = list(described.values)
    if described.plain_default is not None:
        schema["default"] = described.plain_default
    fields = parameter(described.name, described.description, **schema)
    return fields if described.example is None else fields | {"example": described.example}
