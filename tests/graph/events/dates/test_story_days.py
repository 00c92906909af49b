"""An undated event is of the day of its heading, or of the meeting whose outcomes its list gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from graph.events.dates.anchors import date_story
from graph.events.dates.story_days import date_by_story
from graph.events.dates.when import Dates
from graph.events.draft import Draft
from graph.events.triggers.lists import find_lists
from graph.model import Article, DateRange, PartialDate, Sentence, Span, Status
from graph.reading.segment import segment

PUBLISHED = date(2023, 7, 18)
CHRONICLE = (
    "22 July 2022\nKenya and Peru sign a treaty. Both ratify it on 5 May 2023.\n\n"
    "2 November 2022\nKenya calls it void.\n\nWhat next?\nPeru protests."
)
OUTCOMES = "The ministers met on 3 May 2023. They signed:\n\n- a treaty on trade;\n- a treaty on fish."
MEETING_DAY = DateRange(PartialDate(2023, 5, 3))


def dates_of(sentences: tuple[Sentence, ...]) -> list[Dates]:
    story = date_story([sentence.text for sentence in sentences], published=PUBLISHED)
    return [Dates(expressions, PUBLISHED) for expressions in story]


def draft(
    event_type: str, number: int, sentences: tuple[Sentence, ...], when: DateRange | None = None
) -> Draft:
    span = sentences[number].span
    return Draft(number, span, event_type, Status.ACTUAL, 0.9, (span,), {}, when=when)


def days(text: str, told: Mapping[int, tuple[str, DateRange | None]]) -> list[DateRange | None]:
    sentences = segment(Article("a", text))
    drafts = [draft(event_type, number, sentences, when) for number, (event_type, when) in told.items()]
    dated = date_by_story(drafts, find_lists(sentences), sentences, dates_of(sentences))
    return [each.when for each in dated]


def test_entry_of_a_chronicle_is_of_the_day_of_its_heading() -> None:
    told = {1: ("Agreement", None), 2: ("Agreement", None), 4: ("Rejection", None), 6: ("Criticism", None)}
    july, november = DateRange(PartialDate(2022, 7, 22)), DateRange(PartialDate(2022, 11, 2))
    assert days(CHRONICLE, told) == [july, None, november, None]


def test_date_of_a_page_dates_nothing_on_it() -> None:
    text = "Kenya and Peru sign a treaty\n\n22 July 2022\n\nThey signed it in Lima."
    assert days(text, {2: ("Agreement", None)}) == [None]


def test_lone_heading_further_down_dates_what_stands_below() -> None:
    text = "It began.\n\nIt went on.\n\nIt grew.\n\nIt fell.\n\n22 July 2022\n\nThey signed a treaty."
    assert days(text, {5: ("Agreement", None)}) == [DateRange(PartialDate(2022, 7, 22))]


def test_outcomes_in_a_list_are_of_the_day_of_the_meeting() -> None:
    told = {0: ("Meeting", MEETING_DAY), 2: ("Agreement", None), 3: ("Agreement", None)}
    assert days(OUTCOMES, told) == [MEETING_DAY] * 3


@pytest.mark.parametrize("event_type", ["Visit", "Criticism"])
def test_day_of_another_event_dates_no_list(event_type: str) -> None:
    assert days(OUTCOMES, {0: (event_type, MEETING_DAY), 2: ("Agreement", None)}) == [MEETING_DAY, None]


def test_sentence_after_a_dated_one_stays_undated() -> None:
    text = "The ministers met on 3 May 2023. They signed a treaty."
    assert days(text, {0: ("Meeting", MEETING_DAY), 1: ("Agreement", None)}) == [MEETING_DAY, None]


def test_what_was_done_after_the_talks_is_of_their_day() -> None:
    text = "The ministers met on 3 May 2023. A statement was adopted after the talks. It was read out later."
    told = {0: ("Meeting", MEETING_DAY), 1: ("Agreement", None), 2: ("Agreement", None)}
    assert days(text, told) == [MEETING_DAY, MEETING_DAY, None]


@pytest.mark.parametrize("event_type", ["Meeting", "Visit"])
@pytest.mark.parametrize(
    ("where", "is_dated"),
    [("On the same occasion", True), ("On the sidelines", True), ("On the occasion of Easter", False)],
)
def test_what_was_done_on_the_occasion_is_of_its_day(event_type: str, where: str, *, is_dated: bool) -> None:
    text = f"She was in Lima on 3 May 2023. {where} they signed a treaty."
    told = {0: (event_type, MEETING_DAY), 1: ("Agreement", None)}
    assert days(text, told) == [MEETING_DAY, MEETING_DAY if is_dated else None]


def test_what_was_done_during_a_visit_of_several_days_is_of_none() -> None:
    text = "She was in Lima from 3 to 5 May 2023. A treaty was signed during the visit."
    stay = DateRange(PartialDate(2023, 5, 3), PartialDate(2023, 5, 5))
    assert days(text, {0: ("Visit", stay), 1: ("Agreement", None)}) == [stay, None]
    assert days(text, {0: ("Visit", MEETING_DAY), 1: ("Agreement", None)}) == [MEETING_DAY, MEETING_DAY]


@pytest.mark.parametrize(
    ("day", "event_type", "following", "is_dated"),
    [
        (18, "Agreement", "They signed a treaty.", True),
        (17, "Agreement", "A treaty was signed.", True),
        (16, "Agreement", "They signed a treaty.", False),
        (18, "Agreement", "They had signed a treaty.", False),
        (18, "Statement", "They praised a treaty.", False),
        (18, "Demand", "They praised a treaty.", True),
        (16, "Demand", "They praised a treaty.", False),
        (18, "Visit", "They spoke of a signing.", False),
        (18, "Meeting", "They praised the recent signing.", False),
        (18, "Agreement", "The treaty that they signed was kept.", False),
        (18, "Agreement", "It went on after they signed a treaty.", False),
    ],
    ids=[
        "today",
        "yesterday",
        "earlier",
        "told back",
        "statement",
        "act of speech",
        "earlier speech",
        "aside",
        "some time ago",
        "by the way",
        "before",
    ],
)
def test_news_of_a_meeting_goes_on_with_what_was_done_there(
    day: int, event_type: str, following: str, is_dated: bool
) -> None:
    sentences = segment(Article("a", f"The ministers met on {day} July 2023. {following}"))
    meeting_day = DateRange(PartialDate(2023, 7, day))
    meeting = draft("Meeting", 0, sentences, meeting_day)
    start = sentences[1].span.start + following.index(next(w for w in ("sign", "prais") if w in following))
    told = replace(draft(event_type, 1, sentences), trigger=Span(start, start + 6))
    dated = date_by_story([meeting, told], (), sentences, dates_of(sentences))
    assert [each.when for each in dated] == [meeting_day, meeting_day if is_dated else None]


@pytest.mark.parametrize(
    ("day", "between", "event_type", "is_dated"),
    [
        (18, 4, "Agreement", True),
        (18, 9, "Agreement", False),
        (16, 4, "Agreement", False),
        (18, 1, "Support", False),
    ],
    ids=["today", "far off", "earlier", "another class"],
)
def test_what_was_signed_belongs_to_the_news_of_the_day(
    day: int, between: int, event_type: str, *, is_dated: bool
) -> None:
    text = f"Kenya praised Peru on {day} July 2023.{' It rained.' * between} They signed a treaty."
    sentences = segment(Article("a", text))
    first, last = DateRange(PartialDate(2023, 7, day)), len(sentences) - 1
    praise = draft("Support", 0, sentences, first)
    start = text.index("signed")
    told = replace(draft(event_type, last, sentences), trigger=Span(start, start + 6))
    dated = date_by_story([praise, told], (), sentences, dates_of(sentences))
    assert [each.when for each in dated] == [first, first if is_dated else None]


@pytest.mark.parametrize(
    ("actor", "between", "is_dated"),
    [(1, "They praised a treaty. ", True), (1, "It rained. " * 4, False), (2, "", False)],
    ids=["there", "far off", "not there"],
)
def test_what_is_said_by_who_met_is_of_the_day_of_the_meeting(
    actor: int, between: str, *, is_dated: bool
) -> None:
    text = f"The ministers met on 1 July 2023. {between}She urged Peru to sign."
    sentences = segment(Article("a", text))
    day, last, start = DateRange(PartialDate(2023, 7, 1)), len(sentences) - 1, text.index("urged")
    meeting = replace(draft("Meeting", 0, sentences, day), roles={"participant": (0, 1)})
    support = draft("Support", 1, sentences, DateRange(PartialDate(2023, 5, 1)))
    demand = replace(
        draft("Demand", last, sentences), trigger=Span(start, start + 5), roles={"actor": (actor,)}
    )
    told = [meeting, support, demand] if last > 1 else [meeting, demand]
    dated = date_by_story(told, (), sentences, dates_of(sentences))
    assert dated[-1].when == (day if is_dated else None)


@pytest.mark.parametrize(
    ("between", "guests", "is_dated"),
    [("Dahl has visited Kenya", (3, 4), False), ("Soto has been to Kenya before", (1, 4), True)],
)
@pytest.mark.parametrize("now", ["She met the minister.", "During her visit she met the minister."])
def test_what_others_did_on_a_visit_without_a_date_is_not_of_the_last_day_told(
    between: str, guests: tuple[int, ...], now: str, *, is_dated: bool
) -> None:
    text = f"Soto arrived in Lima yesterday. {between}. {now}"
    sentences, day = segment(Article("a", text)), DateRange(PartialDate(2023, 7, 17))
    told = [("Visit", day, (1, 2)), ("Visit", None, guests), ("Meeting", None, (guests[0], 5))]
    drafts = [
        replace(draft(event_type, number, sentences, when), roles={"visitor": people})
        for number, (event_type, when, people) in enumerate(told)
    ]
    dated = date_by_story(drafts, (), sentences, dates_of(sentences))
    assert [each.when for each in dated] == [day, None, day if is_dated else None]


def test_outcomes_in_a_list_are_not_of_the_day_on_which_their_meeting_only_began() -> None:
    text = "The ministers met from 3 May 2023. They signed:\n\n- a treaty on trade;\n- a treaty on fish."
    assert days(text, {0: ("Meeting", MEETING_DAY), 2: ("Agreement", None)}) == [MEETING_DAY, None]


def test_day_on_which_a_meeting_only_began_dates_nothing_said_there() -> None:
    text = "The board met from 17 July 2023. It praised Peru."
    sentences, day = segment(Article("a", text)), DateRange(PartialDate(2023, 7, 17))
    start = text.index("praised")
    praise = replace(draft("Support", 1, sentences), trigger=Span(start, start + 7))
    dated = date_by_story([draft("Meeting", 0, sentences, day), praise], (), sentences, dates_of(sentences))
    assert [each.when for each in dated] == [day, None]


def test_what_had_been_before_the_news_does_not_date_what_follows() -> None:
    text = "Soto met Dahl, who had arrived on Sunday, yesterday. She praised Peru."
    sentences = segment(Article("a", text))
    sunday, yesterday = DateRange(PartialDate(2023, 7, 16)), DateRange(PartialDate(2023, 7, 17))
    spans = [
        Span(start, start + 7) for word in ("met", "arrived", "praised") for start in (text.index(word),)
    ]
    told = [("Meeting", 0, yesterday), ("Visit", 0, sunday), ("Support", 1, None)]
    drafts = [
        replace(draft(event_type, number, sentences, when), trigger=span)
        for (event_type, number, when), span in zip(told, spans, strict=True)
    ]
    dated = date_by_story(drafts, (), sentences, dates_of(sentences))
    assert [each.when for each in dated] == [yesterday, sunday, yesterday]


def test_another_development_is_not_of_the_day_of_the_last() -> None:
    text = "Soto met Dahl yesterday. In another development, Holm signed a treaty."
    day = DateRange(PartialDate(2023, 7, 17))
    assert days(text, {0: ("Meeting", day), 1: ("Agreement", None)}) == [day, None]


@pytest.mark.parametrize(
    ("before", "verb", "status", "when"),
    [
        ("They will", "sign", Status.PLANNED, MEETING_DAY),
        ("After the talks the ministers are due to", "adopt", Status.PLANNED, MEETING_DAY),
        ("Both will later", "ratify", Status.PLANNED, None),
        ("They may", "sign", Status.PROPOSED, None),
    ],
    ids=["signed", "adopted", "ratified", "proposed"],
)
def test_what_is_to_be_signed_is_of_the_day_of_the_meeting_ahead(
    before: str, verb: str, status: Status, when: DateRange | None
) -> None:
    text = f"The ministers will meet on 3 May 2023. {before} {verb} a treaty on fish."
    sentences = segment(Article("a", text))
    meeting = replace(draft("Meeting", 0, sentences, MEETING_DAY), status=Status.PLANNED)
    trigger = Span(text.index(verb), text.index(verb) + len(verb))
    signed = replace(draft("Agreement", 1, sentences), status=status, trigger=trigger)
    dated = date_by_story([meeting, signed], (), sentences, dates_of(sentences))
    assert [each.when for each in dated] == [MEETING_DAY, when]
