"""The words beside a trigger tell whether its event happened, is ahead or did not happen."""

from __future__ import annotations

import pytest

from graph.events.model.encoding import EVENT_TYPES
from graph.events.triggers.statuses import Turn, load_turns
from graph.model import Status
from tests.graph.events.triggers.marked import status_of

TURNS = load_turns()


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
        ("In May Peru <provided> a million dollars.", "Aid", Status.ACTUAL),
        ("Peru <signed> important papers.", "Agreement", Status.PLANNED),
        ("The minister will <leave> for Peru on Monday.", "Visit", Status.PLANNED),
        ("Peru will reopen the embassy that it had <closed>.", "RelationsChange", Status.ACTUAL),
        ("Peru would have <closed> the embassy.", "RelationsChange", Status.PLANNED),
    ],
    ids=[
        "past",
        "if",
        "accepted",
        "pledged",
        "provided",
        "important papers",
        "future",
        "before",
        "would have",
    ],
)
def test_who_went_in_the_past_tense_does_not_only_plan_to(
    marked: str, event_type: str, status: Status
) -> None:
    assert status_of(marked, event_type, planned=0.9) is status


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
    ("marked", "status"),
    [
        ("Kenya and Peru held a third round of <talks> on Monday.", Status.ACTUAL),
        ("The <talks> were held in Lima.", Status.ACTUAL),
        ("The <talks> opened in Lima.", Status.ACTUAL),
        ("He met Kenya before holding <talks> with Peru.", Status.ACTUAL),
        ("They adopted the list of <summit> outcomes.", Status.ACTUAL),
        ("The news followed <talks> in Lima.", Status.ACTUAL),
        ("The minister addressed the <talks> in Lima.", Status.ACTUAL),
        ("The news follows the <talks> in Lima.", Status.PLANNED),
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


def test_what_is_refused_is_not_done() -> None:
    assert status_of("Peru refused to <recognise> Ghana.", "RelationsChange", actual=0.9) is Status.DENIED
