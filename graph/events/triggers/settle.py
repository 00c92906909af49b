"""settle: the day of an event tells whether what seems to be ahead has happened, and the other way."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from spacy.tokens import Token

from graph.events.dates.partial import begins_after
from graph.events.draft import GATHERINGS
from graph.events.syntax.governors import verb_of
from graph.model import DateRange, PartialDate, Status

# What is dated by its announcement.
_ANNOUNCED = frozenset({"Aid"})
# What is told of a day ahead in the present, or without a verb: "is stepping down on 31 December".
_TOLD_AHEAD = GATHERINGS | {"Accession", "Appointment"}
_WAS_PLANNED = re.compile(
    r"\b(?:will|would"
    r"|(?:was|were) (?:(?:about|also|due|expected|later|likely|meant|scheduled|set|supposed|then) )?to"
    r"|(?:was|were|been) (?:due|expected|planned|scheduled|set))\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\b(?:is|are) (?:currently |now )?visiting\b", re.IGNORECASE)
_PAST = frozenset({"VBD", "VBN"})


def settle(
    status: Status,
    event_type: str,
    when: DateRange | None,
    today: date | None,
    text: str,
    *,
    told: Token | None = None,
) -> Status:
    """The status of what is dated: what seems to be planned for a day before that of the article happened,
    or has begun; so has a visit of whom it is said without a day that he "is visiting".

    Not so where the day may be that of an announcement ("announced aid on Monday"), or where the text tells
    what was planned then ("was to meet on 3 May"). What is on a later day is planned, unless its word `told`
    is in the past.
    """
    if status is Status.ACTUAL:
        is_ahead = event_type in _TOLD_AHEAD and begins_after(when, today) and not _is_past_or_perfect(told)
        return Status.PLANNED if is_ahead else status
    if status is not Status.PLANNED or event_type in _ANNOUNCED or _WAS_PLANNED.search(text):
        return status
    if event_type == "Visit" and when is None and _GOES_ON.search(text):
        return Status.ACTUAL
    return Status.ACTUAL if _is_before(when, today, event_type) else status


def _is_before(when: DateRange | None, today: date | None, event_type: str) -> bool:
    """Whether a date lies wholly before a day; a month or a year counts for what people come together for."""
    if when is None or today is None or when.start.year is None:
        return False
    return (when.start.day is not None or event_type in GATHERINGS) and _last_day(when.start) < today


def _last_day(part: PartialDate) -> date:
    """The last day that a partial date with a year may be."""
    year, month = part.year or date.max.year, part.month or 12
    return date(year, month, part.day or monthrange(year, month)[1])


def _is_past_or_perfect(word: Token | None) -> bool:
    """Whether the verb of a word is in the past or in a perfect: "met", "was met", "has met"."""
    verb = verb_of(word)
    return verb is not None and (verb.tag_ in _PAST or "have" in {child.lemma_ for child in verb.lefts})
