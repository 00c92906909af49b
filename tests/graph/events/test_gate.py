"""An article's events count only where it sounds of diplomacy and lies between two sides."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.events.draft import Draft
from graph.events.find import predict_all
from graph.events.gate import CLOSED, OPEN, diplomacy, is_open
from graph.events.model.predict import Prediction, Trigger
from graph.events.scene import Scene
from graph.model import Article, Entity, EntityType, Form, Mention, Position, Span, Status
from graph.pipeline import convert
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
TEXT = "The minister spoke. Peru was named in it. The ambassador left. Ghana came."
SENTENCES = segment(Article("a", TEXT))
ALONE, BESIDE_PERU, OF_ENVOYS = range(3)
ENTITIES = (
    Entity("Kenya", EntityType.COUNTRY, country="KEN"),
    Entity("Peru", EntityType.COUNTRY, country="PER"),
    Entity("Telvane", EntityType.COMPANY),
    Entity("Nadira Ostavik", EntityType.PERSON),
    Entity("Pact of Rosvik", EntityType.INTERNATIONAL_ORGANIZATION),
)
KENYA, PERU, COMPANY, MINISTER, PACT = range(len(ENTITIES))
SCENE = Scene(
    SENTENCES,
    ENTITIES,
    (Position(MINISTER, "foreign minister", KENYA, (Span(0, 1),)),),
    (Mention(Span(20, 24), "Peru", EntityType.COUNTRY, Form.NAME, (PERU,)),),
)
DOUBTFUL = (CLOSED + OPEN) / 2


def sounding(*scores: float) -> list[Prediction]:
    """What the sentences sound like; one score is that of each."""
    each = scores if len(scores) > 1 else scores * len(SENTENCES)
    return [Prediction((), score, ()) for score in each]


def act(*actors: int, sentence: int = ALONE, event_type: str = "Criticism") -> Draft:
    roles = {"actor": actors} if actors else {}
    return Draft(sentence, Span(0, 1), event_type, Status.ACTUAL, 0.9, (Span(0, 1),), roles)


BETWEEN, WITHIN, SAID = act(KENYA, PERU), act(KENYA), act(KENYA, event_type="Statement")


def test_article_is_as_diplomatic_as_its_sentences_in_the_mean() -> None:
    assert diplomacy(sounding(1.0, 0.5, 0.0), SENTENCES[:3]) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("line", "told", "counts"),
    [
        ("Share this article", 0.0, False),
        ("Subscribe to our channel!", 0.0, False),
        ("The striker scored twice.", 0.0, True),
        ("Ministers meet in Lima", 0.9, True),
        ("Ministers of Kenya and of Peru on new roads", 0.0, True),
    ],
)
def test_short_line_that_tells_of_nothing_has_no_say_beside_a_sentence(
    line: str, told: float, counts: bool
) -> None:
    sentences = segment(Article("a", f"Peru spoke.\n\n{line}"))
    trigger = Trigger("Meeting", Span(0, 1), told, {}, None, np.zeros((0, 1), np.float32))
    predictions = [Prediction((), 1.0, ()), Prediction((), 0.0, (trigger,))]
    assert diplomacy(predictions, sentences) == pytest.approx(0.5 if counts else 1.0)
    assert diplomacy(predictions[1:], sentences[1:]) == pytest.approx(0.0)


def test_article_without_sentences_is_not_about_diplomacy() -> None:
    assert (diplomacy([], ()), is_open([], [], replace(SCENE, sentences=()))) == (0.0, False)


@pytest.mark.parametrize("drafts", [[], [WITHIN, WITHIN], [WITHIN, WITHIN, SAID, SAID]])
def test_sound_alone_decides_where_few_acts_are_told(drafts: list[Draft]) -> None:
    assert is_open(sounding(OPEN), drafts, SCENE)
    assert not is_open(sounding(DOUBTFUL), drafts, SCENE)


@pytest.mark.parametrize(
    ("drafts", "opens"),
    [
        ([BETWEEN], True),
        ([act(MINISTER, PERU), SAID], True),
        ([act(PACT, PERU)], True),
        ([BETWEEN, WITHIN], False),
        ([act(COMPANY, PERU)], False),
        ([act(COMPANY, sentence=OF_ENVOYS)], True),
    ],
    ids=[
        "two states",
        "a minister is of his state",
        "an organisation of states",
        "one act at home",
        "a company",
        "an ambassador",
    ],
)
def test_few_acts_count_in_doubt_where_each_is_between_states(drafts: list[Draft], opens: bool) -> None:
    assert is_open(sounding(DOUBTFUL), drafts, SCENE) is opens
    assert not is_open(sounding(CLOSED - 0.01), drafts, SCENE)


@pytest.mark.parametrize(
    ("speaker", "text", "opens"),
    [
        (COMPANY, "The firm spoke. Peru was named.", False),
        (COMPANY, "The firm spoke to the ambassador.", True),
        (MINISTER, "She spoke. Peru was named.", True),
        (PACT, "It spoke. Peru was named.", True),
    ],
    ids=["a firm", "an ambassador is named", "a minister", "an organisation of states"],
)
def test_statements_alone_count_where_somebody_may_speak_for_states(
    speaker: int, text: str, opens: bool
) -> None:
    scene = replace(SCENE, sentences=segment(Article("a", text)), mentions=())
    said = replace(act(event_type="Statement"), roles={"speaker": (speaker,)})
    assert is_open([*sounding(OPEN)][: len(scene.sentences)], [said], scene) is opens


def test_short_text_that_names_one_state_alone_is_of_its_home_affairs() -> None:
    text = "Peru spoke. Peru agreed."
    mentions = tuple(
        Mention(Span(at, at + 4), "Peru", EntityType.COUNTRY, Form.NAME, (PERU,)) for at in (0, 12)
    )
    at_home = replace(SCENE, sentences=segment(Article("a", text)), mentions=mentions)
    assert not is_open(sounding(OPEN, OPEN), [WITHIN], at_home)
    assert is_open(sounding(OPEN, OPEN), [WITHIN], replace(at_home, mentions=mentions[:1]))


def test_what_sounds_of_something_else_is_closed_whoever_acts() -> None:
    assert not is_open(sounding(CLOSED - 0.01), [BETWEEN, BETWEEN, BETWEEN], SCENE)


@pytest.mark.parametrize(
    ("drafts", "opens"),
    [
        ([act(KENYA, PERU)], True),
        ([act(MINISTER, PERU)], True),
        ([act(PACT, PERU)], True),
        ([act(KENYA, sentence=BESIDE_PERU)], True),
        ([act(COMPANY, sentence=BESIDE_PERU)], False),
        ([act(sentence=BESIDE_PERU)], False),
        ([act(MINISTER, KENYA)], False),
        ([BETWEEN, WITHIN], True),
        ([BETWEEN, WITHIN, WITHIN], False),
        ([BETWEEN, WITHIN, act(), act()], True),
    ],
    ids=[
        "two states",
        "a minister is of his state",
        "a state and an organisation",
        "another state named beside",
        "no state acts",
        "nobody acts",
        "one state",
        "a quarter of the acts",
        "fewer",
        "a quarter of the acts of somebody",
    ],
)
def test_a_quarter_of_the_acts_must_lie_between_two_sides(drafts: list[Draft], opens: bool) -> None:
    assert is_open(sounding(OPEN), [WITHIN, WITHIN, *drafts], SCENE) is opens


@pytest.mark.parametrize(
    ("drafts", "opens"),
    [([BETWEEN, WITHIN, WITHIN], False), ([BETWEEN, BETWEEN, WITHIN], True)],
)
def test_in_doubt_one_act_between_sides_is_not_enough(drafts: list[Draft], opens: bool) -> None:
    assert is_open(sounding(DOUBTFUL), drafts, SCENE) is opens


@pytest.mark.parametrize(
    ("drafts", "opens"),
    [([act(COMPANY, sentence=OF_ENVOYS), WITHIN, WITHIN], True), ([WITHIN, WITHIN, WITHIN], False)],
)
def test_what_envoys_do_lies_between_states_where_the_sound_is_sure(drafts: list[Draft], opens: bool) -> None:
    assert is_open(sounding(OPEN), drafts, SCENE) is opens
    assert not is_open(sounding(DOUBTFUL), drafts, SCENE)


def test_others_named_often_enough_open_what_sounds_so_surely() -> None:
    ghana = len(ENTITIES)
    spot = TEXT.index("Ghana")
    naming = Mention(Span(spot, spot + 5), "Ghana", EntityType.COUNTRY, Form.NAME, (ghana,))
    scene = replace(
        SCENE,
        entities=(*ENTITIES, Entity("Ghana", EntityType.COUNTRY, country="GHA")),
        mentions=(*SCENE.mentions, naming),
    )
    assert is_open(sounding(OPEN), [WITHIN, WITHIN, WITHIN], scene)
    assert not is_open(sounding(DOUBTFUL), [WITHIN, WITHIN, WITHIN], scene)


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), min_size=2, max_size=9))
def test_a_sentence_that_sounds_of_nothing_else_never_closes_the_gate(scores: list[float]) -> None:
    with_it, without = (
        is_open(sounding(*told), [], replace(SCENE, sentences=SENTENCES[:1] * len(told)))
        for told in ([*scores, 1.0], scores)
    )
    assert with_it >= without


@pytest.mark.parametrize(("text", "opens"), [(DIPLOMACY, True), (FOOTBALL, False)])
def test_packaged_weights_tell_diplomacy_from_sport(text: str, opens: bool) -> None:
    sentences = segment(Article("a", text))
    scene = replace(SCENE, sentences=sentences, mentions=())
    assert is_open(predict_all(sentences), [BETWEEN, BETWEEN, BETWEEN], scene) is opens


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Nadira Ostavik will arrive here on Monday for a state visit.",
        "Kenyan President Nadira Ostavik will arrive here on Monday for an official visit.",
        "Kenyan president due\n\nPresident Nadira Ostavik will arrive here for a state visit. She comes.",
    ],
)
def test_state_visit_counts_though_no_second_state_is_named(text: str) -> None:
    assert [event.type for event in convert(Article("a", text)).events] == ["Visit"]


def test_official_visit_here_by_somebody_of_no_named_state_is_a_domestic_one() -> None:
    text = (
        "Prime minister in the north\n\nPrime Minister Ilmar Castellor arrived here on Monday on an official"
        " visit to the northern province. He met the governor, Nadira Ostavik, and opened a road."
        " He said the province would get a new airport."
    )
    assert convert(Article("a", text)).events == ()
