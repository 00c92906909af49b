"""Whoever came for an act does it, and whoever plans it or is on the way is only going to."""

from __future__ import annotations

import pytest

from graph.model import Status
from tests.graph.events.triggers.marked import status_of


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("Peru and Chile had planned to hold a <summit> in May.", Status.DENIED),
        ("Peru had intended to <meet> Chile.", Status.DENIED),
        ("Peru had agreed to <meet> Chile.", Status.ACTUAL),
        ("Peru, which had planned to fly to Lima, <met> Chile.", Status.ACTUAL),
    ],
    ids=["summit", "met", "agreed", "another plan"],
)
def test_gathering_that_had_been_planned_did_not_take_place(marked: str, status: Status) -> None:
    assert status_of(marked, "Meeting", actual=0.9) is status


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("The minister flew to Lima on Monday to hold <talks> with Dahl.", Status.ACTUAL),
        ("The ministers are in Lima to <meet> Dahl.", Status.ACTUAL),
        ("The presidents convened in Lima to hold the sixth <meeting>.", Status.ACTUAL),
        ("The ministers are to <meet> Dahl in Lima.", Status.PLANNED),
        ("The minister will fly to Lima to <meet> Dahl.", Status.PLANNED),
        ("The minister arrived in Lima to <meet> Dahl on Tuesday.", Status.PLANNED),
    ],
)
def test_who_has_come_to_meet_somebody_meets_him(marked: str, status: Status) -> None:
    assert status_of(marked, "Meeting", planned=0.9) is status


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("The minister travels to Lima for <talks> with Dahl.", Status.PLANNED),
        ("The minister is heading to Lima for a <meeting> with Dahl.", Status.PLANNED),
        ("The minister travelled to Lima for <talks> with Dahl.", Status.ACTUAL),
        ("The minister is in Lima for <talks> with Dahl.", Status.ACTUAL),
    ],
)
def test_who_is_on_the_way_to_talks_is_going_to_talk(marked: str, status: Status) -> None:
    assert status_of(marked, "Meeting", actual=0.9) is status


@pytest.mark.parametrize(
    ("marked", "event_type", "status"),
    [
        ("Peru and Ghana agreed to lift their <tariffs>.", "Sanction", Status.PLANNED),
        ("Peru made known its intent to <join> the council.", "Accession", Status.PLANNED),
        ("Efforts to reach a <deal> went on in Lima.", "Agreement", Status.PROPOSED),
        ("Peru will <urge> Ghana to leave.", "Demand", Status.PLANNED),
        ("His <meetings> will include talks on trade.", "Meeting", Status.PLANNED),
        ("The <talks> will be remembered.", "Meeting", Status.ACTUAL),
        ("The <sanctions> will include a ban on oil.", "Sanction", Status.ACTUAL),
        ("Peru had intended to <sign> the treaty.", "Agreement", Status.ACTUAL),
        ("Peru outlined its plan to leave the pact at a <meeting> in Lima.", "Meeting", Status.ACTUAL),
        ("Peru decided to <recall> its ambassador.", "RelationsChange", Status.ACTUAL),
        ("Peru tried to <mediate> between Ghana and Kenya.", "Mediation", Status.ACTUAL),
    ],
    ids=[
        "agreed",
        "intent",
        "efforts",
        "will",
        "course",
        "other will",
        "no gathering",
        "had intended",
        "aside",
        "decided",
        "mediation",
    ],
)
def test_what_is_meant_to_be_done_is_not_done(marked: str, event_type: str, status: Status) -> None:
    assert status_of(marked, event_type, actual=0.9) is status


@pytest.mark.parametrize(
    ("marked", "event_type", "status"),
    [
        ("The <expulsion> of the envoys of Peru is being considered.", "RelationsChange", Status.PROPOSED),
        ("A <visit> of the minister to Peru is under consideration.", "Visit", Status.PROPOSED),
        ("The <visit> of the minister is being considered a success.", "Visit", Status.ACTUAL),
        ("The <sanctions> imposed on Peru are being considered by a court.", "Sanction", Status.ACTUAL),
        ("The <proposal> of Peru is being considered.", "Proposal", Status.ACTUAL),
    ],
    ids=["being considered", "under consideration", "a success", "made before", "speech"],
)
def test_act_that_is_only_considered_is_proposed(marked: str, event_type: str, status: Status) -> None:
    assert status_of(marked, event_type, actual=0.9) is status


def test_gathering_that_somebody_will_attend_is_planned() -> None:
    assert (
        status_of("The minister will attend the <summit> in Lima.", "Meeting", actual=0.9) is Status.PLANNED
    )
    assert status_of("The minister will recall the <summit> in Lima.", "Meeting", actual=0.9) is Status.ACTUAL


@pytest.mark.parametrize(
    ("marked", "event_type", "status"),
    [
        ("Envoys met with a view to reaching a <truce>.", "Agreement", Status.PROPOSED),
        ("Peru freed two men with the aim of <restoring> ties.", "RelationsChange", Status.PROPOSED),
        ("Talks aimed at <signing> a treaty began in Lima.", "Agreement", Status.PROPOSED),
        ("Peru has set itself the goal of <joining> the union.", "Accession", Status.PROPOSED),
        ("Peru has achieved its goal of <joining> the union.", "Accession", Status.ACTUAL),
        ("Peru set up a fund aimed at <providing> aid.", "Aid", Status.ACTUAL),
        ("Peru ended the war by <signing> a treaty.", "Agreement", Status.ACTUAL),
        ("Peru signed a <treaty> aimed at ending the war.", "Agreement", Status.ACTUAL),
    ],
)
def test_act_that_is_the_aim_of_something_else_is_proposed(
    marked: str, event_type: str, status: Status
) -> None:
    assert status_of(marked, event_type, actual=0.9) is status


@pytest.mark.parametrize(
    ("marked", "event_type", "status"),
    [
        ("Peru hopes that Kenya and Chad will <resume> talks.", "Meeting", Status.PROPOSED),
        ("The minister hoped to <visit> Peru in May.", "Visit", Status.PROPOSED),
        ("The minister will <visit> Peru and hopes for peace.", "Visit", Status.PLANNED),
        ("The minister, who hopes for peace, will <visit> Peru.", "Visit", Status.PLANNED),
        ("Peru hopes to <give> aid.", "Aid", Status.PLANNED),
    ],
)
def test_gathering_that_is_only_hoped_for_is_proposed(marked: str, event_type: str, status: Status) -> None:
    assert status_of(marked, event_type, planned=0.9) is status
