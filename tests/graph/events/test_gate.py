"""An article's events count only where its sentences together sound of diplomacy."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.events.find import predict_all
from graph.events.gate import diplomacy, is_open
from graph.events.predict import Prediction
from graph.model import Article
from graph.segment import segment

DIPLOMACY = (
    "The foreign ministers of Kenya and Peru met in Geneva on Monday. "
    "They signed an agreement on visas and discussed the summit of the African Union. "
    "President Nadira Ostavik will visit Peru in May at the invitation of her counterpart."
)
FOOTBALL = (
    "Kenya beat Peru 3-1 in a friendly match in Geneva on Monday. "
    "The striker scored twice before half-time. The coach praised his young defenders and the fans."
)


def sounding(*scores: float) -> list[Prediction]:
    return [Prediction((), score, ()) for score in scores]


def test_article_is_as_diplomatic_as_its_sentences_in_the_mean() -> None:
    assert diplomacy(sounding(1.0, 0.5, 0.0)) == pytest.approx(0.5)


def test_article_without_sentences_is_not_about_diplomacy() -> None:
    assert (diplomacy([]), is_open([])) == (0.0, False)


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=9))
def test_a_sentence_that_sounds_of_nothing_else_never_closes_the_gate(scores: list[float]) -> None:
    assert is_open([*sounding(*scores), *sounding(1.0)]) >= is_open(sounding(*scores))


@pytest.mark.parametrize(("text", "opens"), [(DIPLOMACY, True), (FOOTBALL, False)])
def test_packaged_weights_tell_diplomacy_from_sport(text: str, opens: bool) -> None:
    assert is_open(predict_all(segment(Article("a", text)))) is opens
