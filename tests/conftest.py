from collections.abc import Iterator
from importlib.resources import files

import pytest

from graph.ingest import ingest
from graph.model import Article
from graph.reading.read import read_paths
from graph.storage.store import Store
from service.settings import Settings


@pytest.fixture(scope="session")
def bundled_articles() -> list[Article]:
    found = read_paths([str(files("seeds").joinpath("articles"))])
    return [article for article in found if isinstance(article, Article)]


@pytest.fixture(scope="session")
def bundled_store(bundled_articles: list[Article]) -> Iterator[Store]:
    """A store in memory that holds the bundled articles; tests that write make one of their own."""
    store = Store.open(None)
    for _ in ingest(bundled_articles, store, base=Settings.model_fields["base_iri"].default):
        pass
    yield store
    store.close()
