"""What the tests of this room ask: who and what is named in a text."""

from __future__ import annotations

from graph.linking.gazetteer import load_gazetteer
from graph.model import Article, EntityType, Mention
from graph.names.mentions import find_mentions
from graph.reading.segment import segment


def mentions(text: str, title: str | None = None) -> tuple[Mention, ...]:
    article = Article(id="a", text=text, title=title)
    return find_mentions(article, segment(article), load_gazetteer())


def told(text: str, title: str | None = None) -> list[str]:
    return [f"{mention.text} {mention.type}" for mention in mentions(text, title)]


def persons(text: str) -> list[str]:
    return [mention.text for mention in mentions(text) if mention.type is EntityType.PERSON]
