"""An article's events count only where it sounds of diplomacy, and in doubt where states act in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.events.complete import Scene
from graph.events.draft import Draft
from graph.events.find import predict_all
from graph.events.gate import CLOSED, OPEN, diplomacy, is_open
from graph.events.predict import Prediction
from graph.model import Article, Entity, EntityType, Position, Span, Status
from graph.reading.segment import segment

DIPLOMACY = (
    "The foreign ministers of Kenya and Peru met in Geneva on Monday. "
    "They signed an agreement on visas and discussed the summit of the African Union. "
    "President Nadira Ostavik will visit Peru in May at the invitation of her counterpart."
)
FOOTBALL = (
    "Kenya beat Peru 3-1 in a friendly match in Geneva on Monday. "
    "The striker scored twice before half-time. The coach praised his young defenders and the fans."
)
KENYA, COMPANY, MINISTER, SINGER, KNOWN = range(5)
SCENE = Scene(
    (),
    (
        Entity("Kenya", EntityType.COUNTRY),
        Entity("Telvane", EntityType.COMPANY),
        Entity("Nadira Ostavik", EntityType.PERSON),
        Entity("Marek Velkanov", EntityType.PERSON),
        Entity("Ilmar Castellor", EntityType.PERSON, qid="Q900000001"),
    ),
    (Position(MINISTER, "foreign minister", KENYA, (Span(0, 1),)),),
)


def sounding(*scores: float) -> list[Prediction]:
    return [Prediction((), score, ()) for score in scores]


def acts(*actors: int, event_type: str = "Criticism") -> list[Draft]:
    """An event of each of the actors."""
    return [
        Draft(0, Span(0, 1), event_type, Status.ACTUAL, 0.9, (Span(0, 1),), {"actor": (actor,)})
        for actor in actors
    ]


def test_article_is_as_diplomatic_as_its_sentences_in_the_mean() -> None:
    assert diplomacy(sounding(1.0, 0.5, 0.0)) == pytest.approx(0.5)


def test_article_without_sentences_is_not_about_diplomacy() -> None:
    assert (diplomacy([]), is_open([], [], SCENE)) == (0.0, False)


def test_sound_alone_decides_where_it_is_clear() -> None:
    assert is_open(sounding(OPEN), [], SCENE)
    assert not is_open(sounding(CLOSED - 0.01), acts(KENYA, KENYA, KENYA), SCENE)


@pytest.mark.parametrize(
    ("drafts", "opens"),
    [
        (acts(KENYA, KENYA), True),
        (acts(MINISTER, KENYA, COMPANY, SINGER), True),
        (acts(KNOWN, KNOWN), True),
        (acts(MINISTER, COMPANY, SINGER), False),
        (acts(KENYA), False),
        ([*acts(COMPANY, SINGER), *acts(KENYA, KENYA, KENYA, event_type="Statement")], False),
        ([], False),
    ],
)
def test_in_doubt_states_and_their_people_must_act_in_most_events(drafts: list[Draft], opens: bool) -> None:
    assert is_open(sounding((CLOSED + OPEN) / 2), drafts, SCENE) is opens


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=9))
def test_a_sentence_that_sounds_of_nothing_else_never_closes_the_gate(scores: list[float]) -> None:
    assert is_open([*sounding(*scores), *sounding(1.0)], [], SCENE) >= is_open(sounding(*scores), [], SCENE)


@pytest.mark.parametrize(("text", "opens"), [(DIPLOMACY, True), (FOOTBALL, False)])
def test_packaged_weights_tell_diplomacy_from_sport(text: str, opens: bool) -> None:
    assert is_open(predict_all(segment(Article("a", text))), acts(KENYA, KENYA), SCENE) is opens
