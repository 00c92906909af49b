"""The words beside a trigger tell whether its event happened, is ahead or did not happen."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from graph.events.model.encoding import EVENT_TYPES
from graph.events.model.predict import Trigger
from graph.events.triggers.statuses import Turn, choose_status, load_turns, settle
from graph.model import Article, DateRange, PartialDate, Span, Status
from graph.reading.segment import segment

TURNS = load_turns()


def status_of(marked: str, event_type: str, **scores: float) -> Status:
    """The status of the trigger in angle brackets, given the model's scores; its sentence follows another."""
    before, word, after = marked.replace(">", "<").split("<")
    sentence = segment(Article("a", f"Peru spoke. {before}{word}{after}"))[1]
    start = sentence.span.start + len(before)
    statuses = {status: scores.get(status, 0.0) for status in Status}
    span = Span(start, start + len(word))
    return choose_status(
        Trigger(event_type, span, 0.9, statuses, None, np.zeros((1, 1), np.float32)), sentence
    )


@pytest.mark.parametrize("turn", TURNS, ids=lambda turn: turn.turns)
def test_words_turn_the_status_of_their_classes(turn: Turn) -> None:
    assert turn.types <= set(EVENT_TYPES)
    for event_type in turn.types:
        for guess in turn.instead_of:
            assert status_of(turn.turns, event_type, **{guess: 0.9}) is turn.status
            assert status_of(turn.keeps, event_type, **{guess: 0.9}) is guess


@pytest.mark.parametrize("turn", TURNS, ids=lambda turn: turn.turns)
def test_words_turn_no_status_of_other_classes(turn: Turn) -> None:
    guess = min(turn.instead_of)
    assert status_of(turn.turns, "Statement", **{guess: 0.9}) is guess


@pytest.mark.parametrize(
    ("marked", "denied", "status"),
    [
        ("The minister wound up his <visit> to Peru.", 0.6, Status.ACTUAL),
        ("The minister did not <visit> Peru.", 0.6, Status.DENIED),
        ("The minister couldn't <visit> Peru.", 0.6, Status.DENIED),
        ("The minister was to have <visited> Peru.", 0.6, Status.DENIED),
        ("The minister forwent his <visit> to Peru.", 0.8, Status.DENIED),
    ],
    ids=["no denial", "not", "contracted", "was to", "sure"],
)
def test_nothing_is_denied_by_a_guess_without_a_word_that_denies(
    marked: str, denied: float, status: Status
) -> None:
    assert status_of(marked, "Visit", denied=denied, actual=0.2) is status


@pytest.mark.parametrize(
    ("marked", "event_type", "status"),
    [
        ("The minister <left> for Peru on Monday and will speak on Friday.", "Visit", Status.ACTUAL),
        ("It would be a surprise if the ministers <met>.", "Meeting", Status.PLANNED),
        ("The minister <accepted> and will come in May.", "Visit", Status.PLANNED),
        ("Peru <pledged> a million dollars.", "Aid", Status.PLANNED),
        ("Peru <signed> important papers.", "Agreement", Status.PLANNED),
        ("The minister will <leave> for Peru on Monday.", "Visit", Status.PLANNED),
        ("Peru will reopen the embassy that it had <closed>.", "RelationsChange", Status.ACTUAL),
        ("Peru would have <closed> the embassy.", "RelationsChange", Status.PLANNED),
    ],
    ids=["past", "if", "accepted", "another class", "important papers", "future", "before", "would have"],
)
def test_who_went_in_the_past_tense_does_not_only_plan_to(
    marked: str, event_type: str, status: Status
) -> None:
    assert status_of(marked, event_type, planned=0.9) is status


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("Peru will not accept any deadline in the <talks>.", Status.ACTUAL),
        ("No deadline was accepted at the <talks>.", Status.ACTUAL),
        ("Peru will not take part in the <talks>.", Status.DENIED),
        ("Peru did not hold <talks> with Chile.", Status.DENIED),
        ("There were no <talks>.", Status.DENIED),
        ("A visit to Peru was cancelled as Chile <met> Ghana.", Status.ACTUAL),
        ("Reports that Peru has <met> Chile are false.", Status.DENIED),
        ("Peru dismissed reports that it had <met> Chile.", Status.DENIED),
        ("Peru denied that its president would <attend> the summit.", Status.DENIED),
        ("Had Peru <met> Chile, the war would be over.", Status.DENIED),
    ],
)
def test_meeting_is_denied_only_if_the_denial_governs_it(marked: str, status: Status) -> None:
    assert status_of(marked, "Meeting", denied=0.9, actual=0.1) is status


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("Had the rain stopped, Peru would have <met> Chile.", Status.DENIED),
        ("Peru would have <met> Chile if the rain had stopped.", Status.DENIED),
        ("Peru said that it would have <met> Chile by then.", Status.ACTUAL),
    ],
    ids=["had", "if", "without a condition"],
)
def test_what_would_have_been_on_a_condition_was_not(marked: str, status: Status) -> None:
    assert status_of(marked, "Meeting", actual=0.9) is status


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
        ("A <summit> of Peru and Chile planned for May in Lima has been called off.", Status.DENIED),
        ("The <talks> of Peru and Chile were then abruptly cancelled.", Status.DENIED),
        ("<Talks> with Chile will not go ahead.", Status.DENIED),
        ("Peru asked for the postponement of the <talks>.", Status.PLANNED),
        ("Peru told of the postponement of the <summit> from 12 to 18 May.", Status.DENIED),
        ("The <talks> were not cancelled.", Status.PLANNED),
        ("The <talks> may be cancelled.", Status.PLANNED),
        ("Peru asked Chile to postpone the <talks>.", Status.PLANNED),
        ("The <talks> will go ahead.", Status.PLANNED),
        ("The <talks> could not have happened without Peru.", Status.PLANNED),
    ],
)
def test_what_is_called_off_does_not_take_place(marked: str, status: Status) -> None:
    assert status_of(marked, "Meeting", planned=0.9) is status


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
    ("marked", "status"),
    [
        ("Minister Holm to <host> Peruvian colleague", Status.PLANNED),
        ("Minister Holm to host colleague on working <visit> to Norway", Status.PLANNED),
        ("Holm to <visit> Peru", Status.PLANNED),
        ("Minister Holm <hosts> Peruvian colleague", Status.ACTUAL),
        ("Minister Holm came to <visit> Peru", Status.ACTUAL),
    ],
)
def test_title_tells_by_its_infinitive_what_is_ahead(marked: str, status: Status) -> None:
    assert status_of(marked, "Visit", actual=0.9) is status


def test_what_is_denied_beside_a_clause_is_not_denied_in_it() -> None:
    beside = "As it is a first <visit> to Peru, no treaty was signed."
    assert status_of(beside, "Visit", denied=0.5, actual=0.4) is Status.ACTUAL
    after = "The minister is on a <visit> to Peru after a holiday was ruled out."
    assert status_of(after, "Visit", denied=0.5, actual=0.4) is Status.ACTUAL
    within = "As there was no <visit> to Peru, a treaty was signed."
    assert status_of(within, "Visit", denied=0.5, actual=0.4) is Status.DENIED


@pytest.mark.parametrize(
    ("event_type", "day", "text", "status"),
    [
        ("Meeting", PartialDate(2024, 5, 7), "The donor conference in Oslo on 7 May.", Status.ACTUAL),
        ("Meeting", PartialDate(2024, 5, 7), "They were to meet in Oslo on 7 May.", Status.PLANNED),
        ("Meeting", PartialDate(2024, 5, 12), "The donor conference in Oslo on 12 May.", Status.PLANNED),
        ("Meeting", PartialDate(2024, 5), "The donor conference in Oslo in May.", Status.PLANNED),
        ("Aid", PartialDate(2024, 5, 7), "Kenya announced aid on 7 May.", Status.PLANNED),
    ],
)
def test_nothing_is_planned_for_a_day_that_is_past(
    event_type: str, day: PartialDate, text: str, status: Status
) -> None:
    assert settle(Status.PLANNED, event_type, DateRange(day), date(2024, 5, 10), text) is status


@pytest.mark.parametrize(("first", "status"), [(9, Status.ACTUAL), (10, Status.PLANNED)])
def test_what_seems_planned_but_has_begun_happens(first: int, status: Status) -> None:
    when = DateRange(PartialDate(2024, 5, first), PartialDate(2024, 5, 12))
    assert settle(Status.PLANNED, "Visit", when, date(2024, 5, 10), "") is status


def test_what_is_not_planned_or_not_dated_keeps_its_status() -> None:
    past = DateRange(PartialDate(2024, 5, 7))
    assert settle(Status.DENIED, "Meeting", past, date(2024, 5, 10), "") is Status.DENIED
    assert settle(Status.PLANNED, "Meeting", None, date(2024, 5, 10), "") is Status.PLANNED
    assert settle(Status.PLANNED, "Meeting", past, None, "") is Status.PLANNED


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("Holm, who is <expected> in Peru on Monday, will not attend the summit.", Status.PLANNED),
        ("Holm will not attend the <summit>, which Peru is to host.", Status.DENIED),
        ("Peru halted its broadcasts on Monday, hoping for a <summit> with Ghana.", Status.PLANNED),
        ("Peru refused to hold a <summit> with Ghana.", Status.DENIED),
        ("He did not name the envoy, but said that Peru had held <talks> with him.", Status.PLANNED),
        ("The minister did not mention the <talks> with Ghana.", Status.PLANNED),
        ("Peru made no mention of the <talks> with Ghana.", Status.PLANNED),
        ("Peru did not let the reporters witness the <talks>.", Status.PLANNED),
        ("Peru has never welcomed the <talks> of Ghana with Kenya.", Status.PLANNED),
        ("Peru did not send its ships home ahead of the <talks>.", Status.PLANNED),
        ("Peru held no <talks> with Ghana.", Status.DENIED),
        ("Peru to host <summit>; Ghana not invited", Status.PLANNED),
    ],
    ids=[
        "relative clause", "above it", "participle", "infinitive", "further sentence", "telling",
        "noun of telling", "seeing", "judging", "ahead of", "no",
        "semicolon",
    ],
)  # fmt: skip
def test_denial_reaches_only_what_hangs_on_it(marked: str, status: Status) -> None:
    assert status_of(marked, "Meeting", denied=0.8, planned=0.1) is status


@pytest.mark.parametrize(
    ("marked", "event_type", "status"),
    [
        ("Peru has not <condemned> the raid of Ghana.", "Criticism", Status.DENIED),
        ("Peru will not immediately impose <sanctions> on Ghana.", "Sanction", Status.DENIED),
        ("Peru did not only <condemn> Ghana but left the talks.", "Criticism", Status.ACTUAL),
        ("Peru did not <condemn> Ghana until Monday.", "Criticism", Status.ACTUAL),
        ("Peru may not <condemn> Ghana.", "Criticism", Status.ACTUAL),
        ("Peru did not welcome the <sanctions> on Ghana.", "Sanction", Status.ACTUAL),
        ("Peru does not <accept> the plan of Ghana.", "Rejection", Status.ACTUAL),
    ],
    ids=["not", "not its object", "not only", "not until", "may not", "not welcomed", "part of what is said"],
)
def test_what_is_not_done_is_denied_however_likely(marked: str, event_type: str, status: Status) -> None:
    assert status_of(marked, event_type, actual=0.9) is status


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
    ("text", "status"),
    [
        ("The minister is visiting Peru.", Status.ACTUAL),
        ("The minister is to visit Peru.", Status.PLANNED),
    ],
)
def test_visit_without_a_day_that_goes_on_happens(text: str, status: Status) -> None:
    assert settle(Status.PLANNED, "Visit", None, date(2024, 5, 10), text) is status


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("Kenya and Peru held a third round of <talks> on Monday.", Status.ACTUAL),
        ("The <talks> were held in Lima.", Status.ACTUAL),
        ("The <talks> opened in Lima.", Status.ACTUAL),
        ("He met Kenya before holding <talks> with Peru.", Status.ACTUAL),
        ("They adopted the list of <summit> outcomes.", Status.ACTUAL),
        ("The <talks> are to be held in Lima.", Status.PLANNED),
        ("He will meet Kenya before holding <talks> with Peru.", Status.PLANNED),
        ("They prepared the <talks> in Lima.", Status.PLANNED),
    ],
)
def test_gathering_that_was_held_is_not_ahead(marked: str, status: Status) -> None:
    assert status_of(marked, "Meeting", planned=0.9) is status


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("She became the first minister to <visit> Peru in years.", Status.ACTUAL),
        ("She was the only minister to <visit> Peru.", Status.ACTUAL),
        ("He became the first secretary of state to <set foot> on the island.", Status.ACTUAL),
        ("She hopes to be the first minister to <visit> Peru.", Status.DENIED),
        ("She became the minister to <visit> Peru.", Status.DENIED),
    ],
)
def test_who_was_the_first_to_do_something_did_it(marked: str, status: Status) -> None:
    assert status_of(marked, "Visit", denied=0.9) is status


def test_what_nothing_is_done_about_is_denied() -> None:
    assert status_of("Nothing is <signed> between Kenya and Peru.", "Agreement", actual=0.9) is Status.DENIED


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("She invited him to Lima for a state <visit>.", Status.PLANNED),
        ("She invited him on a state <visit>.", Status.PLANNED),
        ("She came to Lima for a state <visit>.", Status.ACTUAL),
        ("She thanked him for the <visit>.", Status.ACTUAL),
    ],
)
def test_visit_for_which_somebody_is_invited_is_ahead(marked: str, status: Status) -> None:
    assert status_of(marked, "Visit", actual=0.9) is status


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("Peru signed the pact a day before the minister <arrives> in Lima.", Status.PLANNED),
        ("Peru signed the pact before the minister pays a <visit> to Ghana.", Status.PLANNED),
        ("Peru signed the pact a day before the minister <arrived> in Lima.", Status.ACTUAL),
        ("Peru signs pacts before the minister <arrives> in Lima.", Status.ACTUAL),
        ("Peru signed the pact when the minister <arrives> in Lima.", Status.ACTUAL),
    ],
)
def test_before_what_is_told_in_the_present_it_is_ahead(marked: str, status: Status) -> None:
    assert status_of(marked, "Visit", actual=0.9) is status


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("Peru announced a <visit> to Ghana.", Status.PLANNED),
        ("A third round of <talks> with Ghana was announced.", Status.PLANNED),
        ("Peru announced the end of the <visit>.", Status.ACTUAL),
        ("Peru announced it after a <visit> to Ghana.", Status.ACTUAL),
        ("The <visit> was announced after the minister had returned.", Status.ACTUAL),
        ("Peru announced a <meeting> that took place in Lima.", Status.ACTUAL),
        ("Peru announced the <talks> held in Lima.", Status.ACTUAL),
        ("Peru announced <talks> to be held in Lima.", Status.PLANNED),
        ("Peru announced a <visit> starting on Monday.", Status.PLANNED),
        ("Peru announced a <call> with Ghana.", Status.ACTUAL),
    ],
)
def test_gathering_that_is_announced_is_ahead(marked: str, status: Status) -> None:
    assert status_of(marked, "Meeting", actual=0.9) is status


@pytest.mark.parametrize(
    "marked",
    [
        "The <talks> between Peru and Ghana hadn't kicked off by Monday.",
        "The <talks> were to have kicked off on Monday but were cancelled.",
        "The <talks> should have kicked off on Monday.",
        "Peru denied <talks> with Ghana would kick off on Monday.",
    ],
)
def test_gathering_that_did_not_kick_off_is_denied(marked: str) -> None:
    assert status_of(marked, "Meeting", denied=0.9) is Status.DENIED


def test_mediation_that_somebody_opposes_is_denied() -> None:
    marked = "Ghana says it opposes the African Union <mediating> in its dispute with Peru."
    assert status_of(marked, "Mediation", actual=0.9) is Status.DENIED


def test_what_is_refused_is_not_done() -> None:
    assert status_of("Peru refused to <recognise> Ghana.", "RelationsChange", actual=0.9) is Status.DENIED


def test_what_was_done_as_talks_were_cancelled_is_done_though_the_parse_splits_it() -> None:
    marked = "Peru's talks with Chile were cancelled as Cuba and Togo <signed> a treaty."
    assert status_of(marked, "Agreement", denied=0.8, actual=0.1) is Status.ACTUAL
