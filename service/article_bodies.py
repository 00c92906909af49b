"""article_bodies: what a client posts becomes an Article."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from graph.errors import ReadError
from graph.model import Article
from graph.reading.formats import article_from_html, article_from_json, article_from_text

_SOURCE = "the body"


def read_article(body: bytes, media_type: str) -> Article:
    """Read a body of one of the media types in READERS."""
    return READERS[media_type](body)


def _read_json(body: bytes) -> Article:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{_SOURCE} is no JSON: {error}") from error
    return article_from_json(value, source=_SOURCE)


def _read_html(body: bytes) -> Article:
    return article_from_html(body, source=_SOURCE)


def _read_text(body: bytes) -> Article:
    try:
        return article_from_text(body.decode("utf-8"), source=_SOURCE)
    except UnicodeDecodeError as error:
        raise ReadError(f"{_SOURCE} is not UTF-8: {error.reason} at byte {error.start}") from error


READERS: Mapping[str, Callable[[bytes], Article]] = {
    "application/json": _read_json,
    "text/html": _read_html,
    "text/plain": _read_text,
}
