"""The year of the past that a story gives to its days and months."""

from __future__ import annotations

from datetime import date

import pytest

from graph.events.dates.anchors import date_story
from graph.events.dates.expressions import resolve
from graph.model import DateRange, PartialDate

PUBLISHED = date(2024, 5, 26)


def test_day_takes_the_year_that_its_sentence_gives_the_month() -> None:
    (expressions,) = date_story(
        ["He came in early March 2023, and on March 1 he met her."], published=PUBLISHED
    )
    assert [resolve(each.text, published=PUBLISHED) for each in expressions][-1] == DateRange(
        PartialDate(2023, 3, 1)
    )


@pytest.mark.parametrize(
    ("texts", "meant"),
    [
        (["In 2018 they met.", "On 14 July she left."], PartialDate(2018, 7, 14)),
        (["They met on May 3, 2018.", "On July 4 they parted."], PartialDate(2018, 7, 4)),
        (["They met in November 2018.", "It rained.", "In January they parted."], PartialDate(2019, 1)),
        (["They met on Nov. 3, 2018.", "On Dec. 4 they parted."], PartialDate(2018, 12, 4)),
        (["In 2018, she flew to Oslo on March 3."], PartialDate(2018, 3, 3)),
        (
            ["2018", "March 3: They met.", "It rained.", "They parted.", "4 April: They met."],
            PartialDate(2018, 4, 4),
        ),
        (["• 2018", "• Feb. 20 They met.", "• Mar. 4 They parted."], PartialDate(2018, 3, 4)),
        (["2018", "May 3: They met.", "March 4: They parted."], PartialDate(2018, 3, 4)),
        (["July 3, 2017: They met.", "March 4: They parted."], PartialDate(2018, 3, 4)),
        (["In 2018 they met.", "On 14 July they signed what has held since."], PartialDate(2018, 7, 14)),
        (
            ["In 2018 she came to Oslo.", "During her visit, on 3 March, she met him."],
            PartialDate(2018, 3, 3),
        ),
    ],
    ids=[
        *("a year", "a day", "the next year", "short months", "one sentence", "under a year", "items"),
        *("latest first", "entries", "what has come of it", "during a visit"),
    ],
)
def test_story_of_the_past_gives_its_year_to_the_dates_that_follow(
    texts: list[str], meant: PartialDate
) -> None:
    last = date_story(texts, published=date(2025, 3, 10))[-1][-1]
    assert resolve(last.text, published=date(2025, 3, 10)) == DateRange(meant)


@pytest.mark.parametrize(
    "texts",
    [
        ["Holm, who was born in June 2018, flies to Oslo in April."],
        ["The treaty is of 2018.", "On 3 March ministers met."],
        ["They met in 2018.", "It rained.", "It poured.", "In June they parted."],
        ["In 2018 they met.", "Talks due on 14 January have been shelved."],
        ["In 2018 they met.", "They will part on 14 January."],
        ["They met in 2025.", "On 14 January she left."],
        ["They have met since May 2018.", "On 14 January she left."],
        ["It spent more than in 2018.", "On 14 January she left."],
        ["In 2018 they met.", "On March 3 ministers met."],
        ["In 2018 they met, she said on March 3."],
        ["The treaty of May 2018 was read on March 3."],
    ],
    ids=[
        *(
            *("told by the way", "news"),
            "far behind",
            "what has been",
            "what will be",
            "the year of publication",
            "counted from",
            "in passing",
        ),
        *("news after a year", "said", "a treaty's"),
    ],
)
def test_date_of_the_news_keeps_the_year_of_publication(texts: list[str]) -> None:
    last = date_story(texts, published=date(2025, 3, 10))[-1][-1]
    when = resolve(last.text, published=date(2025, 3, 10))
    assert when is not None
    assert when.start.year in (2024, 2025)


def test_days_of_a_range_are_of_the_year_of_the_story() -> None:
    last = date_story(["In 2018, she toured Peru from May 8 to 10."], published=PUBLISHED)[-1][-1]
    assert resolve(last.text, published=PUBLISHED) == DateRange(
        PartialDate(2018, 5, 8), PartialDate(2018, 5, 10)
    )
