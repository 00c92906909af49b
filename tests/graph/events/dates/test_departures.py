"""A visit does not begin on the day on which somebody goes home from it."""

from __future__ import annotations

import pytest

from graph.model import DateRange, PartialDate
from tests.graph.events.dates.dated import when_of


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("Nadira Ostavik left for Arequipa on 3 May 2022.", "left", DateRange(PartialDate(2022, 5, 3))),
        ("Nadira Ostavik left Arequipa on 3 May 2022.", "left", None),
        ("Her visit to Arequipa ended on 3 May 2022.", "visit", None),
        (
            "Nadira Ostavik left on 3 May 2022 for Arequipa to open a school.",
            *("left", DateRange(PartialDate(2022, 5, 3))),
        ),
    ],
)
def test_visit_has_the_day_of_setting_out_but_not_of_going_home(
    text: str, word: str, when: DateRange | None
) -> None:
    assert when_of(text, "Visit", word, {"3 May 2022": 0.9}) == when
