"""What is told by its distance from something dated has the date that follows from it."""

from __future__ import annotations

from datetime import date

import pytest

from graph.events.dates.distances import count_off
from graph.events.dates.expressions import find_dates
from graph.events.dates.when import Dates
from graph.model import DateRange, PartialDate, Status
from tests.graph.events.predicted import sentence_of, trigger

PUBLISHED = date(2024, 5, 10)
FOURTH, SIXTH = DateRange(PartialDate(2024, 5, 4)), DateRange(PartialDate(2024, 5, 6))


@pytest.mark.parametrize(
    ("text", "met", "expelled"),
    [
        ("Kenya met Peru on Monday, two days after it expelled an envoy.", SIXTH, FOURTH),
        ("Kenya met Peru on Monday, two days after expelling an envoy.", SIXTH, FOURTH),
        ("Two days after Kenya met Peru on 4 May, it expelled an envoy.", FOURTH, SIXTH),
        ("Kenya met Peru on 4 May, two days before it expelled an envoy.", FOURTH, SIXTH),
        ("Kenya met Peru on Monday, hours after it expelled an envoy.", SIXTH, SIXTH),
        ("Kenya met Peru on Monday, two days after it expelled an envoy on 4 May.", SIXTH, FOURTH),
        ("Kenya met Peru on Monday, nearly a year after it expelled an envoy.", SIXTH, None),
        ("Kenya met Peru on Monday, two days after Peru said that it had expelled an envoy.", SIXTH, None),
        ("Kenya met Peru on Monday after it expelled an envoy.", SIXTH, None),
    ],
)
def test_events_of_a_sentence_are_dated_by_the_time_between_them(
    text: str, met: DateRange, expelled: DateRange | None
) -> None:
    triggers = [trigger(text, "Meeting", "met"), trigger(text, "RelationsChange", "expel")]
    told = [met, expelled if text.endswith("on 4 May.") else None]
    statuses, dates = [Status.ACTUAL] * 2, Dates(find_dates(text), PUBLISHED)
    assert count_off(triggers, statuses, told, sentence_of(text), dates) == (met, expelled)


def test_what_is_told_after_something_has_not_its_date() -> None:
    text = "Two days after Kenya met Peru on 4 May, it expelled an envoy."
    triggers = [trigger(text, "Meeting", "met"), trigger(text, "RelationsChange", "expelled")]
    statuses, dates = [Status.ACTUAL] * 2, Dates(find_dates(text), PUBLISHED)
    assert count_off(triggers, statuses, [FOURTH, FOURTH], sentence_of(text), dates) == (FOURTH, SIXTH)


def test_news_before_a_distance_is_told_before_it_also_where_the_parse_has_it_as_content() -> None:
    text = "Kenya imposed sanctions on Peru on 6 May, two days after President Soto met Prime Minister Holm."
    triggers = [trigger(text, "Sanction", "imposed"), trigger(text, "Meeting", "met")]
    statuses, dates = [Status.ACTUAL] * 2, Dates(find_dates(text), PUBLISHED)
    assert count_off(triggers, statuses, [SIXTH, None], sentence_of(text), dates) == (SIXTH, FOURTH)
