"""formats: plain text, HTML or JSON becomes an Article."""

from __future__ import annotations

import logging
import re
from datetime import date
from hashlib import blake2b
from typing import Any

from graph.errors import ReadError
from graph.model import Article
from graph.reading.language import check_language

MAX_CHARACTERS = 2_000_000  # of one article's text
MAX_BYTES = 16_000_000  # of one file, of one line of JSON Lines
MAX_HTML_BYTES = 4_000_000  # of one page; the extractor needs seconds for a megabyte
_MAX_ID_CHARACTERS = 1_000
_UNSTORABLE = re.compile("[\ud800-\udfff\x00]")
# The extractor would take today as the latest date: the same page would read differently on another day.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def article_from_text(text: str, *, source: str = "article") -> Article:
    """Make an article of a plain text; its first line is the title and stays in the text."""
    title = next((line.strip() for line in text.splitlines() if line.strip()), None)
    return _article({"text": text, "title": title}, source=source)


def article_from_json(value: object, *, source: str = "article") -> Article:
    """Make an article of a decoded JSON object; `text` is used exactly as it is, unknown keys are ignored."""
    if not isinstance(value, dict):
        raise ReadError(f'{source}: expected a JSON object with the key "text", found {_json_type(value)}')
    return _article(value, source=source)


def article_from_html(content: bytes | str, *, source: str = "article", url: str | None = None) -> Article:
    """Make an article of a web page: its title, a blank line, and the extracted body become the text."""
    if len(content) > MAX_HTML_BYTES:
        raise ReadError(
            f"{source}: the page is longer than {MAX_HTML_BYTES:,} bytes; give the text as .txt or .json"
        )
    from trafilatura import bare_extraction  # noqa: PLC0415 - half a second that only HTML needs
    from trafilatura.settings import Document  # noqa: PLC0415

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it logs, we raise
    page = bare_extraction(
        content, url=url, include_comments=False, with_metadata=True, date_extraction_params=_DATES
    )
    body = (page.text or "").strip() if isinstance(page, Document) else ""
    if not isinstance(page, Document) or not body:
        raise ReadError(
            f"{source}: no article text found in the HTML; give the text as .txt or .json instead"
        )
    title = page.title
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    published, publisher = page.date, page.sitename
    fields = {
        "text": text,
        "title": title,
        "published": published,
        "publisher": publisher,
        "url": page.url or url,
    }
    return _article(fields, source=source)


def article_id(text: str) -> str:
    """Give the id of an article that has none: the same for the same text."""
    return blake2b(text.encode(), digest_size=8).hexdigest()


def _article(fields: dict[str, Any], *, source: str) -> Article:
    text = _string(fields, "text", source=source)
    if text is None or not text.strip():
        raise ReadError(f'{source}: "text" is missing or empty')
    if len(text) > MAX_CHARACTERS:
        limit = f"at most {MAX_CHARACTERS:,} are read; split the article"
        raise ReadError(f"{source}: the text has {len(text):,} characters, {limit}")
    name = _string(fields, "id", source=source)
    if name and len(name) > _MAX_ID_CHARACTERS:
        raise ReadError(
            f'{source}: "id" has {len(name):,} characters, at most {_MAX_ID_CHARACTERS:,} are allowed'
        )
    return Article(
        id=name or article_id(text),
        text=text,
        title=_string(fields, "title", source=source),
        publisher=_string(fields, "publisher", source=source),
        published=_day(fields, "published", source=source),
        url=_string(fields, "url", source=source),
        language=check_language(text, declared=_string(fields, "language", source=source), source=source),
    )


def _string(fields: dict[str, Any], key: str, *, source: str) -> str | None:
    value = fields.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ReadError(f'{source}: "{key}" must be a string, found {_json_type(value)}')
    if found := _UNSTORABLE.search(value):
        raise ReadError(
            f'{source}: "{key}" has U+{ord(found[0]):04X} at character {found.start()}, '
            "which no text may hold; remove it"
        )
    return value


def _day(fields: dict[str, Any], key: str, *, source: str) -> date | None:
    value = _string(fields, key, source=source)
    if value is None:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise ReadError(f'{source}: "{key}" must be a day as YYYY-MM-DD, found {value[:40]!r}')


def _json_type(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
