"""A date of something else in a sentence does not date its event."""

from __future__ import annotations

import pytest

from graph.model import DateRange, PartialDate, Status
from tests.graph.events.dates.dated import when_of
from tests.graph.events.predicted import trigger


def test_date_of_what_is_discussed_is_not_that_of_the_talks() -> None:
    text = "Kenya and Peru discussed their summit of 3 May 2022."
    assert when_of(text, "Meeting", "discussed", {"3 May 2022": 0.9}) is None
    text = "Kenya and Peru discussed the war on 3 May 2022."
    assert when_of(text, "Meeting", "discussed", {"3 May 2022": 0.9}) == DateRange(PartialDate(2022, 5, 3))


@pytest.mark.parametrize(
    ("text", "event_type", "word", "year", "is_dated"),
    [
        ("It was the fifth meeting of Kenya and Peru since 2018.", "Meeting", "meeting", 2018, False),
        ("Kenya and Peru have been holding talks since 2018.", "Meeting", "talks", 2018, True),
        ("Kenya and Peru have held five rounds of talks since 2018.", "Meeting", "talks", 2018, False),
        ("Nadira Ostavik had not visited Peru since 2018.", "Visit", "visited", 2018, True),
        ("Kenya has suspended the treaty since 2018.", "RelationsChange", "suspended", 2018, True),
        ("2024 marks the anniversary of the opening of ties.", "RelationsChange", "opening", 2024, False),
        ("It was the anniversary of the opening of ties in 1992.", "RelationsChange", "opening", 1992, True),
        (
            "They will mark the 50th anniversary of the opening of ties in 2025.",
            *("RelationsChange", "opening", 2025, False),
        ),
        (
            "They marked the 50th anniversary of the opening of ties in 1974.",
            *("RelationsChange", "opening", 1974, True),
        ),
    ],
    ids=[
        "since",
        "has been since",
        "has since",
        "not since",
        "goes on since",
        "year of an anniversary",
        "year that it remembers",
        "year ahead of an anniversary",
        "year that a counted one remembers",
    ],
)
def test_date_counted_from_or_of_an_anniversary_is_not_the_events(
    text: str, event_type: str, word: str, year: int, is_dated: bool
) -> None:
    when = when_of(text, event_type, word, {str(year): 0.9})
    assert when == (DateRange(PartialDate(year)) if is_dated else None)


def test_date_of_something_else_is_no_date_of_the_event() -> None:
    text = "Kenya condemned the attack of 3 May 2022."
    assert when_of(text, "Criticism", "condemned", {}) is None


@pytest.mark.parametrize(
    ("text", "event_type", "word", "is_dated"),
    [
        ("The report dated 3 May 2022 was read and Ostavik elected.", "Appointment", "elected", False),
        ("A treaty dated 3 May 2022 was signed.", "Agreement", "signed", True),
        ("In a note dated 3 May 2022 Kenya accused Peru.", "Criticism", "accused", True),
        ("Kenya urged Peru to heed its order of 3 May 2022.", "Demand", "urged", False),
        ("The treaty of 3 May 2022 is still in force.", "Agreement", "treaty", True),
        ("Kenya and Peru signed the treaty of 3 May 2022.", "Agreement", "signed", True),
        ("Kenya and Peru extended the treaty of 3 May 2022.", "Agreement", "extended", False),
        ("Ostavik was appointed by presidential decree of 3 May 2022.", "Appointment", "appointed", True),
        ("In the resolution of 3 May 2022 Kenya accused Peru.", "Criticism", "accused", True),
        ("Kenya, bound by the treaty of 3 May 2022, accused Peru.", "Criticism", "accused", False),
    ],
    ids=[
        "read later",
        "signed then",
        "written then",
        "order of then",
        "treaty of then",
        "made then",
        "extended",
        "by decree",
        "in a resolution",
        "bound by it",
    ],
)
def test_date_of_a_paper_is_that_of_its_signing(
    text: str, event_type: str, word: str, *, is_dated: bool
) -> None:
    when = when_of(text, event_type, word, {"3 May 2022": 0.9})
    assert when == (DateRange(PartialDate(2022, 5, 3)) if is_dated else None)


@pytest.mark.parametrize(
    ("word", "status", "is_dated"),
    [("visit", Status.PLANNED, False), ("visit", Status.ACTUAL, True), ("talks", Status.PLANNED, True)],
    ids=["topic ahead", "topic", "occasion"],
)
def test_day_on_which_a_visit_is_talked_about_is_not_its_own(
    word: str, status: Status, *, is_dated: bool
) -> None:
    text = "Kenya and Peru praised plans for a visit to Ghana during their talks on 3 May 2022."
    event_type = "Visit" if word == "visit" else "Meeting"
    when = when_of(text, event_type, word, {"3 May 2022": 0.9}, status=status)
    assert when == (DateRange(PartialDate(2022, 5, 3)) if is_dated else None)


@pytest.mark.parametrize(
    ("text", "event_type", "word", "likely", "is_dated"),
    [
        ("Kenya spoke at Tuesday's summit.", "Meeting", "summit", 0.01, True),
        ("Kenya spoke on Tuesday at the summit.", "Meeting", "summit", 0.01, False),
        ("Kenya condemned Tuesday's attack.", "Criticism", "condemned", 0.9, False),
        ("Tuesday's summit on Kenya condemned it.", "Criticism", "condemned", 0.9, True),
    ],
)
def test_date_of_a_noun_is_that_of_the_event_which_it_tells(
    text: str, event_type: str, word: str, likely: float, *, is_dated: bool
) -> None:
    beside = (trigger(text, "Statement", "Kenya", score=0.2),)
    when = when_of(text, event_type, word, {"Tuesday": likely}, beside=beside)
    assert when == (DateRange(PartialDate(2024, 4, 30)) if is_dated else None)


@pytest.mark.parametrize(
    ("text", "event_type", "word", "date", "is_dated"),
    [
        ("Kenya condemned the arrest, on 1 April, of an envoy.", "Criticism", "condemned", "1 April", False),
        ("Kenya condemned the arrest, on 1 April, and left.", "Criticism", "condemned", "1 April", True),
        ("Kenya praised the queen, on 1 April, of his own accord.", "Support", "praised", "1 April", True),
        ("Kenya signed the treaty, on 1 April, of peace.", "Agreement", "signed", "1 April", True),
        ("Kenya threatened Peru with strikes on 1 April.", "Threat", "threatened", "1 April", True),
        ("Kenya threatened Peru with strikes from 1 April.", "Threat", "threatened", "1 April", False),
        ("On 1 April Kenya threatened Peru with strikes.", "Threat", "threatened", "On 1 April", True),
    ],
)
def test_date_of_what_an_act_is_about_is_not_that_of_the_act(
    text: str, event_type: str, word: str, date: str, *, is_dated: bool
) -> None:
    when = when_of(text, event_type, word, {date: 0.9})
    assert when == (DateRange(PartialDate(2024, 4, 1)) if is_dated else None)


@pytest.mark.parametrize(("verb", "day"), [("was pledged", 30), ("was planned", 7)])
def test_what_was_promised_on_a_day_was_so_before(verb: str, day: int) -> None:
    text = f"Aid {verb} on Tuesday."
    when = when_of(text, "Support", verb.split()[1], {"on Tuesday": 0.9}, status=Status.PLANNED)
    assert when == DateRange(PartialDate(2024, 4 if day == 30 else 5, day))


@pytest.mark.parametrize(
    ("text", "status", "is_dated"),
    [
        ("Kenya said in April it would sanction Peru.", Status.PLANNED, False),
        ("Kenya will sanction Peru, Ostavik said in April.", Status.PLANNED, False),
        ("Kenya said it would sanction Peru in April.", Status.PLANNED, True),
        ("Kenya sanctioned Peru, Ostavik said in April.", Status.ACTUAL, True),
    ],
    ids=["said before", "said behind", "for a day", "done"],
)
def test_day_on_which_somebody_tells_what_is_ahead_is_not_its_day(
    text: str, status: Status, *, is_dated: bool
) -> None:
    when = when_of(text, "Sanction", "sanction", {"in April": 0.9}, status=status)
    assert (when is not None) == is_dated


@pytest.mark.parametrize(
    ("text", "event_type", "word", "is_dated"),
    [
        ("Kenya praised Peru's decision in 2022.", "Support", "praised", False),
        ("Kenya sanctioned Peru after France's invasion in 2022.", "Sanction", "sanctioned", False),
        ("Kenya praised Peru during France's visit in 2022.", "Support", "praised", True),
        ("Ostavik flew to Peru to attend France's coronation in 2022.", "Visit", "flew", True),
        ("Kenya's parliament in 2022 praised Peru.", "Support", "praised", True),
        ("Kenya praised Peru's ministry in 2022.", "Support", "praised", True),
    ],
    ids=["decision", "invasion", "occasion", "taking part", "body that acts", "body"],
)
def test_date_of_what_somebody_else_did_is_not_that_of_the_reaction(
    text: str, event_type: str, word: str, *, is_dated: bool
) -> None:
    when = when_of(text, event_type, word, {"in 2022": 0.9})
    assert when == (DateRange(PartialDate(2022)) if is_dated else None)


@pytest.mark.parametrize(
    ("text", "is_dated"),
    [
        ("The talks, which were interrupted in 2022, went on.", False),
        ("The talks that began in 2022 went on.", True),
        ("Their talks in 2022 failed.", True),
    ],
    ids=["interrupted", "begun", "failed"],
)
def test_talks_do_not_begin_when_they_are_broken_off(text: str, *, is_dated: bool) -> None:
    when = when_of(text, "Meeting", "talks", {"in 2022": 0.9})
    assert when == (DateRange(PartialDate(2022)) if is_dated else None)


@pytest.mark.parametrize(
    ("text", "is_dated"),
    [
        ("Kenya has issued five sanctions since 2022.", False),
        ("Peru fell since 2022, when Kenya issued sanctions.", True),
    ],
    ids=["counted", "begun"],
)
def test_sanctions_counted_from_a_year_are_not_of_it(text: str, *, is_dated: bool) -> None:
    when = when_of(text, "Sanction", "issued", {"since 2022": 0.9})
    assert when == (DateRange(PartialDate(2022)) if is_dated else None)


@pytest.mark.parametrize(
    ("text", "event_type", "word", "is_dated"),
    [
        ("In a ceremony held in 2022 Kenya and Peru signed a treaty.", "Agreement", "signed", True),
        ("Kenya praised a ceremony held in 2022.", "Support", "praised", False),
    ],
    ids=["at it", "about it"],
)
def test_what_is_done_on_an_occasion_is_of_its_day(
    text: str, event_type: str, word: str, *, is_dated: bool
) -> None:
    beside = (trigger(text, "Meeting", "ceremony"),)
    when = when_of(text, event_type, word, {"in 2022": 0.9}, beside=beside)
    assert when == (DateRange(PartialDate(2022)) if is_dated else None)


@pytest.mark.parametrize(
    ("text", "is_its_date"),
    [
        ("The minister left for Lima on Saturday to attend the summit.", False),
        ("The ministers agreed on Saturday to attend the summit.", False),
        ("The minister left for Lima to attend the summit on Saturday.", True),
        ("The minister flies to Lima on Saturday to attend the summit.", True),
    ],
    ids=["left", "agreed", "attend", "present"],
)
def test_day_on_which_somebody_set_out_is_not_that_of_what_is_ahead(text: str, is_its_date: bool) -> None:
    when = when_of(text, "Meeting", "attend", {"on Saturday": 0.9}, status=Status.PLANNED)
    assert (when is not None) is is_its_date


def test_how_often_it_was_by_now_does_not_date_it() -> None:
    often = "Ostavik visited Peru for the third time this year."
    assert when_of(often, "Visit", "visited", {"this year": 0.9}) is None
    once = "Ostavik visited Peru this year."
    assert when_of(once, "Visit", "visited", {"this year": 0.9}) == DateRange(PartialDate(2024))


def test_date_of_what_a_sum_is_held_against_is_not_that_of_the_sum() -> None:
    text = "Peru will give 50 million dollars, up from 30 million last year."
    assert when_of(text, "Aid", "give", {"last year": 0.9}, status=Status.PLANNED) is None
    alone = "Peru gave 50 million dollars last year."
    assert when_of(alone, "Aid", "gave", {"last year": 0.9}) == DateRange(PartialDate(2023))


@pytest.mark.parametrize(
    ("text", "is_dated"),
    [
        ("The talks precede a dinner before Monday's summit.", False),
        ("The talks come ahead of Monday's summit.", False),
        ("The talks are held at Monday's summit.", True),
    ],
)
def test_day_of_what_comes_after_is_not_that_of_the_event(text: str, *, is_dated: bool) -> None:
    when = when_of(text, "Meeting", "talks", {"Monday": 0.9}, status=Status.PLANNED)
    assert (when is not None) is is_dated


@pytest.mark.parametrize(
    ("date_", "when"), [("on June 20", DateRange(PartialDate(2024, 6, 20))), ("on Monday", None)]
)
def test_weekday_on_which_a_visit_is_announced_is_not_its_own(date_: str, when: DateRange | None) -> None:
    text = f"Peru announced a visit to Kenya {date_}."
    assert when_of(text, "Visit", "visit", {date_: 0.9}, status=Status.PLANNED) == when


@pytest.mark.parametrize(
    ("text", "date_", "when"),
    [
        ("Kenya and Peru met for the last time in May 2022.", "in May 2022", DateRange(PartialDate(2022, 5))),
        (
            "Kenya and Peru met for the first time in May 2022.",
            "in May 2022",
            DateRange(PartialDate(2022, 5)),
        ),
        ("Kenya and Peru met for the first time since May 2022.", "since May 2022", None),
        ("Kenya and Peru met for the third time this year.", "this year", None),
        ("Kenya met Peru, its first such talks since its election in May 2022.", "in May 2022", None),
    ],
    ids=["last-time", "first-time", "first-time-since", "third-time", "since"],
)
def test_how_often_or_since_when_is_no_date_but_the_last_time_is(
    text: str, date_: str, when: DateRange | None
) -> None:
    assert when_of(text, "Meeting", "met", {date_: 0.9}) == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Although Kenya denies it, a report published in May 2022 confirmed it.", None),
        ("A statement published in May 2022 denies it.", DateRange(PartialDate(2022, 5))),
    ],
    ids=["beside", "itself"],
)
def test_when_a_paper_came_out_dates_what_it_tells(text: str, when: DateRange | None) -> None:
    assert when_of(text, "Rejection", "denies", {"in May 2022": 0.9}) == when


@pytest.mark.parametrize(
    ("text", "is_dated"),
    [
        ("Peru has appointed Holm, who had led the bank since October 2005, as envoy.", False),
        ("Peru has appointed Holm, head of the bank since October 2005, as envoy.", False),
        ("Peru has appointed Holm in October 2005.", True),
    ],
)
def test_day_since_when_another_office_was_held_is_not_that_of_the_appointment(
    text: str, *, is_dated: bool
) -> None:
    date_ = "since October 2005" if "since" in text else "in October 2005"
    assert (when_of(text, "Appointment", "appointed", {date_: 0.9}) is not None) is is_dated


@pytest.mark.parametrize(
    ("text", "word", "is_dated"),
    [
        ("Ana Roth, who hopes to visit Peru, met him on Monday.", "visit", False),
        ("They decided on Monday that she would visit Peru.", "visit", False),
        ("Ana Roth, who is to visit Peru on Monday, met him.", "visit", True),
        ("She was to visit Peru on Monday.", "visit", True),
    ],
    ids=["met then", "decided then", "own", "was to"],
)
def test_what_is_ahead_has_not_the_day_of_what_was_done_beside_it(
    text: str, word: str, *, is_dated: bool
) -> None:
    when = when_of(text, "Visit", word, {"on Monday": 0.9}, status=Status.PLANNED)
    assert (when is not None) is is_dated


def test_what_was_agreed_on_long_ago_has_not_the_day_of_it() -> None:
    text = "The ministers agreed two years ago to hold talks."
    assert when_of(text, "Meeting", "talks", {"two years ago": 0.9}, status=Status.PLANNED) is None


@pytest.mark.parametrize(
    ("text", "event_type", "word", "is_dated"),
    [
        ("Ostavik left on 3 May 2022 after being accused by Peru.", "Criticism", "accused", False),
        ("Ostavik visited Peru before returning to Kenya on 3 May 2022.", "Visit", "visited", False),
        ("Ostavik accused Peru on 3 May 2022 after leaving it.", "Criticism", "accused", True),
        ("Ostavik accused Peru by leaving it on 3 May 2022.", "Criticism", "accused", True),
        ("Ostavik, elected on 3 May 2022, is visiting Peru.", "Visit", "visiting", False),
        ("The Lima Summit, held on 3 May 2022, has ended.", "Meeting", "Summit", True),
        ("Ostavik, speaking on 3 May 2022, accused Peru.", "Criticism", "accused", True),
        ("A report released on 3 May 2022 accused Peru.", "Criticism", "accused", True),
        ("They signed more than a dozen deals on 3 May 2022.", "Agreement", "signed", True),
        ("They gave 5 tons, more than on 3 May 2022.", "Aid", "gave", False),
    ],
    ids=[
        "done before", "done afterwards", "own day", "by doing it", "elected before", "held", "speaking",
        "released", "counted", "compared",
    ],
)  # fmt: skip
def test_day_before_or_after_an_act_is_not_its_own(
    text: str, event_type: str, word: str, *, is_dated: bool
) -> None:
    when = when_of(text, event_type, word, {"3 May 2022": 0.9, "on 3 May 2022": 0.9})
    assert when == (DateRange(PartialDate(2022, 5, 3)) if is_dated else None)
