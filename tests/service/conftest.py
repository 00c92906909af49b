from collections.abc import Iterator
from datetime import date

import pytest
from starlette.testclient import TestClient

from graph.model import (
    Article,
    DateRange,
    Entity,
    EntityType,
    Event,
    Extraction,
    PartialDate,
    Position,
    Span,
    Status,
)
from graph.rdf.triples import article_iri, extraction_quads, reference_quads
from graph.storage.store import Store
from service.app import create_app
from service.settings import Settings

BASE = "http://localhost:8000/"
TOKEN = "open-sesame"  # noqa: S105 - of this test
TEXT = (
    "President Ana Silva of Ruritania visited Freedonia in May.\n"
    "She will not meet <script>alert(1)</script> there."
)


def extract(article: Article) -> Extraction:
    """Stands for the pipeline: says the same of any article that is long enough."""
    if len(article.text) < 60:
        return Extraction(article)
    return Extraction(
        article,
        entities=(
            Entity("Ana Silva", EntityType.PERSON, aliases=("Silva",)),
            Entity("Ruritania", EntityType.COUNTRY, qid="Q900000001"),
            Entity("Freedonia", EntityType.COUNTRY),
            Entity("<script>alert(1)</script>", EntityType.PERSON),
        ),
        events=(
            Event(
                "Visit",
                Status.ACTUAL,
                (Span(0, 58),),
                {"visitor": (0,), "destination": (2,)},
                attributes={"visitKind": "state"},
                when=DateRange(PartialDate(2024, 5)),
            ),
            Event("Meeting", Status.DENIED, (Span(59, len(article.text)),), {"participant": (0, 3)}),
        ),
        positions=(Position(0, "president", 1, (Span(0, 58),)),),
    )


@pytest.fixture
def store() -> Iterator[Store]:
    store = Store.open()
    article = Article(
        "a/1", TEXT, title="A visit & <b>more</b>", publisher="Gazette", published=date(2024, 5, 3)
    )
    said = extract(article)
    store.replace_article(
        article_iri(article, base=BASE).value,
        extraction_quads(said, base=BASE),
        reference_quads(said, base=BASE),
        fingerprint="1",
    )
    yield store
    store.close()


@pytest.fixture
def client(store: Store) -> Iterator[TestClient]:
    settings = Settings(base_iri=BASE, token=TOKEN, query_processes=1)
    with TestClient(create_app(store, settings, extract)) as client:
        yield client


@pytest.fixture
def closed_client(store: Store) -> Iterator[TestClient]:
    """A service without a token."""
    settings = Settings(base_iri=BASE, token=None, query_processes=1)
    with TestClient(create_app(store, settings, extract)) as client:
        yield client
