"""What a false report says is denied, and what is told beside it is not."""

from __future__ import annotations

import pytest

from graph.events.syntax.coordination import root_of
from graph.events.triggers.denials import (
    is_apart,
    is_false_report,
    is_left_undone,
    is_not_meant,
    is_opposed,
)
from graph.model import Status
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import trigger_in
from tests.graph.events.triggers.marked import status_of


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Reports that Peru has met Chile are false.", "met", True),
        ("Peru dismissed reports that it had met Chile.", "met", True),
        ("Peru read reports that it had met Chile.", "met", False),
        ("Peru rejected claims made by Chile at the talks.", "talks", False),
        ("Peru rejected the claims that Chile made during a visit.", "visit", False),
    ],
)
def test_content_of_a_false_report_is_not_so(text: str, word: str, expected: bool) -> None:
    event = root_of(sentence_of(text), trigger_in(text, word))
    assert event is not None
    assert is_false_report(event) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Peru has refrained from condemning Chile.", "condemning", True),
        ("Peru has avoided criticising Chile.", "criticising", True),
        ("Peru shied away from imposing new sanctions.", "sanctions", True),
        ("Holm left, refusing to sign trade and other deals.", "deals", True),
        ("Peru has not refrained from condemning Chile.", "condemning", False),
        ("Peru refrained from a comment, condemning Chile.", "condemning", False),
        ("Peru must avoid criticising Chile.", "criticising", False),
        ("Peru would refuse to sign the treaty.", "treaty", False),
        ("Peru refused a loan and signed the treaty.", "treaty", False),
        ("Peru did not sign a treaty.", "treaty", True),
    ],
)
def test_what_somebody_keeps_from_or_refuses_is_left_undone(text: str, word: str, expected: bool) -> None:
    event = root_of(sentence_of(text), trigger_in(text, word))
    assert event is not None
    assert is_left_undone(event) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The closure does not mean that Peru broke off relations with Chile.", "broke", True),
        ("The step does not imply the termination of relations with Chile.", "termination", True),
        ("He said the step did not entail a complete severing of relations.", "severing", True),
        ("The step does not amount to a breach of relations.", "breach", True),
        ("The closure means that Peru broke off relations with Chile.", "broke", False),
        ("The closure may not mean a break of relations.", "break", False),
        ("The step does not mean much, and Peru broke off relations.", "broke", False),
        ("The step does not mean that Peru held talks with Chile.", "talks", True),
        ("The step does not mean an end to the talks with Chile.", "talks", False),
        ("The step does not mean much after the summit in Lima.", "summit", False),
        ("The step does not necessarily mean that Peru recognised Chile.", "recognised", False),
    ],
)
def test_what_something_does_not_mean_is_not_so(text: str, word: str, expected: bool) -> None:
    event = root_of(sentence_of(text), trigger_in(text, word))
    assert event is not None
    assert is_not_meant(event) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Peru opposes the union mediating in its dispute.", "mediating", True),
        ("Peru rejects Kenya and Chile playing a role in the talks.", "playing", True),
        ("Peru rejects Kenya playing a role in overseeing the talks.", "overseeing", True),
        ("Peru rejected the plan, mediating between Kenya and Chile.", "mediating", False),
        ("Peru welcomes Kenya mediating in its dispute.", "mediating", False),
    ],
)
def test_what_somebody_is_against_is_not_done(text: str, word: str, expected: bool) -> None:
    event = root_of(sentence_of(text), trigger_in(text, word))
    assert event is not None
    assert is_opposed(event) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The talks of Peru and Chile were not announced in advance.", "talks", True),
        ("The date of the visit has not been made public.", "visit", True),
        ("The talks of Peru and Chile were not open to the media.", "talks", True),
        ("The talks of Peru and Chile were not held in Lima.", "talks", False),
        ("Peru is not open to talks with Chile.", "talks", False),
        ("Peru has not made the visit to Chile.", "visit", False),
    ],
)
def test_what_is_not_told_to_all_may_be_so(text: str, word: str, expected: bool) -> None:
    sentence = sentence_of(text)
    event, denial = root_of(sentence, trigger_in(text, word)), root_of(sentence, trigger_in(text, "not"))
    assert event is not None
    assert denial is not None
    assert is_apart(event, denial) is expected


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


def test_mediation_that_somebody_opposes_is_denied() -> None:
    marked = "Ghana says it opposes the African Union <mediating> in its dispute with Peru."
    assert status_of(marked, "Mediation", actual=0.9) is Status.DENIED


def test_what_was_done_as_talks_were_cancelled_is_done_though_the_parse_splits_it() -> None:
    marked = "Peru's talks with Chile were cancelled as Cuba and Togo <signed> a treaty."
    assert status_of(marked, "Agreement", denied=0.8, actual=0.1) is Status.ACTUAL
