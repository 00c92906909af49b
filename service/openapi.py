"""openapi: the HTTP service as OpenAPI describes it, beside the canned queries, which describe themselves."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from service.articles import ARTICLE_FORMS, MAX_PAGE_SIZE
from service.canned_routes import openapi_paths
from service.negotiation import HTML, JSON, RDF_TYPES, RESULT_TYPES, TEXT, MediaType

Fields = dict[str, Any]
_ERROR = {"$ref": "#/components/schemas/Error"}
_ERRORS = {
    400: "Malformed.",
    401: "The token is missing or wrong.",
    403: "Not allowed here.",
    404: "There is nothing at the address.",
    406: "None of the forms that the client takes is offered.",
    413: "Larger than is taken, or given.",
    415: "A body of a type that is not read.",
    422: "A parameter out of range, or an article in a language that is not converted.",
    429: "Too many queries at the same time.",
    502: "An endpoint that SERVICE names did not answer as it should.",
    503: "Took too long, or the store is not available.",
}


def openapi() -> Fields:
    """Describe every path."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Diplograph",
            "version": version("diplograph"),
            "summary": "News articles about diplomacy as a knowledge graph.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "tags": [
            {"name": name} for name in ("query", "queries", "articles", "linked data", "about", "pages")
        ],
        "paths": {
            **_query_paths(),
            **openapi_paths(),
            **_graph_paths(),
            **_article_paths(),
            **_backup_paths(),
            **_data_paths(),
            **_other_paths(),
        },
        "components": {
            "schemas": _SCHEMAS,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(name: str, summary: str, tag: str, answers: Sequence[MediaType], **more: Any) -> Fields:
    """An operation that answers 200 in these forms; `errors` names the statuses that may come instead."""
    errors = more.pop("errors", ())
    answer = {"description": summary, "content": {form.value: {"schema": _schema(form)} for form in answers}}
    failures = {
        str(status): {"description": _ERRORS[status], "content": {"application/json": {"schema": _ERROR}}}
        for status in errors
    }
    responses = more.pop("responses", {"200": answer}) | failures
    return {"operationId": name, "summary": summary, "tags": [tag], "responses": responses, **more}


def _schema(form: MediaType) -> Fields:
    return {"type": "object"} if form is JSON else {"type": "string"}


def _parameter(name: str, description: str, **schema: Any) -> Fields:
    where = schema.pop("where", "query")
    fields = {"name": name, "in": where, "description": description, "schema": {"type": "string", **schema}}
    return fields | ({"required": True} if where == "path" else {})


def _format(forms: Sequence[MediaType]) -> Fields:
    return _parameter(
        "format", "The form of the answer, instead of the Accept header.", enum=[form.name for form in forms]
    )


def _query_paths() -> Fields:
    forms = (*RESULT_TYPES, *RDF_TYPES, HTML)
    dataset = [
        _parameter("default-graph-uri", "A graph of the default graph; may be repeated.", format="iri"),
        _parameter("named-graph-uri", "A named graph; may be repeated.", format="iri"),
        _format(forms),
    ]
    errors = (400, 403, 406, 413, 415, 429, 502, 503)
    text = {"type": "string"}
    bodies = {
        "application/sparql-query": {"schema": text},
        "application/sparql-update": {"schema": text},
        "application/x-www-form-urlencoded": {
            "schema": {
                "oneOf": [
                    {"type": "object", "required": [name], "properties": {name: text}}
                    for name in ("query", "update")
                ]
            }
        },
    }
    using = [
        _parameter("using-graph-uri", "A graph that an update's patterns see without GRAPH.", format="iri"),
        _parameter("using-named-graph-uri", "A graph that they see by GRAPH.", format="iri"),
    ]
    query = _parameter("query", "The query; without one the service describes itself.")
    get = _operation(
        "sparql-get", "Answer a SPARQL query", "query", forms, parameters=[query, *dataset], errors=errors
    )
    post = _operation(
        "sparql-post",
        "Answer a SPARQL query, or carry out an update of named graphs, which needs the token",
        "query",
        forms,
        parameters=[*dataset, *using],
        requestBody={"required": True, "content": bodies},
        errors=(*errors, 401),
    )
    post["responses"]["204"] = {"description": "The update is done."}
    return {"/sparql": {"get": get, "post": post}}


def _graph_paths() -> Fields:
    by_name = [
        _parameter("graph", "The graph's IRI, such as an article's.", format="iri"),
        _parameter("default", "The default graph instead, the merge of all: to be read only.")
        | {"allowEmptyValue": True},
    ]
    by_address = [_parameter("name", "The end of the graph's IRI.", where="path")]
    return {
        "/graphs": {"parameters": by_name, **_graph_operations("graph")},
        "/graphs/{name}": {"parameters": by_address, **_graph_operations("graph-by-address")},
    }


def _graph_operations(name: str) -> Fields:
    """Read and write one graph, as the SPARQL 1.1 Graph Store HTTP Protocol has it."""
    get = _operation(
        name, "The triples of one graph", "query", RDF_TYPES, parameters=[_format(RDF_TYPES)],
        errors=(400, 404, 406),
    )  # fmt: skip
    body = {
        "required": True,
        "content": {form.value: {"schema": {"type": "string"}} for form in RDF_TYPES}
        | {"multipart/form-data": {"schema": {"type": "object"}}},
    }
    written = {
        "201": {
            "description": "The graph is new.",
            "headers": {"Location": {"schema": {"type": "string"}}},
        },
        "204": {"description": "The graph was there."},
    }
    write: Fields = {"security": [{"token": []}], "errors": (400, 401, 403, 404, 413, 415, 503)}
    gone = {"204": {"description": "It is gone."}}
    put, post, delete = (
        _operation(f"{verb}-{name}", summary, "query", (), responses=responses, **more, **write)
        for verb, summary, responses, more in (
            ("put", "Put triples in the place of what a graph said", written, {"requestBody": body}),
            ("post", "Add triples to a graph, or to a new one", written, {"requestBody": body}),
            ("delete", "Remove a graph and what it alone says", gone, {}),
        )
    )
    return {"get": get, "put": put, "post": post, "delete": delete}


def _backup_paths() -> Fields:
    archive = {
        "description": "The store as it is now, a tar archive.",
        "content": {"application/x-tar": {"schema": {"type": "string", "format": "binary"}}},
    }
    get = _operation(
        "backup", "Copy the store", "about", (), security=[{"token": []}], responses={"200": archive},
        errors=(401, 403, 503),
    )  # fmt: skip
    return {"/backup": {"get": get}}


def _article_paths() -> Fields:
    paging = [
        _parameter("page", "Which page, from 1.", type="integer", minimum=1, default=1),
        _parameter(
            "size", "Articles on a page.", type="integer", minimum=1, maximum=MAX_PAGE_SIZE, default=50
        ),
        _format((JSON, HTML)),
    ]
    listing = _operation(
        "articles", "List the articles", "articles", (JSON, HTML), parameters=paging, errors=(406, 422)
    )
    created = {
        "description": "What was extracted.",
        "headers": {"Location": {"schema": {"type": "string"}}},
        "content": {"application/json": {"schema": {"type": "object"}}},
    }
    post = _operation(
        "post-article",
        "Convert an article and put it into the graph; one of the same id is replaced",
        "articles",
        (),
        requestBody={
            "required": True,
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/Article"}},
                "text/html": {"schema": {"type": "string"}},
                "text/plain": {"schema": {"type": "string"}},
            },
        },
        security=[{"token": []}],
        responses={"201": created},
        errors=(400, 401, 403, 413, 415, 422, 503),
    )
    identifier = _parameter("id", "The article's id.", where="path")
    get = _operation(
        "article", "Show an article", "articles", ARTICLE_FORMS, parameters=[_format(ARTICLE_FORMS)],
        errors=(404, 406),
    )  # fmt: skip
    delete = _operation(
        "delete-article",
        "Remove an article and what it alone says",
        "articles",
        (),
        security=[{"token": []}],
        responses={"204": {"description": "It is gone."}},
        errors=(401, 403, 404),
    )
    one = {"parameters": [identifier], "get": get, "delete": delete}
    return {"/articles": {"get": listing, "post": post}, "/articles/{id}": one}


def _data_paths() -> Fields:
    kinds = {
        "article": "An article",
        "entity": "A person, country, organisation or place",
        "event": "An event",
        "position": "A position that someone holds",
        "figure": "A figure",
    }
    paths: Fields = {}
    for kind, summary in kinds.items():
        forms = ARTICLE_FORMS if kind == "article" else (*RDF_TYPES, HTML)
        paths[f"/{kind}/{{name}}"] = {
            "parameters": [_parameter("name", "The end of the IRI.", where="path")],
            "get": _operation(
                kind, summary, "linked data", forms, parameters=[_format(forms)], errors=(404, 406)
            ),
        }
    article = _graph_operations("article-graph") | paths["/article/{name}"]
    paths["/article/{name}"] = article
    return paths


def _other_paths() -> Fields:
    ontology_forms = (*RDF_TYPES, HTML)
    about = {
        "/ontology": ("ontology", "The ontology", ontology_forms),
        "/shapes": ("shapes", "The SHACL shapes", ontology_forms),
        "/.well-known/void": ("void", "The data set described, with statistics", ontology_forms),
        "/health": ("health", "Whether the service is ready, and how much it holds", (JSON,)),
        "/health/live": ("live", "Whether the service lives", (JSON,)),
        "/metrics": ("metrics", "Figures of the service, for Prometheus", (TEXT,)),
    }
    paths: Fields = {
        path: {"get": _operation(name, summary, "about", forms, parameters=[_format(forms)], errors=(406,))}
        for path, (name, summary, forms) in about.items()
    }
    for path, errors in {"/health": (503,), "/health/live": (), "/metrics": (401, 403, 404)}.items():
        name, summary, forms = about[path]
        paths[path] = {"get": _operation(name, summary, "about", forms, errors=errors)}
    sought = _parameter("q", "A part of a name.")
    paths["/"] = {"get": _operation("start", "What is in the graph", "pages", (HTML,))}
    paths["/search"] = {"get": _operation("search", "Find by name", "pages", (HTML,), parameters=[sought])}
    return paths


_SCHEMAS: Fields = {
    "Error": {
        "type": "object",
        "required": ["error", "message"],
        "properties": {
            "error": {"type": "string", "description": "A code."},
            "message": {"type": "string", "description": "What is wrong and how to put it right."},
        },
    },
    "Article": {
        "type": "object",
        "required": ["text"],
        "properties": {
            "id": {"type": "string", "description": "Made from the text where it is left out."},
            "title": {"type": "string"},
            "text": {"type": "string"},
            "published": {"type": "string", "format": "date"},
            "publisher": {"type": "string"},
            "url": {"type": "string", "format": "uri"},
            "language": {"type": "string", "default": "en"},
        },
    },
}
