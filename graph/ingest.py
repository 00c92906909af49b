"""ingest: Articles are converted and their claims put into the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files

from graph.batch import convert_all
from graph.errors import ConversionError
from graph.model import Article, Extraction
from graph.rdf.triples import article_iri, extraction_quads, reference_quads
from graph.storage.graph_store import GraphStore


def ingest(
    articles: Iterable[Article], store: GraphStore, *, base: str, workers: int = 1
) -> Iterator[Extraction | ConversionError]:
    """Convert articles and load each in a transaction of its own; an article replaces what it said before.

    An article that cannot be converted is given as the error that names it, and the rest goes on.
    """
    for result in convert_all(articles, workers=workers):
        if isinstance(result, Extraction):
            load(result, store, base=base)
        yield result


def load(extraction: Extraction, store: GraphStore, *, base: str) -> None:
    """Put what an article says in the place of what it said before."""
    store.replace_article(
        article_iri(extraction.article, base=base).value,
        extraction_quads(extraction, base=base),
        reference_quads(extraction, base=base),
        fingerprint=fingerprint(extraction.article),
    )


def is_loaded(article: Article, store: GraphStore, *, base: str) -> bool:
    """Whether the store holds the article in this very form, converted by this very version."""
    return store.fingerprint(article_iri(article, base=base).value) == fingerprint(article)


def fingerprint(article: Article) -> str:
    """Give a digest of all that the claims of an article depend on: its fields, our version, our model."""
    card = files("graph.events.model").joinpath("card.json").read_text("utf-8")
    return blake2b(repr((article, version("diplograph"), card)).encode(), digest_size=16).hexdigest()
