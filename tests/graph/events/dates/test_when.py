"""A draft gains the date that its sentence gives it."""

from __future__ import annotations

import pytest

from graph.model import DateRange, PartialDate, Status
from tests.graph.events.dates.dated import when_of
from tests.graph.events.predicted import trigger


@pytest.mark.parametrize(
    ("status", "when"),
    [
        (Status.ACTUAL, DateRange(PartialDate(2023, 10, 9))),
        (Status.PLANNED, DateRange(PartialDate(2024, 10, 9))),
        (Status.PROPOSED, DateRange(PartialDate(2024, 10, 9))),
    ],
)
def test_date_lies_behind_what_happened_and_ahead_of_what_is_planned(status: Status, when: DateRange) -> None:
    text = "Kenya, talks with Peru on 9 October."
    assert when_of(text, "Meeting", "talks", {"on 9 October": 0.9}, status=status) == when


@pytest.mark.parametrize(
    ("text", "date_", "when"),
    [
        ("Kenya will meet Peru in December.", "in December", DateRange(PartialDate(2024, 12))),
        ("Kenya will meet Peru on 9 January.", "on 9 January", DateRange(PartialDate(2025, 1, 9))),
        ("Kenya would meet Peru in December.", "in December", DateRange(PartialDate(2023, 12))),
        ("It said that Kenya will meet Peru on 9 April.", "on 9 April", DateRange(PartialDate(2024, 4, 9))),
        ("Kenya will meet Peru in December 2022.", "in December 2022", DateRange(PartialDate(2022, 12))),
        ("Kenya to meet Peru in December", "in December", DateRange(PartialDate(2024, 12))),
        ("Kenya is to meet Peru in December.", "in December", DateRange(PartialDate(2024, 12))),
        ("Kenya was to meet Peru in December.", "in December", DateRange(PartialDate(2023, 12))),
        (
            "Kenya is to meet Peru at the talks opened in December.",
            "in December",
            DateRange(PartialDate(2023, 12)),
        ),
    ],
    ids=["month", "day", "would", "lately", "year", "title", "is-to", "was-to", "done"],
)
def test_what_somebody_will_do_does_not_lie_long_behind(text: str, date_: str, when: DateRange) -> None:
    assert when_of(text, "Meeting", "meet", {date_: 0.9}, status=Status.PLANNED) == when


def test_event_has_the_date_of_its_own_clause() -> None:
    text = "Kenya met Peru on 3 May 2022 and left on 5 May 2023."
    times = {"on 3 May 2022": 0.5, "on 5 May 2023": 0.9}
    assert when_of(text, "Meeting", "met", times) == DateRange(PartialDate(2022, 5, 3))


@pytest.mark.parametrize(
    ("text", "event_type", "word", "when"),
    [
        ("She returned to Kenya on 3 May 2022 after talks in Peru.", "Meeting", "talks", None),
        ("She flew to Kenya on 3 May 2022 following a visit to Peru.", "Visit", "visit", None),
        ("She returned on 3 May 2022 from talks in Peru.", "Meeting", "talks", None),
        ("She returned after talks in Peru on 3 May 2022.", "Meeting", "talks", PartialDate(2022, 5, 3)),
        ("She flew to Kenya on 3 May 2022 for talks.", "Meeting", "talks", PartialDate(2022, 5, 3)),
        ("She signed it on 3 May 2022 after talks in Peru.", "Meeting", "talks", PartialDate(2022, 5, 3)),
        ("She came out on 3 May 2022 after talks in Peru.", "Meeting", "talks", PartialDate(2022, 5, 3)),
    ],
    ids=["after", "following", "from", "own", "for", "signed", "out"],
)
def test_who_arrives_after_a_meeting_was_there_before(
    text: str, event_type: str, word: str, when: PartialDate | None
) -> None:
    expected = DateRange(when) if when is not None else None
    assert when_of(text, event_type, word, {"on 3 May 2022": 0.9}) == expected


@pytest.mark.parametrize(
    ("text", "times", "when"),
    [
        (
            "In 2019, Kenya met Peru on 3 May 2019.",
            {"In 2019": 0.9, "on 3 May 2019": 0.8},
            PartialDate(2019, 5, 3),
        ),
        (
            "In 2019, Kenya met Peru after its war of May 2018.",
            {"In 2019": 0.9, "of May 2018": 0.8},
            PartialDate(2019),
        ),
        (
            "Kenya met Peru in 2019 and left on 5 May 2019.",
            {"in 2019": 0.9, "on 5 May 2019": 0.8},
            PartialDate(2019),
        ),
    ],
    ids=["within", "another year", "another clause"],
)
def test_day_narrows_the_year_of_its_clause(text: str, times: dict[str, float], when: PartialDate) -> None:
    assert when_of(text, "Meeting", "met", times) == DateRange(when)


@pytest.mark.parametrize(
    ("text", "status", "when"),
    [
        ("Kenya did not visit Peru until 1991.", Status.ACTUAL, DateRange(PartialDate(1991))),
        ("Kenya will not visit Peru until 1991.", Status.DENIED, None),
        ("Kenya and Peru visit each other until 1991.", Status.ACTUAL, None),
    ],
    ids=["not until", "denied", "until"],
)
def test_what_was_not_done_until_a_day_was_done_then(
    text: str, status: Status, when: DateRange | None
) -> None:
    assert when_of(text, "Visit", "visit", {"until 1991": 0.9}, status=status) == when


def test_event_has_the_likelier_date_of_its_clause() -> None:
    text = "On 3 May 2022 Kenya met Peru after the war of 1998."
    times = {"On 3 May 2022": 0.9, "of 1998": 0.5}
    assert when_of(text, "Meeting", "met", times) == DateRange(PartialDate(2022, 5, 3))


@pytest.mark.parametrize(
    ("text", "event_type", "word", "score", "is_dated"),
    [
        ("Kenya warned Peru in 2022 and left.", "Threat", "warned", 0.3, True),
        ("Kenya met Peru in 2022 and warned it.", "Threat", "warned", 0.3, True),
        ("Kenya met Peru in 2022 and warned it.", "Threat", "warned", 0.1, True),
        ("Kenya warned Peru in 2022 and left.", "Threat", "warned", 0.1, False),
        ("Kenya met Peru in 2022, and France warned it.", "Threat", "warned", 0.3, False),
        ("Kenya met Peru in 2022, and France warned it.", "Threat", "warned", 0.6, True),
        ("Kenya accused Peru of shooting at a boat in 2022.", "Criticism", "accused", 0.9, False),
        ("Peru was visited in 2022 at the invitation of France.", "Invitation", "invitation", 0.3, False),
        ("Ostavik arrived in Peru to take office in 2022.", "Visit", "arrived", 0.9, True),
        ("Kenya sanctioned Peru over in 2022's raid.", "Sanction", "sanctioned", 0.3, False),
    ],
    ids=[
        *(
            "own",
            "shared",
            "hardly likely, shared",
            "hardly likely, own",
            "another's",
            "likely another's",
            "what it is about",
            "before a visit",
        ),
        *("purpose of a visit", "a noun's"),
    ],
)
def test_date_of_the_clause_needs_less_to_be_the_events(
    text: str, event_type: str, word: str, score: float, *, is_dated: bool
) -> None:
    beside = (trigger(text, "Aid", "Peru", score=0.3),)
    when = when_of(text, event_type, word, {"in 2022": score}, beside=beside)
    assert when == (DateRange(PartialDate(2022)) if is_dated else None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kenya and Peru were to meet late on Wednesday.", 1),
        ("Kenya and Peru were due to meet on Saturday.", 4),
        ("Kenya and Peru will meet on Wednesday.", 8),
    ],
)
def test_what_was_to_be_is_of_the_nearer_day(text: str, day: int) -> None:
    times = {text.rsplit(maxsplit=1)[-1].strip("."): 0.9}
    when = when_of(text, "Meeting", "meet", times, status=Status.PLANNED)
    assert when == DateRange(PartialDate(2024, 5, day))


@pytest.mark.parametrize(
    ("text", "status", "when"),
    [
        ("They postponed the talks from 8 to 9 May 2023.", Status.DENIED, DateRange(PartialDate(2023, 5, 8))),
        ("They moved the talks from 8 to 9 May 2023.", Status.PLANNED, DateRange(PartialDate(2023, 5, 9))),
        (
            "They held talks from 8 to 9 May 2023.",
            Status.ACTUAL,
            DateRange(PartialDate(2023, 5, 8), PartialDate(2023, 5, 9)),
        ),
    ],
)
def test_the_two_days_of_a_move_are_no_range(text: str, status: Status, when: DateRange) -> None:
    assert when_of(text, "Meeting", "talks", {"from 8 to 9 May 2023": 0.9}, status=status) == when


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("The talks planned for Monday were called off.", Status.DENIED, 6),
        ("The talks set for Monday were held.", Status.ACTUAL, 29),
        ("They called off the talks on Monday.", Status.DENIED, 29),
    ],
)
def test_day_for_which_something_was_fixed_that_came_to_nothing_is_ahead(
    text: str, status: Status, day: int
) -> None:
    when = when_of(text, "Meeting", "talks", {"Monday": 0.9}, status=status)
    assert when == DateRange(PartialDate(2024, 5 if day == 6 else 4, day))


def test_day_of_a_time_that_is_no_occasion_is_that_of_what_is_ahead() -> None:
    text = "Kenya announced plans for a visit to Peru in the week of 3 May 2022."
    when = when_of(text, "Visit", "visit", {"3 May 2022": 0.9}, status=Status.PLANNED)
    assert when == DateRange(PartialDate(2022, 5, 3))


@pytest.mark.parametrize(
    ("text", "word", "is_dated"),
    [
        ("In 2022 Kenya, which had met Ghana, warned Peru.", "warned", True),
        ("In 2022 Kenya, which had met Ghana, warned Peru.", "met", False),
        ("Kenya, which had met Ghana, warned Peru in 2022.", "warned", False),
        ("In 2022 Kenya, which had met Ghana in 2021, warned Peru.", "warned", False),
    ],
    ids=["its verb", "another verb", "at the end", "beside another date"],
)
def test_date_that_opens_a_sentence_is_that_of_its_verb_whatever_the_model_says(
    text: str, word: str, *, is_dated: bool
) -> None:
    assert when_of(text, "Meeting", word, {}) == (DateRange(PartialDate(2022)) if is_dated else None)


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Kenya pledged money to Peru on Tuesday.", "pledged", 30),
        ("Kenya will send money to Peru on Tuesday.", "send", 7),
        ("Kenya promised on Tuesday to send money to Peru.", "send", None),
        ("Kenya promised to send money to Peru on Tuesday.", "send", 7),
    ],
    ids=["pledged then", "sent then", "promised then", "promised for then"],
)
def test_what_is_pledged_has_the_day_of_the_pledge_or_the_day_for_which_it_is(
    text: str, word: str, day: int | None
) -> None:
    when = when_of(text, "Aid", word, {"on Tuesday": 0.9}, status=Status.PLANNED)
    assert (when and when.start.day) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [("The sanctions take effect on Monday.", 6), ("The sanctions took effect on Monday.", 29)],
    ids=["take", "took"],
)
def test_what_takes_effect_on_a_weekday_is_ahead(text: str, day: int) -> None:
    month = 5 if day == 6 else 4
    when = when_of(text, "Sanction", "sanctions", {"on Monday": 0.9})
    assert when == DateRange(PartialDate(2024, month, day))


@pytest.mark.parametrize(
    ("text", "is_dated"),
    [
        ("The summit is scheduled to take place in 2025.", True),
        ("The summit is expected to begin in 2025.", True),
        ("The summit promised to send aid in 2025.", False),
    ],
    ids=["scheduled", "expected", "what it promised"],
)
def test_gathering_is_of_the_day_for_which_it_is_fixed(text: str, *, is_dated: bool) -> None:
    when = when_of(text, "Meeting", "summit", {"in 2025": 0.9}, status=Status.PLANNED)
    assert when == (DateRange(PartialDate(2025)) if is_dated else None)


@pytest.mark.parametrize(
    ("date_", "when"),
    [
        ("on June 20", None),
        ("between October 7 and 10", None),
        ("on March 20", DateRange(PartialDate(2024, 3, 20))),
        ("on Monday", DateRange(PartialDate(2024, 4, 29))),
    ],
)
def test_proposal_is_not_of_the_day_for_which_it_is_made(date_: str, when: DateRange | None) -> None:
    text = f"Peru proposed a summit with Kenya {date_}."
    assert when_of(text, "Proposal", "proposed", {date_: 0.9}) == when


@pytest.mark.parametrize("type_", ["Proposal", "Demand"])
def test_what_is_yet_to_be_asked_is_of_the_day_ahead(type_: str) -> None:
    text = "Peru will call on Kenya on June 20 to leave."
    when = when_of(text, type_, "call", {"on June 20": 0.9}, status=Status.PLANNED)
    assert when == DateRange(PartialDate(2024, 6, 20))


@pytest.mark.parametrize(
    ("text", "date_"),
    [
        ("Peru announced a visit to Kenya for Monday.", "for Monday"),
        ("Peru announced a visit to Kenya next Monday.", "next Monday"),
        ("Peru on Friday announced a visit to Kenya on Monday.", "on Monday"),
    ],
)
def test_weekday_for_which_a_visit_is_announced_is_its_own(text: str, date_: str) -> None:
    when = when_of(text, "Visit", "visit", {date_: 0.9}, status=Status.PLANNED)
    assert when == DateRange(PartialDate(2024, 5, 6))


def test_what_is_slated_for_a_day_is_ahead_however_far() -> None:
    text = "The summit is slated for December 10."
    when = when_of(text, "Meeting", "summit", {"for December 10": 0.9}, status=Status.PLANNED)
    assert when == DateRange(PartialDate(2024, 12, 10))


@pytest.mark.parametrize(
    ("date_", "when"),
    [
        ("on Wednesday", DateRange(PartialDate(2024, 5, 1))),
        ("on Saturday", DateRange(PartialDate(2024, 5, 4))),
    ],
)
def test_who_was_somewhere_to_meet_did_so_on_the_nearer_day(date_: str, when: DateRange) -> None:
    text = f"Holm was in Lima to meet Dahl {date_}."
    assert when_of(text, "Meeting", "meet", {date_: 0.9}, status=Status.PLANNED) == when


@pytest.mark.parametrize(
    ("text", "date_", "when"),
    [
        ("Talks which were to have been held on Saturday failed.", "on Saturday", PartialDate(2024, 5, 4)),
        ("Talks which were due to be held on 6 May were put off.", "on 6 May", PartialDate(2024, 5, 6)),
        ("Talks which were to have been held in March failed.", "in March", PartialDate(2024, 3)),
        ("No talks were held on Saturday.", "on Saturday", PartialDate(2024, 4, 27)),
    ],
    ids=["ahead", "due ahead", "behind", "not held then"],
)
def test_what_was_to_have_been_was_to_be_on_the_nearer_day(text: str, date_: str, when: PartialDate) -> None:
    word = "Talks" if text.startswith("Talks") else "talks"
    assert when_of(text, "Meeting", word, {date_: 0.9}, status=Status.DENIED) == DateRange(when)


def test_what_will_not_be_done_lies_ahead() -> None:
    text = "Kenya will not attend the talks on Saturday."
    when = when_of(text, "Meeting", "attend", {"on Saturday": 0.9}, status=Status.DENIED)
    assert when == DateRange(PartialDate(2024, 5, 4))
    text = "Kenya did not attend the talks on Saturday."
    when = when_of(text, "Meeting", "attend", {"on Saturday": 0.9}, status=Status.DENIED)
    assert when == DateRange(PartialDate(2024, 4, 27))


@pytest.mark.parametrize(
    ("text", "date_", "when"),
    [
        ("Before the talks next month, Kenya urged Peru to wait.", "next month", None),
        ("Kenya urged Peru last month to wait.", "last month", DateRange(PartialDate(2024, 4))),
    ],
    ids=["to come", "past"],
)
def test_what_has_been_said_is_of_no_day_to_come(text: str, date_: str, when: DateRange | None) -> None:
    assert when_of(text, "Demand", "urged", {date_: 0.9}) == when
