"""Spans of an article are found in the text of their sentence."""

from __future__ import annotations

from graph.model import Article, Span
from graph.reading.segment import segment

TEXT = "It rained. Peru and Kenya met in Lima."
PERU, KENYA = (Span(TEXT.index(name), TEXT.index(name) + len(name)) for name in ("Peru", "Kenya"))


def test_span_of_an_article_has_its_place_in_its_sentence() -> None:
    _, sentence = segment(Article("a", TEXT))
    start, end = sentence.place_of(KENYA)
    assert sentence.text[start:end] == "Kenya"
    assert sentence.text_before(KENYA) == "Peru and "
    assert sentence.text_between(PERU, KENYA) == " and "
    assert sentence.text_between(KENYA, PERU) == ""
