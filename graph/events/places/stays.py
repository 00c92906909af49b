"""stays: a visit ends when its text says so, and whoever is met on it is met there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from graph.events.dates.departures import DEPARTURES
from graph.events.dates.expressions import resolve
from graph.events.dates.partial import shifted_days, span
from graph.events.dates.when import Dates
from graph.events.dates.words import ONES, day_number, number
from graph.events.draft import Draft
from graph.events.merging.circumstances import dates_agree
from graph.events.syntax.coordination import root_at, root_of
from graph.events.syntax.governors import is_under, verb_of
from graph.model import DateRange, Entity, EntityType, PartialDate, Sentence, Status

# Sentences after that of the visit in which its visitor still is who stays.
REACH = 2
_ANOTHER_NIGHT = re.compile(
    r"\b(?:stay(?:s|ed|ing)?|remain(?:s|ed)?)\b[^.;]{0,30}\b(?:another|an extra|one more) (?:night|day)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:until|till)\s+", re.IGNORECASE)
_STAY = re.compile(r"\b(?:stay(?:s|ed|ing)?|remain(?:s|ed)?)\b[^.;]{0,40}$", re.IGNORECASE)
# "Arrived on Sunday on a three-day visit", not "on the second day of her three-day visit".
_DAYS_LONG = re.compile(
    rf"(?<!day of )(?:an?|the|his|her|its|their|whose|['’]s) (?P<n>\d{{1,2}}|{'|'.join(ONES)})-day "
    r"(?:[\w-]+ ){0,3}(?:stay|tour|trip|visit)\b",
    re.IGNORECASE,
)
# "On the second day of her visit", "during the trip".
_LAST = frozenset({"final", "last"})
_WHOSE = r"(?:his|her|its|the|their|[\w.-]+['’]s)"
_NTH_DAY = re.compile(
    r"\bon the (?P<n>first|second|third|fourth|fifth|final|last) day"
    rf"(?: of (?P<whose>{_WHOSE}) (?:[\w-]+ ){{0,3}}(?:stay|tour|trip|visit)\b|(?! of\b)\b)",
    re.IGNORECASE,
)
_DURING = re.compile(rf"\bduring {_WHOSE} (?:[\w-]+ ){{0,3}}(?:stay|trip|visit)\b", re.IGNORECASE)
_LEAP_YEAR = 2000  # in which every month and day without a year exists


def end_visits(
    drafts: Sequence[Draft], sentences: Sequence[Sentence], dates: Sequence[Dates]
) -> tuple[Draft, ...]:
    """Gives each dated visit without an end the end that its own or the next sentences tell.

    What was done "on the second day of her visit" is then of that day.
    """
    ended = [_end(draft, sentences, dates) for draft in drafts]
    stays = [each for each in ended if each.type == "Visit" and each.status is Status.ACTUAL]
    return tuple(_on_day_of_stay(draft, stays, sentences[draft.sentence]) for draft in ended)


def _on_day_of_stay(draft: Draft, stays: Sequence[Draft], sentence: Sentence) -> Draft:
    """The draft, on the day of a stay that its sentence counts: "on the second day of her trip".

    "On the second day" alone is one of the stay just told, whoever acts then, but only for what hangs on it.
    """
    told = _NTH_DAY.search(sentence.text)
    if told is None or draft.type == "Visit" or draft.when is not None or draft.status is not Status.ACTUAL:
        return draft
    before = [stay for stay in stays if stay.sentence <= draft.sentence and stay.when is not None]
    if told["whose"]:
        before = [stay for stay in before if _is_of_visitor(draft, stay)]
    elif _hangs_on(draft, sentence, told.span("n")):
        before = [stay for stay in before if 0 < draft.sentence - stay.sentence <= REACH]
    else:
        return draft
    when = before[-1].when if before else None
    if when is None:
        return draft
    last = told["n"].lower() in _LAST
    day = when.end if last else shifted_days(when.start, day_number(told["n"]) - 1)
    return replace(draft, when=DateRange(day), notes=(*draft.notes, "on a day of a stay")) if day else draft


def _hangs_on(draft: Draft, sentence: Sentence, day: tuple[int, int]) -> bool:
    """Whether what a draft tells was done on a day that its sentence names, by the parse."""
    told, dated = verb_of(root_of(sentence, draft.trigger)), verb_of(root_at(sentence, *day))
    return told is not None and dated is not None and is_under(told, dated)


def place_at_stays(
    drafts: Sequence[Draft], sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> tuple[Draft, ...]:
    """Gives the meetings without a place that fall into somebody's stay in a city that city."""
    stays = [draft for draft in drafts if draft.type == "Visit" and draft.status is Status.ACTUAL]
    return tuple(_at_stay(draft, stays, sentences[draft.sentence], entities) for draft in drafts)


def _at_stay(draft: Draft, stays: Sequence[Draft], sentence: Sentence, entities: Sequence[Entity]) -> Draft:
    if draft.type != "Meeting" or draft.attribute == "Call" or draft.places:
        return draft
    there = {stay.roles.get("destination", ()) for stay in stays if _falls_into(draft, stay)}
    if not there and draft.status is Status.ACTUAL and _DURING.search(sentence.text):
        near = [stay for stay in stays if 0 <= draft.sentence - stay.sentence <= REACH]
        there = {stay.roles.get("destination", ()) for stay in near[-1:] if _is_of_visitor(draft, stay)}
    places = there.pop() if len(there) == 1 else ()
    if len(places) != 1 or entities[places[0]].type is not EntityType.PLACE:
        return draft
    return replace(draft, places=places, notes=(*draft.notes, "placed by a visit"))


def _falls_into(draft: Draft, stay: Draft) -> bool:
    """Whether a meeting is of a day of a visit of several, and of its visitor."""
    if draft.when is None or draft.when.start.day is None or stay.when is None or stay.when.end is None:
        return False
    return dates_agree(draft.when, stay.when) and _is_of_visitor(draft, stay)


def _is_of_visitor(draft: Draft, stay: Draft) -> bool:
    return not draft.everyone.isdisjoint(stay.roles.get("visitor", ()))


def _end(draft: Draft, sentences: Sequence[Sentence], dates: Sequence[Dates]) -> Draft:
    if draft.type == "Visit" and draft.when is None:
        return _counted_back(draft, sentences[draft.sentence], dates[draft.sentence])
    if draft.type != "Visit" or draft.when is None or draft.when.end is not None:
        return draft
    if (last := _last_day(draft.when.start, sentences[draft.sentence])) is not None:
        return replace(
            draft, when=DateRange(draft.when.start, last), notes=(*draft.notes, "so many days long")
        )
    for place in range(draft.sentence, min(draft.sentence + REACH + 1, len(sentences))):
        end = _told_end(sentences[place], dates[place])
        if end is not None and _follows(draft.when.start, end):
            evidence = tuple(dict.fromkeys((*draft.evidence, sentences[place].span)))
            return replace(
                draft,
                when=DateRange(draft.when.start, end),
                evidence=evidence,
                notes=(*draft.notes, "stayed on"),
            )
    return draft


def _counted_back(draft: Draft, sentence: Sentence, dates: Dates) -> Draft:
    """The visit with the days of which its sentence tells the last: "ended a three-day visit on Sunday"."""
    told, verb = _DAYS_LONG.search(sentence.text), verb_of(root_of(sentence, draft.trigger))
    if told is None or verb is None or verb.lemma_ not in DEPARTURES or len(dates.expressions) != 1:
        return draft
    (last,) = dates.expressions
    when = resolve(last.text, published=dates.published, anchor=last.anchor)
    first = shifted_days(when.start, 1 - number(told["n"])) if when is not None and when.end is None else None
    if when is None or first is None:
        return draft
    return replace(draft, when=span(first, when.start), notes=(*draft.notes, "so many days"))


def _last_day(start: PartialDate, sentence: Sentence) -> PartialDate | None:
    """The last day of "a three-day visit", if it is longer than one."""
    told = _DAYS_LONG.search(sentence.text)
    days = number(told["n"]) - 1 if told is not None else 0
    return shifted_days(start, days) if days > 0 else None


def _told_end(sentence: Sentence, dates: Dates) -> PartialDate | None:
    stayed_on = _ANOTHER_NIGHT.search(sentence.text)
    for expression in dates.expressions:
        until = _UNTIL.match(expression.text)
        told = expression.text[until.end() :] if until else expression.text
        when = resolve(told, published=dates.published, anchor=expression.anchor)
        if when is None or when.start.day is None:
            continue
        if stayed_on:
            return _next_day(when.start)
        if until and _STAY.search(sentence.text[: expression.start]):
            return when.start
    return None


def _next_day(day: PartialDate) -> PartialDate:
    following = date(day.year or _LEAP_YEAR, day.month or 1, day.day or 1) + timedelta(days=1)
    return PartialDate(following.year if day.year else None, following.month, following.day)


def _follows(start: PartialDate, end: PartialDate) -> bool:
    """Whether the end lies after the start; both say the same parts of a date."""
    if (start.year is None) != (end.year is None) or start.day is None or end.day is None:
        return False
    return (start.year or 0, start.month or 0, start.day) < (end.year or 0, end.month or 0, end.day)
