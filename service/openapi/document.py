"""document: all paths, with what they share."""

from __future__ import annotations

from importlib.metadata import version

from service.openapi.about import about_paths, backup_paths, page_paths
from service.openapi.articles import ARTICLE, article_paths
from service.openapi.canned import canned_paths
from service.openapi.graphs import data_paths, graph_paths
from service.openapi.operations import Fields, error_responses
from service.openapi.sparql import sparql_paths

_TAGS = ("query", "queries", "articles", "linked data", "about", "pages")
_ERROR: Fields = {
    "type": "object",
    "required": ["error", "message"],
    "properties": {
        "error": {"type": "string", "description": "A code."},
        "message": {"type": "string", "description": "What is wrong and how to put it right."},
        "request_id": {"type": "string", "description": "What the log knows the request by."},
    },
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
        "tags": [{"name": name} for name in _TAGS],
        "paths": {
            **sparql_paths(),
            **canned_paths(),
            **graph_paths(),
            **article_paths(),
            **backup_paths(),
            **data_paths(),
            **about_paths(),
            **page_paths(),
        },
        "components": {
            "schemas": {"Error": _ERROR, "Article": ARTICLE},
            "responses": error_responses(),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }
