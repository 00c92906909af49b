"""The tellings of one event become the event, with all that they say together."""

from __future__ import annotations

from typing import Any

import pytest

from graph.events.draft import Draft
from graph.events.finish import finish
from graph.events.model.encoding import ATTRIBUTES, EVENT_TYPES
from graph.events.scene import Scene
from graph.model import Article, DateRange, Entity, EntityType, Event, PartialDate, Position, Span, Status
from graph.pipeline import convert
from graph.reading.segment import segment
from ontology.schema import load_event_schemas

TITLE = "Ostavik flies to Lima"
SENTENCES = segment(
    Article("a", f"{TITLE}\n\nShe flew on Sunday. They spoke of nuclear power plants.", TITLE)
)
ENTITIES = (
    Entity("Nadira Ostavik", EntityType.PERSON, country="KEN"),
    Entity("Kenya", EntityType.COUNTRY, country="KEN"),
    Entity("Peru", EntityType.COUNTRY, country="PER"),
    Entity("Marek Velkanov", EntityType.PERSON, country="PER"),
    Entity("Lima", EntityType.PLACE, country="PER"),
    Entity("Government of the Republic of Peru", EntityType.GOVERNMENT_BODY, country="PER"),
    Entity("Government of Cusco", EntityType.GOVERNMENT_BODY, country="PER"),
    Entity("Government of New Peru", EntityType.GOVERNMENT_BODY, country="KEN"),
)
OSTAVIK, KENYA, PERU, VELKANOV, LIMA, GOVERNMENT, CITY, OTHER = range(len(ENTITIES))
SCENE = Scene(SENTENCES, ENTITIES, ())


def draft(event_type: str, sentence: int, roles: dict[str, tuple[int, ...]], **fields: Any) -> Draft:
    return Draft(
        sentence=sentence,
        trigger=Span(0, 1),
        type=event_type,
        status=fields.pop("status", Status.ACTUAL),
        score=0.9,
        evidence=(SENTENCES[sentence].span,),
        roles=roles,
        **fields,
    )


def finished(*tellings: Draft) -> Event:
    return finish(tellings, SCENE, confidence=0.8)


def test_event_holds_all_that_its_tellings_say_but_the_state_of_its_place() -> None:
    year, exact = DateRange(PartialDate(2024)), DateRange(PartialDate(2024, 5, 5), PartialDate(2024, 5, 7))
    event = finished(
        draft("Visit", 1, {"visitor": (OSTAVIK,)}, when=year, attribute="unspecified", places=(LIMA,)),
        draft(
            "Visit", 2, {"destination": (PERU,)}, when=exact, attribute="state", places=(PERU, LIMA, KENYA)
        ),
    )
    assert event == Event(
        type="Visit",
        status=Status.ACTUAL,
        evidence=(SENTENCES[1].span, SENTENCES[2].span),
        roles={"visitor": (OSTAVIK,), "destination": (PERU,)},
        attributes={"visitKind": "state"},
        when=exact,
        places=(LIMA, KENYA),
        topics=("nuclearEnergy",),
        confidence=0.8,
        method="model",
    )


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (None, DateRange(PartialDate(2024))),
        (DateRange(PartialDate(2024)), DateRange(PartialDate(2024, 5))),
        (DateRange(PartialDate(None, 5, 5)), DateRange(PartialDate(2024, 5, 5))),
        (DateRange(PartialDate(None, 5, 5)), DateRange(PartialDate(None, 5, 5), PartialDate(None, 5, 6))),
    ],
)
def test_the_most_telling_date_is_kept(less: DateRange | None, more: DateRange) -> None:
    tellings = [draft("Visit", 1, {}, when=less), draft("Visit", 2, {}, when=more)]
    assert [finished(*tellings).when, finished(*reversed(tellings)).when] == [more, more]


def test_status_is_that_of_the_text_not_of_the_headline() -> None:
    headline = draft("Visit", 0, {}, status=Status.PLANNED)
    assert finished(headline, draft("Visit", 1, {}, status=Status.ACTUAL)).status is Status.ACTUAL
    assert finished(headline).status is Status.PLANNED


@pytest.mark.parametrize(
    ("attribute", "subtype"), [("Summit", "Summit"), ("Call", "Call"), ("Meeting", None)]
)
def test_summit_and_call_are_classes_below_meeting(attribute: str, subtype: str | None) -> None:
    event = finished(draft("Meeting", 1, {"participant": (OSTAVIK,)}, attribute=attribute))
    assert (event.type, event.subtype, event.attributes) == ("Meeting", subtype, {})


@pytest.mark.parametrize(
    ("event_type", "attribute", "attributes"),
    [
        ("Visit", "working", {"visitKind": "working"}),
        ("Visit", "unspecified", {}),
        ("Agreement", "treaty", {"instrument": "treaty"}),
        ("Agreement", None, {}),
        ("Accession", "join", {"accessionKind": "join"}),
        ("RelationsChange", "sever", {"changeKind": "sever"}),
        ("Sanction", "true", {"lifted": True}),
        ("Sanction", "false", {}),
        ("Appointment", "true", {"dismissal": True}),
        ("Appointment", "false", {}),
    ],
)
def test_attribute_stands_where_the_ontology_keeps_it(
    event_type: str, attribute: str | None, attributes: dict[str, str | bool]
) -> None:
    assert finished(draft(event_type, 1, {"actor": (KENYA,)}, attribute=attribute)).attributes == attributes


@pytest.mark.parametrize("event_type", EVENT_TYPES)
def test_attributes_are_only_those_that_the_ontology_gives_the_class(event_type: str) -> None:
    details = {"subject": "a canal", "amount": "$2 million"}
    values = ATTRIBUTES.get(event_type, ("", (None,)))[1]
    for value in values:
        event = finished(draft(event_type, 1, {"actor": (KENYA,)}, attribute=value, details=details))
        assert event.attributes.keys() <= load_event_schemas()[event_type].attributes.keys()


def test_first_telling_of_a_detail_counts() -> None:
    event = finished(
        draft("Proposal", 1, {"actor": (KENYA,)}, details={"subject": "a canal"}),
        draft("Proposal", 2, {"actor": (KENYA,)}, details={"subject": "it"}),
    )
    assert event.attributes == {"subject": "a canal"}


def test_persons_met_where_another_sentence_names_their_states() -> None:
    event = finished(
        draft("Meeting", 1, {"participant": (KENYA, PERU)}),
        draft("Meeting", 2, {"participant": (OSTAVIK, VELKANOV)}),
    )
    assert event.roles == {"participant": (OSTAVIK, VELKANOV)}


def test_who_acts_for_his_state_acts_where_another_sentence_names_the_state() -> None:
    event = finished(draft("Support", 1, {"actor": (KENYA,)}), draft("Support", 2, {"actor": (OSTAVIK,)}))
    assert event.roles == {"actor": (OSTAVIK,)}


def test_state_and_its_government_are_one_side() -> None:
    first = draft("Agreement", 1, {"party": (GOVERNMENT, CITY, KENYA)})
    assert finished(first).roles == {"party": (GOVERNMENT, CITY, KENYA)}
    assert finished(first, draft("Agreement", 2, {"party": (PERU,)})).roles == {"party": (CITY, KENYA, PERU)}
    assert finished(draft("Agreement", 1, {"party": (OTHER, PERU)})).roles == {"party": (OTHER, PERU)}


def test_sanctions_may_be_against_a_state_and_its_people() -> None:
    event = finished(draft("Sanction", 1, {"target": (KENYA,)}), draft("Sanction", 2, {"target": (OSTAVIK,)}))
    assert event.roles == {"target": (KENYA, OSTAVIK)}


def test_state_whose_person_is_not_named_stays() -> None:
    event = finished(
        draft("Meeting", 1, {"participant": (KENYA, PERU)}),
        draft("Meeting", 2, {"participant": (OSTAVIK,)}),
    )
    assert event.roles == {"participant": (PERU, OSTAVIK)}


def test_topics_are_those_of_the_subject_where_there_is_one() -> None:
    event = finished(draft("Proposal", 2, {"actor": (KENYA,)}, details={"subject": "tourism"}))
    assert event.topics == ("tourism",)


def test_method_tells_whether_rules_had_a_say() -> None:
    plain = draft("Visit", 1, {})
    helped = draft("Visit", 2, {}, notes=("told before",))
    assert [finished(plain).method, finished(plain, helped).method] == ["model", "both"]


def test_sentence_that_tells_an_event_twice_is_one_piece_of_evidence() -> None:
    assert finished(draft("Visit", 2, {}), draft("Visit", 1, {}), draft("Visit", 2, {})).evidence == (
        SENTENCES[1].span,
        SENTENCES[2].span,
    )


@pytest.mark.parametrize(("heads", "subtype"), [(2, None), (3, "Summit")])
def test_meeting_of_three_heads_is_a_summit(heads: int, subtype: str | None) -> None:
    states = tuple(Entity(name, EntityType.COUNTRY) for name in ("Kenya", "Peru", "Ghana"))
    leaders = tuple(
        Entity(name, EntityType.PERSON) for name in ("Nadira Ostavik", "Marek Velkanov", "Yao Mensa")
    )
    roles = ("president", "prime minister", "king" if heads == 3 else "ambassador")
    span = SENTENCES[1].span
    positions = tuple(Position(3 + number, role, number, (span,)) for number, role in enumerate(roles))
    scene = Scene(SENTENCES, (*states, *leaders), positions)
    meeting = draft("Meeting", 1, {"participant": (3, 4, 5)}, attribute="Meeting")
    assert finish((meeting,), scene, confidence=0.8).subtype == subtype


def test_visit_begins_on_the_earliest_of_its_days() -> None:
    days = [DateRange(PartialDate(2024, 5, number)) for number in (7, 6)]
    assert finished(*(draft("Visit", 1, {}, when=when) for when in days)).when == days[1]
    assert finished(*(draft("Meeting", 1, {}, when=when) for when in days)).when == days[0]


def test_stop_of_a_tour_has_its_own_days_rather_than_those_of_the_tour() -> None:
    tour = DateRange(PartialDate(2024, 5, 3), PartialDate(2024, 5, 9))
    own = DateRange(PartialDate(2024, 5, 6), PartialDate(2024, 5, 7))
    stop = draft("Visit", 1, {}, when=tour, notes=("one of several stops",))
    assert finished(stop, draft("Visit", 2, {}, when=own)).when == own
    assert finished(stop).when == tour


def test_who_speaks_on_the_telephone_is_at_no_place() -> None:
    talks = {"participant": (OSTAVIK, VELKANOV)}
    call = finished(draft("Meeting", 1, talks, attribute="Call", places=(LIMA,)))
    meeting = finished(draft("Meeting", 1, talks, attribute="Meeting", places=(LIMA,)))
    assert (call.places, meeting.places) == ((), (LIMA,))


def test_bilateral_meetings_with_two_heads_of_state_are_no_summit() -> None:
    text = (
        "Chilean President Nadira Ostavik will hold bilateral meetings with President Marek Velkanov of Peru "
        "and President Ilmar Castellor of Kenya on Friday."
    )
    meetings = [event for event in convert(Article("a", text)).events if event.type == "Meeting"]
    assert {meeting.subtype for meeting in meetings} == {None}
