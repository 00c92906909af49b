"""Date expressions are found whole, and mean no more than the text and the day of publication say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.events.dates.anchors import date_story
from graph.events.dates.expressions import DateExpression, filed_on, find_dates, iso, resolve
from graph.events.dates.forms import FAMILIES
from graph.model import DateRange, PartialDate

PUBLISHED = date(2024, 5, 26)  # a Sunday
PIECES = (
    *(
        "on",
        "in",
        "the",
        "of",
        "May",
        "March",
        "26",
        "31",
        "2024",
        "1992",
        "last",
        "next",
        "Friday",
        "to",
        "-",
        "–",
    ),
    *(
        ",",
        "and",
        "day",
        "year",
        "two",
        "weeks",
        "ago",
        "later",
        "that",
        "15th",
        "early",
        "end",
        "Sept.",
        "before",
    ),
    *("yesterday", "February", "29", "same"),
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)
DAYS = st.none() | st.dates()
ANCHORS = st.none() | st.builds(
    lambda day, parts: PartialDate(*parts(day)),
    st.dates(),
    st.sampled_from(
        [
            lambda day: (day.year, day.month, day.day),
            lambda day: (day.year, day.month, None),
            lambda day: (day.year, None, None),
            lambda day: (None, day.month, day.day),
        ]
    ),
)


def means(
    expression: str, *, published: date | None = PUBLISHED, future: bool = False, anchor=None
) -> str | None:
    dates = resolve(expression, published=published, future=future, anchor=anchor)
    return dates and "/".join(iso(part) for part in (dates.start, dates.end) if part)


@pytest.mark.parametrize(
    ("expression", "meaning"),
    [
        ("26 May 2024", "2024-05-26"),
        ("the 26th of May, 2024", "2024-05-26"),
        ("the twelfth of March 2021", "2021-03-12"),
        ("on the 3rd day of March, 2021", "2021-03-03"),
        ("Monday, May 27, 2024", "2024-05-27"),
        ("Sept. 3, 2023", "2023-09-03"),
        ("2024-05-26", "2024-05-26"),
        ("26.05.2024", "2024-05-26"),
        ("MAY 26, 2024", "2024-05-26"),
        ("Christmas Day 2021", "2021-12-25"),
        ("31 April 2024", None),
        ("in May 2022", "2022-05"),
        ("in early May 2022", "2022-05"),
        ("in the first week of March 2023", "2023-03"),
        ("in 2014", "2014"),
        ("since 2019", "2019"),
        ("late 2022", "2022"),
        ("mid-2023", "2023"),
        ("in the second half of 2023", "2023"),
        ("the autumn of 2014", "2014"),
        ("26–28 May 2024", "2024-05-26/2024-05-28"),
        ("from 5 to 8 September 2022", "2022-09-05/2022-09-08"),
        ("between 3 and 5 June 2023", "2023-06-03/2023-06-05"),
        ("May 26-28, 2024", "2024-05-26/2024-05-28"),
        ("next Sunday, May 26th, 2024", "2024-05-26"),
        ("from the 26th to the 28th of May 2024", "2024-05-26/2024-05-28"),
        ("Sunday, 18th of Dhul Qadah 1445H (May 26, 2024", "2024-05-26"),
        ("18 Dhu al-Qadah 1445 AH corresponding to 26 May 2024", "2024-05-26"),
        ("30 August to 2 September 2023", "2023-08-30/2023-09-02"),
        ("August 30-September 2, 2023", "2023-08-30/2023-09-02"),
        ("30 December – 2 January 2023", "2022-12-30/2023-01-02"),
        ("March to May 2022", "2022-03/2022-05"),
        ("2023–24", "2023/2024"),
        ("1992 to 1995", "1992/1995"),
        ("in 2021 and 2022", "2021/2022"),
        ("the 1990s", None),
        ("until May 2022", None),
        ("before 2025", None),
    ],
)
def test_a_date_with_its_year_means_itself_whatever_the_day_of_publication(
    expression: str, meaning: str | None
) -> None:
    assert [means(expression), means(expression, published=None)] == [meaning, meaning]


@pytest.mark.parametrize(
    ("expression", "past", "future"),
    [
        ("May 26", "2024-05-26", "2024-05-26"),
        ("on 9 October", "2023-10-09", "2024-10-09"),
        ("on 28 May", "2024-05-28", "2024-05-28"),
        ("on 3 January", "2024-01-03", "2024-01-03"),
        ("26–28 May", "2024-05-26/2024-05-28", "2024-05-26/2024-05-28"),
        ("from 5 to 8 September", "2023-09-05/2023-09-08", "2024-09-05/2024-09-08"),
        ("in March", "2024-03", "2024-03"),
        ("in May", "2024-05", "2024-05"),
        ("in July", "2023-07", "2024-07"),
        ("last November", "2023-11", "2023-11"),
        ("next March", "2025-03", "2025-03"),
        ("on 5 May last year", "2023-05-05", "2023-05-05"),
        ("in March next year", "2025-03", "2025-03"),
        ("on Friday", "2024-05-24", "2024-05-31"),
        ("on Sunday", "2024-05-26", "2024-05-26"),
        ("last Sunday", "2024-05-19", "2024-05-19"),
        ("next Tuesday", "2024-05-28", "2024-05-28"),
        ("Wednesday, October 9", "2024-10-09", "2024-10-09"),
        ("on Monday, 9 October", "2023-10-09", "2023-10-09"),
        ("Friday, 9 October", "2023-10-09", "2024-10-09"),
        ("late on Thursday evening", "2024-05-23", "2024-05-30"),
        ("on Friday night (3)", "2024-05-03", "2024-05-03"),
        ("Monday (6)", "2024-05-06", "2024-05-06"),
        ("on Friday (2)", "2024-05-24", "2024-05-31"),
        ("on Thursday next week", "2024-05-30", "2024-05-30"),
        ("Tuesday of last week", "2024-05-14", "2024-05-14"),
        ("from Monday to Wednesday", "2024-05-20/2024-05-22", "2024-05-27/2024-05-29"),
        ("at the weekend", "2024-05-25/2024-05-26", "2024-05-25/2024-05-26"),
        ("this past weekend", "2024-05-25/2024-05-26", "2024-05-25/2024-05-26"),
        ("this weekend", "2024-05-25/2024-05-26", "2024-05-25/2024-05-26"),
        ("last weekend", "2024-05-18/2024-05-19", "2024-05-18/2024-05-19"),
        ("next weekend", "2024-06-01/2024-06-02", "2024-06-01/2024-06-02"),
        ("on Monday (May 6) and Tuesday (May 7)", "2024-05-06/2024-05-07", "2024-05-06/2024-05-07"),
        ("today", "2024-05-26", "2024-05-26"),
        ("last night", "2024-05-25", "2024-05-25"),
        ("the day before yesterday", "2024-05-24", "2024-05-24"),
        ("tomorrow", "2024-05-27", "2024-05-27"),
        ("the previous day", "2024-05-25", "2024-05-25"),
        ("last week", "2024-05", "2024-05"),
        ("this week", "2024-05", "2024-05"),
        ("next week", "2024", "2024"),
        ("last month", "2024-04", "2024-04"),
        ("earlier this month", "2024-05", "2024-05"),
        ("at the end of the year", "2024", "2024"),
        ("next year", "2025", "2025"),
        ("two days ago", "2024-05-24", "2024-05-24"),
        ("two weeks ago", "2024-05", "2024-05"),
        ("a fortnight ago", "2024-05", "2024-05"),
        ("effective 1 June", "2024-06-01", "2024-06-01"),
        ("effective 1 August", "2024-08-01", "2024-08-01"),
        ("early in the new year", None, "2025"),
        ("beginning Tuesday", "2024-05-28", "2024-05-28"),
        ("starting Thursday", "2024-05-23", "2024-05-30"),
        ("on the New Year's Day", "2024-01-01", "2024-01-01"),
        ("three months ago", "2024-02", "2024-02"),
        ("thirty-five years ago", "1989", "1989"),
        ("twenty years ago today", "2004-05-26", "2004-05-26"),
        ("a decade ago", None, None),
        ("on the 15th", "2024-05-15", "2024-05-15"),
        ("on the 30th", "2024-04-30", "2024-05-30"),
        ("by the end of June", None, "2024-06"),
        ("until Friday", None, None),
    ],
)
def test_a_date_without_its_year_is_told_from_the_day_of_publication(
    expression: str, past: str | None, future: str | None
) -> None:
    assert [means(expression), means(expression, future=True)] == [past, future]


@pytest.mark.parametrize(
    ("expression", "meaning"),
    [
        ("May 26", "--05-26"),
        ("from 26 to 28 May", "--05-26/--05-28"),
        ("February 29", "--02-29"),
        ("in May", None),
        ("on Friday", None),
        ("yesterday", None),
        ("last year", None),
        ("two days ago", None),
    ],
)
def test_nothing_is_invented_where_the_day_of_publication_is_unknown(
    expression: str, meaning: str | None
) -> None:
    assert means(expression, published=None) == meaning


@pytest.mark.parametrize(
    ("expression", "anchor", "meaning"),
    [
        ("the following day", PartialDate(2022, 5, 18), "2022-05-19"),
        ("the same evening", PartialDate(2022, 5, 18), "2022-05-18"),
        ("earlier in the day", PartialDate(2022, 5, 18), "2022-05-18"),
        ("two days later", PartialDate(None, 12, 31), "--01-02"),
        ("a day later", PartialDate(None, 2, 28), None),
        ("the day before", PartialDate(2022, 5, 18), "2022-05-17"),
        ("eleven months later", PartialDate(2022, 5, 18), "2023-04"),
        ("two years earlier", PartialDate(2022), "2020"),
        ("that December", PartialDate(2022, 5), "2022-12"),
        ("on 16 September of that year", PartialDate(2022), "2022-09-16"),
        ("on the 20th", PartialDate(2022, 5, 18), "2022-05-20"),
        ("the following Friday", PartialDate(2022, 5, 18), "2022-05-20"),
        ("a day later", PartialDate(2022, 5), None),
        ("two weeks afterwards", PartialDate(2022, 5, 10), "2022-05"),
        ("that same week", PartialDate(2022, 5), "2022-05"),
        ("that week", PartialDate(2022), None),
        ("the same day", PartialDate(2022, 5), None),
        ("the following week", PartialDate(2022, 5), None),
    ],
)
def test_a_date_of_the_story_counts_from_its_anchor(
    expression: str, anchor: PartialDate, meaning: str | None
) -> None:
    assert means(expression, anchor=anchor) == meaning


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He arrived late on Thursday and left on 3 May 2024.", ["late on Thursday", "on 3 May 2024"]),
        ("The visit began on the evening of May 26.", ["on the evening of May 26"]),
        ("The pact, signed in 2014, may march on for a second year.", ["in 2014"]),
        ("After 9/11 the Resolution 1701 force took 2000 troops to Room 1999-B.", []),
        ("Theresa May met April Smith at the 15th summit.", []),
        ("The March 23 Movement rejected the offer on Monday.", ["on Monday"]),
        ("On a Friday like any other, Good Friday excepted, they met.", []),
        ("They met on Easter Sunday, not on Palm Sunday, and again on Sunday.", ["on Sunday"]),
        ("TASHKENT, May 26 (AP) — The president arrived on Sunday.", ["on Sunday"]),
        ("Lima, Peru, Monday 6 May 2024 – She arrived on Sunday.", ["on Sunday"]),
        ("In Doha on March 18 – as before – they met.", ["on March 18"]),
    ],
)
def test_only_dates_are_found_with_the_words_that_lead_up_to_them(text: str, found: list[str]) -> None:
    assert [expression.text for expression in find_dates(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The rules were set by the 4 May accord.", "4 May"),
        ("They wrote before next week's talks.", "next week"),
        ("They wrote before next week.", "before next week"),
        ("The rules hold until 4 May and lapse.", "until 4 May"),
    ],
)
def test_preposition_before_a_dated_noun_is_not_the_dates(text: str, found: str) -> None:
    assert [expression.text for expression in find_dates(text)] == [found]


def test_an_expression_of_the_story_gets_its_anchor_from_the_sentences_before() -> None:
    texts = [
        "They met on 18 May 2022.",
        "Nothing was said.",
        "Two days later, and again that December, they spoke.",
    ]
    assert date_story(texts, published=PUBLISHED) == (
        (DateExpression(9, 23, "on 18 May 2022", None),),
        (),
        (
            DateExpression(0, 14, "Two days later", PartialDate(2022, 5, 18)),
            DateExpression(26, 39, "that December", PartialDate(2022, 5, 20)),
        ),
    )


def test_a_range_carries_its_end() -> None:
    assert resolve("26–28 May", published=None) == DateRange(
        PartialDate(None, 5, 26), PartialDate(None, 5, 28)
    )


@settings(max_examples=300, deadline=None)
@given(WORDS | st.text(max_size=30))
def test_text_without_the_hint_of_a_family_has_none_of_its_forms(text: str) -> None:
    unhinted = [family for family in FAMILIES if not family.hint.search(text)]
    assert not [form for family in unhinted for form in family.forms if form.pattern.search(text)]


@settings(max_examples=50, deadline=None)
@given(text=st.text(max_size=60) | WORDS)
def test_expressions_are_slices_in_order_without_overlap(text: str) -> None:
    found = find_dates(text)
    assert [text[expression.start : expression.end] for expression in found] == [each.text for each in found]
    bounds = [bound for expression in found for bound in (expression.start, expression.end)]
    assert bounds == sorted(bounds)


@settings(max_examples=200, deadline=None)
@given(text=WORDS, published=DAYS, future=st.booleans(), anchor=ANCHORS)
def test_whatever_is_resolved_is_in_the_calendar(
    text: str, published: date | None, future: bool, anchor: PartialDate | None
) -> None:
    dates = resolve(text, published=published, future=future, anchor=anchor)
    for part in (dates.start, dates.end) if dates else ():
        assert part is None or part.month is None or date(part.year or 2000, part.month, part.day or 1)
        assert part is None or part.year or part.day


@pytest.mark.parametrize(
    ("texts", "published", "today"),
    [
        (["LIMA, May 8 (Meridian) - They met today."], date(2024, 5, 10), date(2024, 5, 8)),
        (["Talks held", "LIMA, 8 May 2023 — They met today."], None, date(2023, 5, 8)),
        (["LIMA, May 8 (Meridian) - They met today."], None, None),
        (["LIMA, May 20 (Meridian) - They met today."], date(2024, 5, 10), date(2024, 5, 10)),
        (["LIMA, March 8 (Meridian) - They met today."], date(2024, 5, 10), date(2024, 5, 10)),
        (["LIMA, May 8 - They met.", "OSLO, May 9 - She spoke."], date(2024, 5, 10), date(2024, 5, 10)),
        (["Town Hall, Lima, Wednesday 8 May 2024 – They met today."], date(2024, 5, 10), date(2024, 5, 8)),
        (["In Lima, on May 8 - a day before - they met."], date(2024, 5, 10), date(2024, 5, 10)),
    ],
    ids=[
        *("before", "with its year", "without a year", "after", "long before", "two", "weekday"),
        "no dateline",
    ],
)
def test_today_is_the_day_of_the_dateline(
    texts: list[str], published: date | None, today: date | None
) -> None:
    assert filed_on(texts, published=published) == today


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "from Thursday 11 to Tuesday 16 June 2009",
            DateRange(PartialDate(2009, 6, 11), PartialDate(2009, 6, 16)),
        ),
        ("in late May or early June", DateRange(PartialDate(2025, 5), PartialDate(2025, 6))),
        ("in July and August", DateRange(PartialDate(2024, 7), PartialDate(2024, 8))),
        ("tomorrow, March 10,", DateRange(PartialDate(2025, 3, 10))),
        ("on 4March", DateRange(PartialDate(2025, 3, 4))),
        ("on10 February", DateRange(PartialDate(2025, 2, 10))),
    ],
    ids=["named days", "two months, roughly", "two months", "said twice", "glued month", "glued day"],
)
def test_days_and_months_are_read_however_they_are_joined(text: str, meant: DateRange) -> None:
    (found,) = find_dates(f"They met {text} in Lima.")
    assert resolve(found.text, published=date(2025, 3, 10), future="June" in text) == meant


@pytest.mark.parametrize(
    ("published", "meaning"),
    [
        (date(2024, 5, 25), "2024-05-25/2024-05-26"),
        (date(2024, 5, 27), "2024-05-25/2024-05-26"),
    ],
    ids=["Saturday", "Monday"],
)
def test_this_weekend_is_the_one_that_goes_on_or_the_last(published: date, meaning: str) -> None:
    assert means("this weekend", published=published) == meaning
