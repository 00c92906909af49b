"""articles: listed, shown, posted and deleted."""

from __future__ import annotations

from service.articles import ARTICLE_FORMS, MAX_PAGE_SIZE, MAX_PAGES
from service.negotiation import HTML, JSON
from service.openapi.operations import (
    CONDITIONS,
    TAKING,
    TOKEN,
    Fields,
    format_parameter,
    operation,
    parameter,
)

ARTICLE: Fields = {
    "type": "object",
    "required": ["text"],
    "properties": {
        "id": {"type": "string", "description": "Made from the text where it is left out."},
        "title": {"type": "string"},
        "text": {"type": "string", "minLength": 1},
        "published": {"type": "string", "format": "date"},
        "publisher": {"type": "string"},
        "url": {"type": "string", "format": "uri"},
        "language": {"type": "string", "default": "en"},
    },
}


def article_paths() -> Fields:
    """Describe the list, and single articles."""
    return {
        "/articles": {"get": _list(), "post": _post()},
        "/articles/{id}": {
            "parameters": [parameter("id", "The article's id.", where="path")],
            "get": _show(),
            "delete": _delete(),
        },
    }


def _list() -> Fields:
    number: Fields = {"type": "integer", "minimum": 1}
    options = [
        parameter("page", "Which page, from 1.", **number, maximum=MAX_PAGES, default=1),
        parameter("size", "Articles on a page.", **number, maximum=MAX_PAGE_SIZE, default=50),
        format_parameter((JSON, HTML)),
    ]
    return operation(
        "articles", "List the articles", "articles", (JSON, HTML), parameters=options, errors=(406, 422, 503)
    )


def _post() -> Fields:
    text = {"schema": {"type": "string", "minLength": 1}}
    article = {"schema": {"$ref": "#/components/schemas/Article"}}
    created = {
        "description": "What was extracted.",
        "headers": {"Location": {"schema": {"type": "string"}}},
        "content": {"application/json": {"schema": {"type": "object"}}},
    }
    content = {"application/json": article, "text/html": text, "text/plain": text}
    return operation(
        "post-article",
        "Convert an article and put it into the graph; one of the same id is replaced",
        "articles",
        requestBody={"required": True, "content": content},
        responses={"201": created},
        errors=sorted({*TAKING, 401, 403, 422}),
        security=TOKEN,
    )


def _show() -> Fields:
    options, errors = [format_parameter(ARTICLE_FORMS)], (400, 404, 406, 503)
    return operation(
        "article", "Show an article", "articles", ARTICLE_FORMS, parameters=options, errors=errors
    )


def _delete() -> Fields:
    gone = {"204": {"description": "It is gone."}}
    summary, errors = "Remove an article and what it alone says", (400, 401, 403, 404, 412, 503)
    more: Fields = {"security": TOKEN, "parameters": CONDITIONS}
    return operation("delete-article", summary, "articles", responses=gone, errors=errors, **more)
