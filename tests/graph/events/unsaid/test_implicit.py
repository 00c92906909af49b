"""A draft gains the core fillers that its sentence leaves to the reader."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from graph.events.draft import Draft
from graph.events.model.card import fingerprints
from graph.events.model.predict import Prediction
from graph.events.scene import Scene
from graph.events.unsaid.antecedents import antecedents, open_roles, signs
from graph.events.unsaid.implicit import fill_implicit, load_weights, probability
from graph.events.unsaid.story import read_story
from graph.model import Article, Entity, EntityType, Form, Mention, Span, Status
from graph.pipeline import convert
from graph.reading.segment import segment

TEXT = "Kenya and Peru signed a treaty. France welcomed it. Chile waited. It rained."
SENTENCES = segment(Article("a", TEXT))
ENTITIES = tuple(
    Entity(name, EntityType.COUNTRY, country=code)
    for name, code in (("Kenya", "KEN"), ("Peru", "PER"), ("France", "FRA"), ("Chile", "CHL"))
)
KENYA, PERU, FRANCE, CHILE = range(len(ENTITIES))
MENTIONS = tuple(
    Mention(
        Span(TEXT.index(entity.name), TEXT.index(entity.name) + len(entity.name)),
        entity.name,
        entity.type,
        Form.NAME,
        (number,),
    )
    for number, entity in enumerate(ENTITIES)
)
SCENE = Scene(SENTENCES, ENTITIES, (), MENTIONS)
NOTHING = Prediction((), 1.0, ())


def draft(event_type: str, sentence: int, word: str, **roles: tuple[int, ...]) -> Draft:
    start = TEXT.index(word)
    span = SENTENCES[sentence].span
    return Draft(sentence, Span(start, start + len(word)), event_type, Status.ACTUAL, 0.9, (span,), roles)


TREATY = draft("Agreement", 0, "signed", party=(KENYA, PERU))
WELCOME = draft("Support", 1, "welcomed", actor=(FRANCE,))


def test_core_roles_without_filler_are_open() -> None:
    assert open_roles(WELCOME) == ("target",)
    assert open_roles(TREATY) == ()


@pytest.mark.parametrize(
    ("event_type", "is_open"), [("Demand", False), ("Threat", False), ("Criticism", True)]
)
def test_of_whom_something_is_demanded_must_be_told(event_type: str, *, is_open: bool) -> None:
    assert ("target" in open_roles(draft(event_type, 1, "welcomed", actor=(FRANCE,)))) == is_open


def test_who_is_appointed_must_be_named() -> None:
    assert open_roles(draft("Appointment", 1, "welcomed", actor=(FRANCE,))) == ()


def test_of_who_comes_to_a_gathering_of_its_own_nothing_is_left_open() -> None:
    meeting = draft("Meeting", 1, "welcomed", participant=(FRANCE,))
    assert open_roles(meeting) == ("participant",)
    assert open_roles(replace(meeting, is_own=True)) == open_roles(replace(meeting, attribute="Summit")) == ()


def test_where_an_organization_meets_its_members_come() -> None:
    union = replace(ENTITIES[FRANCE], name="Andean Union", type=EntityType.INTERNATIONAL_ORGANIZATION)
    scene = Scene(SENTENCES, (*ENTITIES[:FRANCE], union, ENTITIES[CHILE]), (), MENTIONS)
    meeting = draft("Meeting", 1, "welcomed", participant=(FRANCE,))
    assert antecedents(meeting, "participant", read_story([TREATY, meeting], scene)) == ()
    assert KENYA in antecedents(meeting, "participant", read_story([TREATY, meeting], SCENE))


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (draft("Criticism", 0, "signed", actor=(KENYA,), target=(FRANCE,)), (KENYA,)),
        (draft("Proposal", 0, "signed", actor=(KENYA,)), (KENYA,)),
        (draft("Criticism", 0, "signed", actor=(KENYA,), target=(PERU,)), ()),
        (TREATY, ()),
    ],
    ids=["accused", "offered", "another accused", "nothing to turn down"],
)
def test_turned_down_is_whose_act_was_told_before(told: Draft, meant: tuple[int, ...]) -> None:
    rejection = draft("Rejection", 1, "welcomed", actor=(FRANCE,))
    assert antecedents(rejection, "target", read_story([told, rejection], SCENE)) == meant


def test_of_two_meetings_in_a_sentence_each_has_its_own_participants() -> None:
    told = draft("Meeting", 0, "signed", participant=(KENYA, PERU))
    other = draft("Meeting", 0, "treaty", participant=(FRANCE,))
    assert antecedents(other, "participant", read_story([told, other], SCENE)) == (CHILE,)
    alone = draft("Meeting", 0, "signed", participant=(KENYA,))
    assert KENYA in antecedents(other, "participant", read_story([alone, other], SCENE))


def test_nobody_visits_his_own_country() -> None:
    visit = draft("Visit", 1, "welcomed", destination=(FRANCE,))
    home = replace(ENTITIES[PERU], name="Ana Paz", type=EntityType.PERSON, country="FRA")
    scene = Scene(SENTENCES, (ENTITIES[KENYA], home, *ENTITIES[FRANCE:]), (), MENTIONS)
    assert PERU not in antecedents(visit, "visitor", read_story([TREATY, visit], scene))
    assert PERU in antecedents(visit, "visitor", read_story([TREATY, visit], SCENE))


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("It is among the countries which condemned Peru.", [["Kenya"]]),
        ("Two members of Ostavik's party condemned Peru.", [[]]),
    ],
    ids=["a country", "her party"],
)
def test_where_a_country_or_others_of_a_party_act_a_person_does_not(
    text: str, actors: list[list[str]]
) -> None:
    told = "Kenya turned to Nadira Ostavik. "
    found = convert(Article("a", told + text))
    acting = [event.roles.get("actor", ()) for event in found.events if event.type == "Criticism"]
    assert [[found.entities[each].name for each in one] for one in acting] == actors


def test_second_side_of_a_meeting_is_open() -> None:
    assert open_roles(draft("Meeting", 0, "signed", participant=(KENYA,))) == ("participant",)


def test_whoever_fills_a_role_already_is_no_candidate() -> None:
    story = read_story([TREATY, WELCOME], SCENE)
    assert antecedents(WELCOME, "target", story) == (PERU, KENYA, CHILE)


def test_signs_tell_where_and_as_what_a_candidate_was_told_of() -> None:
    story = read_story([TREATY, WELCOME], SCENE)
    found = signs(WELCOME, "target", [PERU], story, NOTHING)[PERU]
    assert {"at -1", "recency 0", "side 0 back", "Support after party", "state rank 1"} <= found
    assert "compatriot" not in found


def test_what_speaks_for_a_candidate_makes_it_likelier() -> None:
    assert probability({"for"}, {"for": 2.0}) > probability({"other"}, {"for": 2.0}) == 0.5


def test_drafts_whose_roles_are_filled_stay_as_they_are() -> None:
    full = draft("Support", 1, "welcomed", actor=(FRANCE,), target=(KENYA,))
    assert fill_implicit([TREATY, full], [NOTHING] * len(SENTENCES), SCENE) == (TREATY, full)


def test_statements_stay_as_they_are() -> None:
    silent = draft("Statement", 3, "rained")
    assert fill_implicit([TREATY, silent], [NOTHING] * len(SENTENCES), SCENE) == (TREATY, silent)


def test_reaction_to_a_treaty_is_to_those_who_signed_it() -> None:
    text = (
        "Ghana and Togo signed a treaty on their sea border in Accra on Monday. "
        "Nigeria welcomed the agreement in a statement of its foreign ministry."
    )
    extraction = convert(Article("a", text, published=date(2024, 5, 7)))
    support = next(event for event in extraction.events if event.type == "Support")
    names = {extraction.entities[filler].name for filler in support.roles["target"]}
    assert names == {"Ghana", "Togo"}


def test_nobody_meets_his_own_state(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.events.unsaid.implicit.LIKELY", 0.0)
    person = replace(ENTITIES[PERU], name="Ana Paz", type=EntityType.PERSON, country="FRA")
    scene = Scene(SENTENCES, (ENTITIES[KENYA], person, *ENTITIES[FRANCE:]), (), MENTIONS)
    meeting = draft("Meeting", 1, "welcomed", participant=(PERU,))
    (met,) = fill_implicit([meeting], [NOTHING] * len(SENTENCES), scene)
    assert met.roles == {"participant": (PERU, KENYA, CHILE)}


LINKS = Path(__file__).parents[4] / "seeds" / "training" / "links"


def test_weights_were_learned_from_the_links_that_are_here() -> None:
    with as_file(files("graph.events.model")) as model:
        stored = json.loads((model / "implicit.json").read_text("utf-8"))
    assert stored["data"] == fingerprints(sorted(LINKS.glob("*.jsonl")))
    assert stored["weights"] == load_weights()


def test_no_person_becomes_a_party() -> None:
    treaty = draft("Agreement", 1, "welcomed", signatory=(FRANCE,))
    person = replace(ENTITIES[PERU], name="Ana Paz", type=EntityType.PERSON)
    scene = Scene(SENTENCES, (ENTITIES[KENYA], person, *ENTITIES[FRANCE:]), (), MENTIONS)
    assert antecedents(treaty, "party", read_story([treaty], scene)) == (KENYA, CHILE)
