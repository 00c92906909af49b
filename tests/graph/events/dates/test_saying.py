"""The day on which somebody says something is that of what he does by saying it."""

from __future__ import annotations

from datetime import date

import pytest

from graph.model import Article, DateRange, PartialDate
from graph.pipeline import convert
from tests.graph.events.dates.dated import when_of

DAY = DateRange(PartialDate(2024, 4, 30))


@pytest.mark.parametrize(
    ("text", "event_type", "word", "is_dated"),
    [
        ("Kenya is weak, Nadira Ostavik said on Tuesday.", "Statement", "said", True),
        ("Nadira Ostavik on Tuesday said that Kenya was weak.", "Statement", "said", True),
        ("Kenya is weak, Nadira Ostavik said in a recorded statement on Tuesday.", "Statement", "said", True),
        ("Nadira Ostavik said that Kenya had left the camp on Tuesday.", "Statement", "said", False),
        ("Recalling the vote, on Tuesday, to leave, Ostavik said it was over.", "Statement", "said", False),
        ("Nadira Ostavik said the raid of Tuesday was a crime.", "Statement", "said", False),
        ("'We condemn the raid,' Nadira Ostavik said on Tuesday.", "Criticism", "condemn", True),
        ("They condemn the raid, Nadira Ostavik said on Tuesday.", "Criticism", "condemn", False),
        ("Nadira Ostavik left Peru on Tuesday.", "Visit", "left", False),
    ],
    ids=[
        "after", "before", "in a speech", "in what is said", "beyond another verb", "of a noun",
        "done by saying it", "done by others", "nothing said",
    ],
)  # fmt: skip
def test_day_on_a_verb_of_saying_is_that_of_the_act(
    text: str, event_type: str, word: str, *, is_dated: bool
) -> None:
    assert when_of(text, event_type, word, {}) == (DAY if is_dated else None)


def test_date_before_the_first_year_is_not_ahead() -> None:
    text = (
        "The pledges go back to a summit last September, at which Ana Paz, Peru's president, proposed ties."
    )
    assert convert(Article("a", text, published=date(1, 1, 1))).entities
