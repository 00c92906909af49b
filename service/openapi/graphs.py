"""graphs: the SPARQL 1.1 Graph Store HTTP Protocol, and linked data."""

from __future__ import annotations

from functools import partial

from service.articles import ARTICLE_FORMS
from service.negotiation import HTML, RDF_TYPES
from service.openapi.operations import (
    CONDITIONS,
    TAKING,
    TOKEN,
    Fields,
    content_of,
    format_parameter,
    operation,
    parameter,
)

_KINDS = {
    "article": "An article",
    "entity": "A person, country, organisation or place",
    "event": "An event",
    "position": "A position that someone holds",
    "figure": "A figure",
}


def graph_paths() -> Fields:
    """Describe graphs, which are named by a parameter or by the address itself."""
    by_name = [
        parameter("graph", "The graph's IRI, such as an article's.", format="iri"),
        parameter("default", "The default graph instead, the merge of all: to be read only.")
        | {"allowEmptyValue": True},
    ]
    by_address = [parameter("name", "The end of the graph's IRI.", where="path")]
    return {
        "/graphs": {"parameters": by_name, **_read("graph"), **_write("graph")},
        "/graphs/{name}": {
            "parameters": by_address,
            **_read("graph-by-address"),
            **_write("graph-by-address"),
        },
    }


def data_paths() -> Fields:
    """Describe the things that IRIs stand for; an article is also a graph that can be written."""
    paths = {f"/{kind}/{{name}}": _thing(kind, summary) for kind, summary in _KINDS.items()}
    paths["/article/{name}"] |= _write("article-graph")
    return paths


def _thing(kind: str, summary: str) -> Fields:
    forms = ARTICLE_FORMS if kind == "article" else (*RDF_TYPES, HTML)
    options, errors = [format_parameter(forms)], (400, 404, 406, 503)
    return {
        "parameters": [parameter("name", "The end of the IRI.", where="path")],
        "get": operation(kind, summary, "linked data", forms, parameters=options, errors=errors),
    }


def _read(name: str) -> Fields:
    options, errors = [format_parameter(RDF_TYPES)], (400, 404, 406, 413, 429, 503)
    summary = "The triples of one graph"
    return {"get": operation(name, summary, "query", RDF_TYPES, parameters=options, errors=errors)}


def _write(name: str) -> Fields:
    content = content_of(RDF_TYPES) | {"multipart/form-data": {"schema": {"type": "object"}}}
    body = {"required": True, "content": content}
    written = {
        "201": {"description": "The graph is new.", "headers": {"Location": {"schema": {"type": "string"}}}},
        "204": {"description": "The graph was there."},
    }
    gone = {"204": {"description": "It is gone."}}
    put, add = "Put triples in the place of what a graph said", "Add triples to a graph, or to a new one"
    write = partial(
        operation,
        tag="query",
        errors=sorted({*TAKING, 401, 403, 404, 412}),
        security=TOKEN,
        parameters=CONDITIONS,
    )
    return {
        "put": write(f"put-{name}", put, responses=written, requestBody=body),
        "post": write(f"post-{name}", add, responses=written, requestBody=body),
        "delete": write(f"delete-{name}", "Remove a graph and what it alone says", responses=gone),
    }
