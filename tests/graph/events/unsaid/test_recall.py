"""A draft takes from what was told before the core roles that its sentence leaves out."""

from __future__ import annotations

from typing import Any

import pytest

from graph.events.draft import Draft
from graph.events.scene import Scene
from graph.events.unsaid.recall import recall
from graph.model import Article, Entity, EntityType, Form, Mention, Span, Status
from graph.reading.segment import segment

TEXT = "The African Union met. Ostavik came. It rained. It poured. It hailed. It snowed."
SENTENCES = segment(Article("a", TEXT))
ENTITIES = (
    Entity("Nadira Ostavik", EntityType.PERSON, country="KEN"),
    Entity("Marek Velkanov", EntityType.PERSON, country="PER"),
    Entity("Kenya", EntityType.COUNTRY, country="KEN"),
    Entity("Peru", EntityType.COUNTRY, country="PER"),
    Entity("Lima", EntityType.PLACE, country="PER"),
    Entity("African Union", EntityType.INTERNATIONAL_ORGANIZATION),
)
OSTAVIK, VELKANOV, KENYA, PERU, LIMA, UNION = range(len(ENTITIES))
NAMED = (Mention(Span(4, 17), "African Union", ENTITIES[UNION].type, Form.NAME, (UNION,)),)
SCENE = Scene(SENTENCES, ENTITIES, (), NAMED)


def draft(event_type: str, sentence: int, roles: dict[str, tuple[int, ...]], **fields: Any) -> Draft:
    span = SENTENCES[sentence].span
    return Draft(sentence, span, event_type, Status.ACTUAL, 0.9, (span,), roles, **fields)


def roles_of(*drafts: Draft) -> list[dict[str, tuple[int, ...]]]:
    return [dict(each.roles) for each in recall(drafts, SCENE)]


VISIT = {"visitor": (OSTAVIK,), "destination": (PERU,)}


def test_visitor_went_where_he_was_said_to_go_before() -> None:
    assert roles_of(draft("Visit", 1, VISIT), draft("Visit", 2, {"visitor": (OSTAVIK,)})) == [VISIT, VISIT]


def test_who_went_there_before_is_the_visitor() -> None:
    assert roles_of(draft("Visit", 1, VISIT), draft("Visit", 2, {"destination": (PERU,)})) == [VISIT, VISIT]


@pytest.mark.parametrize(
    "second",
    [
        draft("Visit", 2, {"visitor": (VELKANOV,)}),
        draft("Visit", 2, {"destination": (KENYA,)}),
        draft("Visit", 5, {"visitor": (OSTAVIK,)}),
    ],
    ids=["another visitor", "another destination", "far behind"],
)
def test_another_visit_lends_nothing(second: Draft) -> None:
    assert roles_of(draft("Visit", 1, VISIT), second) == [VISIT, dict(second.roles)]


def test_visit_goes_where_it_takes_place_or_where_its_host_is_at_home() -> None:
    assert roles_of(draft("Visit", 1, {"visitor": (OSTAVIK,)}, places=(LIMA,))) == [
        {"visitor": (OSTAVIK,), "destination": (LIMA,)}
    ]
    assert roles_of(draft("Visit", 1, {"visitor": (OSTAVIK,), "host": (VELKANOV,)})) == [
        {"visitor": (OSTAVIK,), "host": (VELKANOV,), "destination": (PERU,)}
    ]


def test_who_meets_a_visitor_at_home_is_his_host() -> None:
    meeting = draft("Meeting", 1, {"participant": (OSTAVIK, VELKANOV)})
    assert roles_of(draft("Visit", 1, VISIT), meeting) == [
        {**VISIT, "host": (VELKANOV,)},
        dict(meeting.roles),
    ]


def test_who_met_before_are_those_of_the_talk_and_not_of_its_occasion() -> None:
    two: dict[str, tuple[int, ...]] = {"participant": (OSTAVIK, VELKANOV)}
    talk, summit = draft("Meeting", 1, two), draft("Meeting", 1, {"participant": (UNION,)}, is_own=True)
    again = draft("Meeting", 2, {})
    assert roles_of(talk, summit, again)[-1] == roles_of(summit, talk, again)[-1] == two
    assert roles_of(summit, again)[-1] == {"participant": (UNION,)}
    assert roles_of(talk, draft("Meeting", 2, {}, is_own=True))[-1] == {}


def test_whoever_speaks_after_the_talks_had_company_there() -> None:
    text = "Ostavik met Velkanov. She spoke after the talks. She spoke after talks with France."
    scene = Scene(segment(Article("a", text)), ENTITIES, (), ())

    def told(sentence: int, word: str, *participants: int, status: Status = Status.ACTUAL) -> Draft:
        start = text.index(word)
        span = Span(start, start + len(word))
        return Draft(sentence, span, "Meeting", status, 0.9, (span,), {"participant": participants})

    talk, after = told(0, "met", OSTAVIK, VELKANOV), told(1, "talks", OSTAVIK)
    denied = told(0, "met", OSTAVIK, VELKANOV, status=Status.DENIED)
    other = told(2, "talks with", OSTAVIK)
    found = [
        recall(pair, scene)[-1].roles["participant"]
        for pair in ([talk, after], [talk, other], [denied, after])
    ]
    assert found == [(OSTAVIK, VELKANOV), (OSTAVIK,), (OSTAVIK,)]


def test_who_meets_a_visitor_abroad_is_no_host() -> None:
    visit = {"visitor": (OSTAVIK,), "destination": (KENYA,)}
    meeting = draft("Meeting", 1, {"participant": (OSTAVIK, VELKANOV)})
    assert roles_of(draft("Visit", 1, visit), meeting) == [visit, dict(meeting.roles)]


def test_organisation_that_was_named_last_is_joined() -> None:
    assert roles_of(draft("Accession", 1, {"actor": (KENYA,)})) == [
        {"actor": (KENYA,), "organization": (UNION,)}
    ]
    assert roles_of(draft("Accession", 5, {"actor": (KENYA,)})) == [{"actor": (KENYA,)}]


def test_relations_change_with_the_state_in_whose_capital_it_is_done() -> None:
    assert roles_of(draft("RelationsChange", 1, {"actor": (KENYA,)}, places=(LIMA,))) == [
        {"actor": (KENYA,), "target": (PERU,)}
    ]
    assert roles_of(draft("RelationsChange", 1, {"actor": (PERU,)}, places=(LIMA,))) == [{"actor": (PERU,)}]


def test_draft_with_its_core_roles_stays_as_it_is() -> None:
    drafts = (
        draft("Visit", 1, {**VISIT, "host": (VELKANOV,)}),
        draft("Meeting", 2, {"participant": (KENYA,)}),
    )
    assert recall(drafts, SCENE) == drafts


@pytest.mark.parametrize(("event_type", "role"), [("Meeting", "participant"), ("Agreement", "party")])
def test_sides_that_a_sentence_leaves_out_are_those_told_of_before(event_type: str, role: str) -> None:
    sides = {role: (KENYA, PERU)}
    assert roles_of(draft(event_type, 1, sides), draft(event_type, 3, {})) == [sides, sides]
    assert roles_of(draft(event_type, 1, sides), draft(event_type, 5, {})) == [sides, {}]


def test_next_of_a_row_is_of_those_of_the_row_and_not_of_whom_was_met_last() -> None:
    text = (
        "The ninth meeting of Kenya and Peru ended. Ostavik will meet Velkanov. "
        "The tenth meeting will be held in May."
    )
    scene = Scene(segment(Article("a", text)), ENTITIES, ())
    row, talk, following = (
        Draft(
            sentence,
            Span(start := text.index(word), start + len("meeting")),
            "Meeting",
            Status.ACTUAL,
            0.9,
            (scene.sentences[sentence].span,),
            {"participant": sides} if sides else {},
        )
        for sentence, word, sides in (
            (0, "meeting", (KENYA, PERU)),
            (1, "meet Velk", (OSTAVIK, VELKANOV)),
            (2, "meeting will", ()),
        )
    )
    assert recall((row, talk, following), scene)[-1].roles == {"participant": (KENYA, PERU)}
