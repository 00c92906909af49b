"""Triggers, mentions and dates of a sentence become drafts that the ontology allows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.events.dates.when import Dates
from graph.events.decode import decode
from graph.events.draft import Draft
from graph.events.model.encoding import EVENT_TYPES, SLOTS
from graph.events.model.predict import FLOOR, Prediction, Trigger
from graph.model import DateRange, EntityType, Form, Mention, PartialDate, Span, Status
from ontology.schema import load_event_schemas
from tests.graph.events.drafted import (
    AREQUIPA,
    ENTITIES,
    FRANCE,
    KENYA,
    MINISTRY,
    OSTAVIK,
    PERU,
    VELKANOV,
    VISIT,
    drafts_of,
    mentions_of,
    roles_of,
)
from tests.graph.events.predicted import sentence_of, tokens_of, trigger


def test_trigger_becomes_a_draft() -> None:
    slots = {
        "visitor": {"Nadira Ostavik": 0.9},
        "destination": {"Peru": 0.9},
        "place": {"Peru": 0.8},
        "time": {"On 5 May": 0.9},
    }
    found = trigger(VISIT, "Visit", "visited", attribute="official", slots=slots)
    assert drafts_of(VISIT, found) == (
        Draft(
            sentence=0,
            trigger=Span(34, 41),
            type="Visit",
            status=Status.ACTUAL,
            score=0.95,
            evidence=(Span(0, len(VISIT)),),
            roles={"visitor": (OSTAVIK,), "destination": (PERU,)},
            attribute="unspecified",
            when=DateRange(PartialDate(2024, 5, 5)),
            places=(PERU,),
        ),
    )


def test_unlikely_trigger_tells_nothing() -> None:
    assert drafts_of(VISIT, trigger(VISIT, "Visit", "visited", score=FLOOR)) == ()


def test_each_trigger_tells_an_event_of_its_own() -> None:
    text = "Kenya condemned Peru and thanked France."
    slots = {"actor": {"Kenya": 0.9}}
    told = drafts_of(
        text,
        trigger(text, "Criticism", "condemned", slots={**slots, "target": {"Peru": 0.9}}),
        trigger(text, "Support", "thanked", slots={**slots, "target": {"France": 0.9}}),
    )
    assert [(draft.type, draft.roles) for draft in told] == [
        ("Criticism", {"actor": (KENYA,), "target": (PERU,)}),
        ("Support", {"actor": (KENYA,), "target": (FRANCE,)}),
    ]


def test_mention_belongs_to_the_trigger_of_the_class_that_it_fits_better() -> None:
    text = "Nadira Ostavik visited Peru, and Marek Velkanov went to France."
    first, second = drafts_of(
        text,
        trigger(
            text,
            "Visit",
            "visited",
            slots={
                "visitor": {"Nadira Ostavik": 0.95, "Marek Velkanov": 0.5},
                "destination": {"Peru": 0.95, "France": 0.5},
            },
        ),
        trigger(
            text,
            "Visit",
            "went",
            slots={
                "visitor": {"Nadira Ostavik": 0.5, "Marek Velkanov": 0.95},
                "destination": {"Peru": 0.5, "France": 0.95},
            },
        ),
    )
    assert first.roles == {"visitor": (OSTAVIK,), "destination": (PERU,)}
    assert second.roles == {"visitor": (VELKANOV,), "destination": (FRANCE,)}


def test_who_receives_the_guest_does_not_visit_though_a_pronoun_seems_to_say_so() -> None:
    text = "Nadira Ostavik received Marek Velkanov during his visit to Kenya."
    his = Mention(Span(46, 49), "his", EntityType.PERSON, Form.PRONOUN, (OSTAVIK,))
    slots = {"visitor": {"Nadira Ostavik": 0.8, "Marek Velkanov": 0.8, "his": 0.9}}
    (draft,) = drafts_of(
        text, trigger(text, "Visit", "visit", slots=slots), mentions=[*mentions_of(text)[:2], his]
    )
    assert draft.roles["visitor"] == (VELKANOV,)


def test_mention_fills_only_the_role_that_it_fits_best() -> None:
    slots = {"actor": {"Kenya": 0.6, "Peru": 0.9}, "target": {"Kenya": 0.9, "Peru": 0.6}}
    assert roles_of("Kenya was condemned by Peru.", "Criticism", "condemned", **slots) == {
        "actor": (PERU,),
        "target": (KENYA,),
    }


def test_filler_is_of_a_type_that_the_ontology_allows() -> None:
    slots = {"appointee": {"Kenya": 0.9}, "actor": {"Peru": 0.9}}
    assert roles_of("Peru named Kenya.", "Appointment", "named", **slots) == {"actor": (PERU,)}


def test_role_of_another_class_is_not_filled() -> None:
    slots = {"signatory": {"Nadira Ostavik": 0.9}, "destination": {"Peru": 0.9}}
    assert roles_of(VISIT, "Visit", "visited", **slots) == {"destination": (PERU,)}


def test_members_of_a_list_share_a_role() -> None:
    slots = {"party": {"Kenya": 0.9, "Peru": 0.3, "France": 0.3}}
    found = roles_of("Kenya, Peru and France signed a treaty.", "Agreement", "signed", **slots)
    assert found == {"party": (KENYA, PERU, FRANCE)}


def test_name_within_the_name_of_a_filler_is_no_filler() -> None:
    text = "The Ministry of Trade of Kenya and France signed it."
    slots = {"party": {"Ministry of Trade of Kenya": 0.9, "France": 0.9}}
    assert roles_of(text, "Agreement", "signed", **slots) == {"party": (MINISTRY, FRANCE)}


def test_statement_is_of_one_speaker_or_of_one_list() -> None:
    text = "Nadira Ostavik said that Marek Velkanov and she agreed."
    slots = {"speaker": {"Nadira Ostavik": 0.9, "Marek Velkanov": 0.6}}
    assert roles_of(text, "Statement", "said", **slots) == {"speaker": (OSTAVIK,)}


def test_mention_of_several_entities_fills_a_role_with_all() -> None:
    text = "The two presidents met."
    both = Mention(Span(0, 18), "The two presidents", EntityType.PERSON, Form.DESCRIPTION, (0, 1))
    found = trigger(text, "Meeting", "met", slots={"participant": {"The two presidents": 0.9}})
    assert [draft.roles for draft in drafts_of(text, found, mentions=[both])] == [
        {"participant": (OSTAVIK, VELKANOV)}
    ]


def test_unresolved_mention_fills_nothing() -> None:
    they = Mention(Span(0, 4), "They", None, Form.PRONOUN)
    found = trigger("They met.", "Meeting", "met", slots={"participant": {"They": 0.9}})
    assert [draft.roles for draft in drafts_of("They met.", found, mentions=[they])] == [{}]


def test_entity_named_twice_fills_a_role_once() -> None:
    text = "Kenya met Peru, and Kenya won."
    found = roles_of(text, "Meeting", "met", participant={text[:24]: 0.9})
    assert found == {"participant": (KENYA, PERU)}


def test_place_is_a_named_place_or_country() -> None:
    text = "Nadira Ostavik met him in Arequipa in Peru."
    slots = {"place": {"Nadira Ostavik": 0.9, "Arequipa": 0.9, "Peru": 0.9}}
    (draft,) = drafts_of(text, trigger(text, "Meeting", "met", slots=slots))
    assert draft.places == (AREQUIPA, PERU)


def test_subject_and_amount_are_the_words_of_the_text() -> None:
    text = "Kenya proposed a council of experts to Peru."
    slots = {"subject": {"a council of experts": 0.9}}
    (draft,) = drafts_of(text, trigger(text, "Proposal", "proposed", slots=slots))
    assert draft.details == {"subject": "a council of experts"}
    text = "Kenya gave Peru $2.5 million in grants."
    (draft,) = drafts_of(text, trigger(text, "Aid", "gave", slots={"amount": {"$2.5 million": 0.9}}))
    assert draft.details == {"amount": "$2.5 million"}


def test_of_two_gifts_each_has_the_amount_beside_it() -> None:
    text = "Kenya gave Peru $2.5 million while France pledged $9 million."
    amounts = {"$2.5 million": 0.9, "$9 million": 0.7}
    told = [trigger(text, "Aid", word, slots={"amount": amounts}) for word in ("gave", "pledged")]
    assert [draft.details["amount"] for draft in drafts_of(text, *told)] == ["$2.5 million", "$9 million"]
    assert [draft.details["amount"] for draft in drafts_of(text, told[1])] == ["$2.5 million"]


@pytest.mark.parametrize(
    ("likely", "subject"),
    [
        ("to launch a rail service from", "to launch a rail service"),
        ("a plant in the", "a plant"),
        ("launch", "launch a rail service"),
        ("of", None),
        ("and", None),
        ("the Lima office", "opening of the Lima office"),
        ("talks", "yearly talks"),
    ],
)
def test_subject_ends_where_a_phrase_ends(likely: str, subject: str | None) -> None:
    text = "Kenya proposed to launch a rail service from Arequipa and a plant in the north, "
    text += "the opening of the Lima office and yearly talks."
    (draft,) = drafts_of(text, trigger(text, "Proposal", "proposed", slots={"subject": {likely: 0.9}}))
    assert draft.details.get("subject") == subject


def test_of_two_proposals_each_has_the_subject_behind_it() -> None:
    text = "Kenya proposed a council of experts, and suggested yearly talks."
    subjects = {"a council of experts": 0.9, "yearly talks": 0.7}
    told = [
        trigger(text, "Proposal", word, slots={"subject": subjects}) for word in ("proposed", "suggested")
    ]
    assert [draft.details["subject"] for draft in drafts_of(text, *told)] == [
        "a council of experts",
        "yearly talks",
    ]
    assert [draft.details["subject"] for draft in drafts_of(text, told[1])] == ["a council of experts"]


def test_subject_is_of_whole_words() -> None:
    text = "Kenya proposed agrological centres."
    tokens = (Span(0, 5), Span(6, 14), Span(15, 17), Span(17, 26), Span(27, 34), Span(34, 35))
    scores = np.zeros((len(tokens), len(SLOTS)), np.float32)
    scores[3:5, SLOTS.index("subject")] = 0.9
    told = Trigger("Proposal", Span(6, 14), 0.95, dict.fromkeys(Status, 0.25), None, scores)
    (draft,) = decode(
        0, sentence_of(text), Prediction(tokens, 1.0, (told,)), mentions_of(text), ENTITIES, Dates((), None)
    )
    assert draft.details == {"subject": "agrological centres"}


@pytest.mark.parametrize(
    ("text", "event_type", "word", "kind"),
    [
        ("Kenya paid a state visit to Peru.", "Visit", "visit", "state"),
        ("Kenya and Peru signed a memorandum.", "Agreement", "signed", "memorandum"),
    ],
)
def test_kind_is_the_one_that_stands_beside_the_trigger(
    text: str, event_type: str, word: str, kind: str
) -> None:
    (draft,) = drafts_of(text, trigger(text, event_type, word, attribute="unspecified"))
    assert draft.attribute == kind


def test_equal_statuses_go_by_the_order_of_the_ontology() -> None:
    even = trigger(VISIT, "Visit", "visited")
    undecided = Trigger("Visit", even.span, 1.0, dict.fromkeys(Status, 0.25), None, even.slots)
    assert undecided.status == Status.ACTUAL


@settings(max_examples=40, deadline=None)
@given(event_type=st.sampled_from(EVENT_TYPES), seed=st.integers(0, 999))
def test_whatever_the_model_says_the_draft_keeps_to_the_ontology(event_type: str, seed: int) -> None:
    tokens = tokens_of(VISIT)
    slots = np.random.default_rng(seed).random((len(tokens), len(SLOTS)), np.float32)
    told = Trigger(event_type, Span(34, 41), 1.0, dict.fromkeys(Status, 0.25), None, slots)
    roles = load_event_schemas()[event_type].roles
    for draft in drafts_of(VISIT, told):
        assert draft.roles.keys() <= roles.keys()
        for role, fillers in draft.roles.items():
            assert {ENTITIES[filler].type for filler in fillers} <= roles[role].fillers
            assert 0 < len(fillers) == len(set(fillers))
        assert {ENTITIES[place].type for place in draft.places} <= {EntityType.PLACE, EntityType.COUNTRY}
        assert all(str(value) in VISIT for value in draft.details.values())
