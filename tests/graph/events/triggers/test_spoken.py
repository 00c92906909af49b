"""Which statements count: what somebody says, by the parse where the model doubts it."""

from __future__ import annotations

import pytest

from graph.events.model.predict import Prediction, Trigger
from graph.events.triggers.spoken import find_spare
from graph.model import EntityType, Form, Mention, Span
from tests.graph.events.drafted import OSTAVIK, drafts_of, mentions_of
from tests.graph.events.predicted import Slots, sentence_of, tokens_of, trigger

SAID = "Nadira Ostavik addressed Marek Velkanov, that Kenya condemned Peru."
SPOKEN: Slots = {"speaker": {"Nadira Ostavik": 0.95}}


def statement(score: float, *, word: str = "addressed", slots: Slots = SPOKEN) -> Trigger:
    return trigger(SAID, "Statement", word, score=score, slots=slots)


@pytest.mark.parametrize(
    ("triggers", "told"),
    [
        ([statement(0.6)], ["Statement"]),
        ([statement(0.55)], []),
        ([statement(0.6, slots={"speaker": {"Nadira Ostavik": 0.85}})], []),
        ([trigger(SAID, "Criticism", "condemned", score=0.7, slots=SPOKEN)], []),
        ([statement(0.6), trigger(SAID, "Criticism", "condemned")], ["Criticism"]),
        ([statement(0.6, word="that"), statement(0.7)], ["Statement"]),
        ([statement(0.4), trigger(SAID, "Criticism", "addressed", score=0.5)], ["Statement"]),
        ([statement(0.4), trigger(SAID, "Criticism", "condemned", score=0.5)], []),
    ],
    ids=[
        "sure speaker",
        "unlikely",
        "unsure speaker",
        "another class",
        "beside another",
        "two",
        "a word of doubtful kind",
        "two doubtful words",
    ],
)
def test_doubtful_statement_counts_alone_and_with_a_sure_speaker(
    triggers: list[Trigger], told: list[str]
) -> None:
    assert [draft.type for draft in drafts_of(SAID, *triggers)] == told


@pytest.mark.parametrize(
    ("text", "word", "others", "told"),
    [
        ("Nadira Ostavik conceded that Kenya was weak.", "conceded", {}, ["Statement"]),
        ("Kenya is weak, said Nadira Ostavik.", "said", {}, ["Statement"]),
        ("Nadira Ostavik conceded a point.", "conceded", {}, []),
        ("Nadira Ostavik visited Peru and had much to say.", "say", {"Visit": "visited"}, ["Visit"]),
    ],
    ids=["a clause", "a clause before", "nothing said", "nothing said beside an act"],
)
def test_doubted_statement_counts_where_somebody_says_something(
    text: str, word: str, others: dict[str, str], told: list[str]
) -> None:
    doubted = trigger(text, "Statement", word, score=0.3, slots=SPOKEN)
    likely = [trigger(text, other, at) for other, at in others.items()]
    assert [draft.type for draft in drafts_of(text, doubted, *likely)] == told


@pytest.mark.parametrize(
    ("text", "other", "told"),
    [
        ("Nadira Ostavik, who visited Peru, said Kenya was weak.", "visited", ["Visit", "Statement"]),
        ("Nadira Ostavik said Kenya visited Peru.", "visited", ["Visit"]),
        ("Nadira Ostavik said the visit of Kenya was useful.", "visit", ["Visit", "Statement"]),
        ("Nadira Ostavik said the visit of Kenya was over.", "visit", ["Visit"]),
        ("Nadira Ostavik said the visit of Kenya would begin soon.", "visit", ["Visit"]),
    ],
    ids=["beside what is said", "in what is said", "judged", "over", "to begin"],
)
def test_likely_statement_counts_beside_an_act_that_is_not_what_is_said(
    text: str, other: str, told: list[str]
) -> None:
    doubted = trigger(text, "Statement", "said", score=0.7, slots=SPOKEN)
    assert [draft.type for draft in drafts_of(text, trigger(text, "Visit", other), doubted)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nadira Ostavik responded that Kenya was weak.", {"speaker": (OSTAVIK,)}),
        ("Kenya is weak, Nadira Ostavik said.", {"speaker": (OSTAVIK,)}),
        ("Nadira Ostavik thought that Kenya was weak.", None),
        ("Nadira Ostavik did not say that Kenya was weak.", None),
        ("Kenya, as Nadira Ostavik has said, is weak.", None),
        ("The trader said that Kenya was weak.", None),
        ("An official said that Kenya was weak.", {}),
        ("Arequipa said that Kenya was weak.", None),
    ],
    ids=["clause", "clause before", "no word of saying", "not", "aside", "nobody known", "a voice", "place"],
)
def test_statement_that_the_model_misses_is_told_by_the_parse(
    text: str, told: dict[str, tuple[int, ...]] | None
) -> None:
    found = {draft.type: draft.roles for draft in drafts_of(text)}
    assert found == ({} if told is None else {"Statement": told})


def test_statement_that_the_parse_tells_has_not_the_act_that_is_said_beside_it() -> None:
    text = "Nadira Ostavik responded that Kenya visited Peru."
    assert [draft.type for draft in drafts_of(text, trigger(text, "Visit", "visited"))] == ["Visit"]


@pytest.mark.parametrize(
    ("text", "other", "spare"),
    [
        ("Nadira Ostavik responded that Kenya visited Peru.", "Visit", ["Statement"]),
        ("Nadira Ostavik responded that Kenya condemned Peru.", "Criticism", []),
    ],
    ids=["an act", "an act of speech"],
)
def test_statement_is_spare_beside_an_act_that_is_said(text: str, other: str, spare: list[str]) -> None:
    sentence = sentence_of(text)
    found = [trigger(text, other, "visited" if other == "Visit" else "condemned")]
    prediction = Prediction(tokens_of(text), 1.0, tuple(found))
    told = find_spare(found, prediction, sentence, mentions_of(text))
    assert [each.type for each in told] == spare


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kenya is weak, Nadira Ostavik was quoted by Peru as saying.", {"speaker": (OSTAVIK,)}),
        ("Peru quoted Nadira Ostavik as saying that Kenya was weak.", {"speaker": (OSTAVIK,)}),
        ("Peru quoted a trader as saying that Kenya was weak.", None),
        ("Peru quoted Nadira Ostavik as an example.", None),
    ],
    ids=["passive", "active", "nobody known", "nothing said"],
)
def test_who_is_quoted_as_saying_something_says_it(
    text: str, told: dict[str, tuple[int, ...]] | None
) -> None:
    found = {draft.type: draft.roles for draft in drafts_of(text)}
    assert found == ({} if told is None else {"Statement": told})


def test_statement_that_another_reports_is_no_statement_of_its_own() -> None:
    text = "Marek Velkanov had explained that Kenya was weak, Nadira Ostavik added."
    (draft,) = drafts_of(
        text,
        trigger(text, "Statement", "explained", slots={"speaker": {"Marek Velkanov": 0.9}}),
        trigger(text, "Statement", "added", slots=SPOKEN),
    )
    assert draft.roles == {"speaker": (OSTAVIK,)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nadira Ostavik said Peru must leave.", "Demand"),
        ("Peru should leave, Nadira Ostavik said.", "Demand"),
        ("Nadira Ostavik said Peru would leave.", "Statement"),
        ("Nadira Ostavik said the ships must leave Peru.", "Statement"),
        ("Nadira Ostavik said Peru must be left.", "Statement"),
    ],
)
def test_what_somebody_must_do_is_demanded(text: str, told: str) -> None:
    slots: Slots = {"actor": {"Nadira Ostavik": 0.9}, "target": {"Peru": 0.9}}
    demand = trigger(text, "Demand", "said", score=0.3, slots=slots)
    (draft,) = drafts_of(text, trigger(text, "Statement", "said", slots=SPOKEN), demand)
    assert draft.type == told


def test_who_says_that_another_should_demand_something_demands_nothing() -> None:
    text = "Nadira Ostavik said Peru should demand a truce."
    demand = trigger(text, "Demand", "demand", score=0.6, slots={"actor": {"Peru": 0.9}})
    (draft,) = drafts_of(text, trigger(text, "Statement", "said", slots=SPOKEN), demand)
    assert (draft.type, draft.roles) == ("Statement", {"speaker": (OSTAVIK,)})


@pytest.mark.parametrize(
    ("text", "word", "event_type", "told"),
    [
        ("The visit of Nadira Ostavik underlines the need for peace.", "visit", "Visit", ["Visit"]),
        ("On the visit, Nadira Ostavik underlines the need.", "visit", "Visit", ["Visit", "Statement"]),
        ("A summit of Nadira Ostavik underlines the need.", "summit", "Meeting", ["Meeting", "Statement"]),
    ],
    ids=["act", "person", "gathering"],
)
def test_what_an_act_underlines_nobody_says(text: str, word: str, event_type: str, told: list[str]) -> None:
    said = trigger(text, "Statement", "underlines", slots=SPOKEN)
    assert [draft.type for draft in drafts_of(text, trigger(text, event_type, word), said)] == told


def test_subject_of_a_verb_speaks_and_nobody_else() -> None:
    text = "Marek Velkanov met Nadira Ostavik, who thanked Kenya."
    slots: Slots = {"speaker": {"Marek Velkanov": 0.95, "Nadira Ostavik": 0.4}}
    (draft,) = drafts_of(text, trigger(text, "Statement", "thanked", slots=slots))
    assert draft.roles == {"speaker": (OSTAVIK,)}


def test_trigger_in_another_sense_leaves_its_sentence_to_the_statement() -> None:
    text = "Nadira Ostavik suggested that Peru might be willing to sign."
    told = drafts_of(
        text,
        trigger(text, "Proposal", "suggested", slots={"actor": {"Nadira Ostavik": 0.9}}),
        trigger(text, "Statement", "suggested", score=0.7, slots=SPOKEN),
    )
    assert [(draft.type, draft.roles) for draft in told] == [("Statement", {"speaker": (OSTAVIK,)})]


def test_doubtful_statement_of_someone_unknown_tells_nothing() -> None:
    they = Mention(Span(0, 14), "Nadira Ostavik", EntityType.PERSON, Form.NAME)
    assert drafts_of(SAID, statement(0.7), mentions=[they]) == ()
