from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import (
    Article,
    Extraction,
)
from graph.rdf.triples import article_iri
from tests.graph.rdf.visit import ANA, ARCADIA, BASE, TEXT, VISIT, event_iris, quads_of

HOSTILE_IDS = [
    "",
    ".",
    "..",
    "=",
    "=.",
    "%2E",
    "a/b",
    "a%2Fb",
    "a b",
    "é",
    "e\u0301",
    "\ud800",
    "#",
    "?",
    "a-visit-0",
]


def test_hostile_ids_give_valid_iris_that_differ() -> None:
    iris = [article_iri(Article(article_id, "x"), base=BASE).value for article_id in HOSTILE_IDS]
    assert len(set(iris)) == len(HOSTILE_IDS)
    assert [iri for iri in iris if iri.removeprefix(f"{BASE}article/") in {"", ".", ".."}] == []


def test_events_of_articles_whose_ids_look_alike_differ() -> None:
    ids = ["a", "a-visit-0", "a-visit-0-2", "a-visit"]
    extractions = [Extraction(Article(name, TEXT), (ANA, ARCADIA), (), (VISIT, VISIT)) for name in ids]
    iris = [iri for extraction in extractions for iri in event_iris(quads_of(extraction))]
    assert len(set(iris)) == 2 * len(ids)


@given(st.lists(st.text(), unique=True, min_size=2, max_size=6))
@settings(max_examples=50, deadline=None)
def test_two_ids_never_give_one_iri(ids: list[str]) -> None:
    assert len({article_iri(Article(article_id, "x"), base=BASE) for article_id in ids}) == len(ids)
