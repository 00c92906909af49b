"""operations: what descriptions of paths are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from service.negotiation import HTML, JSON, JSON_LD, SPARQL_JSON, TEXT, MediaType

Fields = dict[str, Any]
TOKEN: list[Fields] = [{"token": []}]  # what `security` of a write is
_ERROR = {"$ref": "#/components/schemas/Error"}
_ERRORS = {
    400: "Malformed.",
    401: "The token is missing or wrong.",
    403: "Not allowed here.",
    404: "There is nothing at the address.",
    406: "None of the forms that the client takes is offered.",
    408: "The body has not come in time.",
    412: "The graph is not as If-Match or If-None-Match says.",
    413: "Larger than is taken, or given.",
    415: "A body of a type that is not read.",
    422: "A parameter out of range, or an article in a language that is not converted.",
    429: "Too many queries at the same time.",
    502: "An endpoint that SERVICE names did not answer as it should.",
    503: "Took too long, too much at the same time, or the store is not available.",
}
# Of every operation that reads a body
TAKING = (400, 408, 413, 415, 503)


def error_responses() -> Fields:
    """The answers of failures, by status: JSON, or what the client likes better."""
    forms = {JSON.value: {"schema": _ERROR}, TEXT.value: {"schema": {}}, HTML.value: {"schema": {}}}
    return {str(status): {"description": text, "content": forms} for status, text in _ERRORS.items()}


def operation(name: str, summary: str, tag: str, answers: Sequence[MediaType] = (), **more: Any) -> Fields:
    """An operation that answers 200 in these forms, or has `responses`; `errors` names other statuses."""
    failures = {
        str(status): {"$ref": f"#/components/responses/{status}"} for status in more.pop("errors", ())
    }
    answer = {"description": summary, "content": content_of(answers)}
    responses = more.pop("responses", {"200": answer}) | failures
    return {"operationId": name, "summary": summary, "tags": [tag], "responses": responses, **more}


def content_of(forms: Sequence[MediaType]) -> Fields:
    """What a body or an answer in these forms is made of."""
    return {form.value: {"schema": _schema(form)} for form in forms}


def _schema(form: MediaType) -> Fields:
    if form is JSON_LD:
        return {}  # it is any JSON
    return {"type": "object" if form.value in (JSON.value, SPARQL_JSON.value) else "string"}


def parameter(name: str, description: str, **schema: Any) -> Fields:
    """A parameter of the query string, or of the path by `where`."""
    where = schema.pop("where", "query")
    fields = {"name": name, "in": where, "description": description, "schema": {"type": "string", **schema}}
    return fields | ({"required": True} if where == "path" else {})


def format_parameter(forms: Sequence[MediaType]) -> Fields:
    """The parameter by which a client without an Accept header chooses."""
    meaning = "The form of the answer, instead of the Accept header."
    return parameter("format", meaning, enum=[form.name for form in forms])


# By which who writes a graph makes sure that nobody else wrote it meanwhile
CONDITIONS = [
    parameter("If-Match", "The ETag that the graph had, read as RDF: 412 if it has changed.", where="header"),
    parameter("If-None-Match", "* for a graph that must be new: 412 if it is there.", where="header"),
]
