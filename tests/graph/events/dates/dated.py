"""The day of publication, and which date of a text dates an event."""

from __future__ import annotations

from datetime import date

from graph.events.dates.expressions import find_dates
from graph.events.dates.when import Dates, find_when
from graph.events.model.predict import Prediction, Trigger
from graph.model import DateRange, Status
from tests.graph.events.predicted import sentence_of, tokens_of, trigger

PUBLISHED = date(2024, 5, 2)


def when_of(
    text: str,
    event_type: str,
    word: str,
    times: dict[str, float],
    *,
    status: Status = Status.ACTUAL,
    beside: tuple[Trigger, ...] = (),
) -> DateRange | None:
    """When the event of a sentence is, where the model takes stretches of the text for its time."""
    told = trigger(text, event_type, word, slots={"time": times})
    prediction = Prediction(tokens_of(text), 1.0, (told, *beside))
    return find_when(told, status, prediction, sentence_of(text), Dates(find_dates(text), PUBLISHED))
