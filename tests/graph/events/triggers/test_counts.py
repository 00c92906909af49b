"""Of several papers a sentence may tell how many they are."""

from __future__ import annotations

import pytest

from graph.events.triggers.counts import count_papers
from graph.model import Article, Span
from graph.reading.segment import segment


@pytest.mark.parametrize(
    ("marked", "count"),
    [
        ("Kenya and Peru <signed> five agreements on trade.", 5),
        ("Twenty-one agreements were <signed> in Lima.", 21),
        ("They witnessed the <signing> of 12 documents.", 12),
        ("Kenya and Peru <signed> a package of six accords.", 6),
        ("Kenya and Peru <signed> a total of seven memoranda.", 7),
        ("Kenya and Peru <signed> more than 20 agreements.", None),
        ("Kenya and Peru <signed> two agreements and three protocols.", None),
        ("Kenya and Peru <signed> a 2019 agreement.", None),
        ("Kenya and Peru <signed> an agreement for two years.", None),
        ("Kenya and Peru <signed> one agreement.", None),
        ("Kenya and Peru <signed> a treaty of 12 articles.", None),
    ],
)
def test_papers_are_as_many_as_the_number_before_them(marked: str, count: int | None) -> None:
    before, word, after = marked.replace(">", "<").split("<")
    sentence = segment(Article("a", f"{before}{word}{after}"))[0]
    assert count_papers(sentence, Span(len(before), len(before) + len(word))) == count
