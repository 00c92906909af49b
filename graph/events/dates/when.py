"""when: a draft gains the date that its sentence gives it."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from spacy.tokens import Token

from graph.events.dates.anothers import (
    is_anothers,
    is_of_anniversary,
    is_of_setting_out,
)
from graph.events.dates.clauses import Clause, clause_of
from graph.events.dates.expressions import DateExpression, resolve
from graph.events.dates.hanging import noun_of_date, span_of, verb_of_date
from graph.events.dates.partial import begins_after
from graph.events.dates.saying import is_of_saying
from graph.events.dates.words import YEAR
from graph.events.draft import SPEECH
from graph.events.merging.wording import comes_into_force
from graph.events.model.predict import Prediction, Trigger
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import PRESENT, auxiliaries, verb_of
from graph.events.triggers.statuses import AHEAD
from graph.model import DateRange, PartialDate, Sentence, Status

TIME = 0.4
# The only date of a sentence's only event, and one in the event's own clause, are the event's with less ado.
LIKELIER = 0.2
# "Phoned him on Monday and warned": who does both does both then.
FAINT = 0.05
NEAR = frozenset({Clause.OWN, Clause.SHARED})
# Who visits "at the invitation of" somebody was invited before.
BEFORE = frozenset({"Invitation"})
# What is asked or proposed for a day is so before it.
_ASKING = frozenset({"Demand", "Invitation", "Proposal"})
# From here on another trigger may have a date of its own.
RIVAL = 0.5
# What goes on does not begin: "decided on Friday to stay another night".
_GOES_ON = re.compile(r"(?:stay|remain|extend|prolong)", re.IGNORECASE)
# "Last year's incident" is of last year, and what is said of it is not.
_POSSESSIVE = re.compile(r"['’]s\b")
# "Postponed from 12 to 18 May" tells two days, no range.
_FROM = re.compile(r"from\b", re.IGNORECASE)
_UNTIL = re.compile(r"^(?:until|till) ", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:moved?|postpon\w+|reschedul\w+|shifted|(?:brought|put) (?:back|forward|off))\b", re.IGNORECASE
)
# "They were due to travel": by now they have, or are about to.
_FIXING = ("billed", "due", "fixed", "planned", "scheduled", "set", "slated")
_FIXED = re.compile(rf"\b(?:{'|'.join(_FIXING)})\s$", re.IGNORECASE)
_WILL = frozenset({"shall", "will", "wo", "'ll", "’ll"})
_BEING = frozenset({"are", "is"})
# So many days after it what "will" be done may still be told of: "had said that he will come".
_LATE = 60
# "Was to meet on Monday", "was in Lima to meet on Monday": on the nearer one.
_WAS_TO_HAVE = re.compile(r"\b(?:was|were) (?:due |scheduled |set |supposed )?to (?:be|have)\b[^,.;]*$")
_WAS_TO = re.compile(r"\b(?:was|were)\s(?:\w+\s|in\s(?:[\w’'-]+\s){1,3})?to\s(?:\w+\s){0,2}$")


@dataclass(frozen=True, slots=True)
class Dates:
    """The date expressions of a sentence, and the day on which its article was published."""

    expressions: tuple[DateExpression, ...]
    published: date | None


def find_when(
    trigger: Trigger, status: Status, prediction: Prediction, sentence: Sentence, dates: Dates
) -> DateRange | None:
    """The date of the expression that the model ties to the trigger, or None where it ties none."""
    if trigger.type == "Visit" and _GOES_ON.match(sentence.text, trigger.span.start - sentence.span.start):
        return None
    alone = len(dates.expressions) == len(prediction.triggers) == 1
    likely: list[tuple[bool, float, DateExpression]] = []
    for expression in dates.expressions:
        score = _score(trigger, prediction, sentence, expression)
        opens = (
            _opens(expression, trigger, sentence, dates)
            or _has(expression, trigger, sentence)
            or is_of_saying(trigger.span, sentence, expression)
        )
        if score < FAINT and not opens:
            continue
        clause = _clause_of(expression, trigger, prediction, sentence)
        is_nouns = _POSSESSIVE.match(sentence.text, expression.end) is not None
        is_near = clause in NEAR and trigger.type not in BEFORE and not is_nouns
        least = FAINT if is_near and clause is Clause.SHARED else LIKELIER if alone or is_near else TIME
        if (opens or score >= least) and not is_anothers(trigger, status, clause, sentence, expression):
            likely.append((clause is Clause.OWN, score, expression))
    likely.sort(key=lambda each: each[:2], reverse=True)
    read = [
        (is_own, _without_move(when, status, sentence, expression))
        for is_own, _, expression in likely
        if (when := _resolve(trigger, status, sentence, expression, dates.published)) is not None
        and not is_of_anniversary(trigger, sentence, when, dates.published)
    ]
    if not read:
        return None
    (is_own, first), *others = read
    narrower = (when for own, when in others if own and is_own and _narrows(when.start, first))
    return next(narrower, first)


def _narrows(day: PartialDate, when: DateRange) -> bool:
    """Whether a day lies within a date that tells less: "In 1998, it closed its embassy on 8 September"."""
    whole = when.start
    if when.end is not None or whole.day is not None or day.year != whole.year:
        return False
    return day.month is not None if whole.month is None else day.month == whole.month and day.day is not None


def _without_move(
    when: DateRange, status: Status, sentence: Sentence, expression: DateExpression
) -> DateRange:
    """One of the two days of "postponed from 12 to 18 May": that of what was denied, else the new one."""
    if when.end is None or not _FROM.match(expression.text) or not _MOVED.search(sentence.text):
        return when
    return DateRange(when.start if status is Status.DENIED else when.end)


def _opens(expression: DateExpression, trigger: Trigger, sentence: Sentence, dates: Dates) -> bool:
    """Whether the only date of a sentence opens it, and the trigger is the verb that it dates."""
    if expression.start > 0 or len(dates.expressions) > 1:
        return False
    told, dated = root_of(sentence, trigger.span), verb_of_date(sentence, expression)
    return told is not None and told == dated


def _has(expression: DateExpression, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the trigger is the noun whose date it is: "Friday's summit"."""
    noun = noun_of_date(sentence, expression)
    return noun is not None and noun == root_of(sentence, trigger.span)


def _clause_of(
    expression: DateExpression, trigger: Trigger, prediction: Prediction, sentence: Sentence
) -> Clause:
    rivals = [other.span for other in prediction.triggers if other is not trigger and other.score >= RIVAL]
    return clause_of(span_of(sentence, expression), trigger.span, rivals, sentence)


def _resolve(
    trigger: Trigger, status: Status, sentence: Sentence, expression: DateExpression, published: date | None
) -> DateRange | None:
    """What an expression means: ahead for what is planned, the nearer day for what was to be."""
    text = expression.text if status is Status.DENIED else _since_when(trigger, sentence, expression)
    read = partial(resolve, text, published=published, anchor=expression.anchor)
    if status is Status.DENIED and (_is_fixed(sentence, expression) or _will_not(trigger, sentence)):
        return read(future=True)
    if status is Status.DENIED and _WAS_TO_HAVE.search(sentence.text, 0, expression.start):
        return _nearer(read(future=True), read(future=False), published)
    if status not in AHEAD or _is_past(trigger, sentence):
        if trigger.type in _ASKING and _is_rather_ahead(expression, published):
            return None
        when = read(future=status not in AHEAD and _is_scheduled(trigger, sentence, expression))
        return None if trigger.type in SPEECH and begins_after(when, published) else when
    if is_of_setting_out(trigger, sentence, expression):
        # The day on which somebody left lies behind, and that of what he left for is not told
        days = (read(future=True), read(future=False))
        if days[0] != days[1] or _is_behind(days[0], published):
            return None
    ahead = _not_behind(read(future=True), trigger, sentence, expression, published)
    was_to = _WAS_TO.search(sentence.text, 0, trigger.span.start - sentence.span.start)
    back = read(future=False) if was_to is not None else None
    return _nearer(ahead, back, published) if back is not None else ahead


def _nearer(one: DateRange | None, other: DateRange | None, published: date | None) -> DateRange | None:
    """The date that lies nearer to the day of publication; the first where one or that day is not known."""
    if published is None or one is None or other is None:
        return one
    return min(one, other, key=lambda when: abs(_days_from(published, when.start)))


def _since_when(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> str:
    """The words of a date, without "until" where nothing was done before it: "did not resume until 1991"."""
    verb = verb_of(root_of(sentence, trigger.span))
    is_not = verb is not None and any(child.dep_ == "neg" for child in verb.children)
    return _UNTIL.sub("", expression.text) if is_not else expression.text


def _is_rather_ahead(expression: DateExpression, published: date | None) -> bool:
    """Whether a day without a year is rather ahead than behind, so that it dates nothing that was said.

    "Proposed a summit on June 20", written in May, tells when the summit is to be.
    """
    ahead, behind = (resolve(expression.text, published=published, future=each) for each in (True, False))
    if published is None or ahead is None or behind is None or ahead == behind:
        return False
    is_day = behind.start.month is not None and any(map(str.isdigit, expression.text))
    return is_day and 0 < _days_from(published, ahead.start) < -_days_from(published, behind.start)


def _not_behind(
    when: DateRange | None,
    trigger: Trigger,
    sentence: Sentence,
    expression: DateExpression,
    published: date | None,
) -> DateRange | None:
    """The date, a year later where one without a year seems to lie behind: "will visit Peru in December"."""
    verb = verb_of(root_of(sentence, trigger.span))
    is_to_come = verb is not None and (
        _is_to_come(verb, verb_of_date(sentence, expression)) or _is_being_fixed(verb, sentence, expression)
    )
    if when is None or published is None or not is_to_come or YEAR.search(expression.text):
        return when
    if when.start.month is None or _days_from(published, when.end or when.start) >= -_LATE:
        return when
    return DateRange(_year_after(when.start), _year_after(when.end) if when.end is not None else None)


def _is_to_come(verb: Token, dated: Token | None) -> bool:
    """Whether a verb tells what will or is to be done: "will visit", "is to visit", "A to visit".

    A day of something done lies behind: "is to continue the talks held in January".
    """
    helpers = {child.lower_ for child in verb.lefts}
    if dated is not None and dated.i != verb.i and dated.tag_ in {"VBD", "VBN"} and helpers.isdisjoint(_WILL):
        return False
    is_to = verb.dep_ == "ROOT" or (verb.head.lemma_ == "be" and verb.head.tag_ in PRESENT)
    return not helpers.isdisjoint(_WILL) or ("to" in helpers and verb.tag_ in {"VB", "VBN"} and is_to)


def _year_after(day: PartialDate) -> PartialDate:
    return replace(day, year=day.year + 1) if day.year is not None else day


def _is_fixed(sentence: Sentence, expression: DateExpression) -> bool:
    """Whether it is the day for which something was fixed that then came to nothing: "set for Monday"."""
    before = sentence.text[: expression.start]
    return expression.text.startswith("for ") and _FIXED.search(before) is not None


def _will_not(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a verb tells what will not be done: "will not attend the talks on Friday"."""
    verb = verb_of(root_of(sentence, trigger.span))
    return verb is not None and bool(auxiliaries(verb) & _WILL)


def _is_being_fixed(verb: Token, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether a verb tells for which day something is fixed: "the summit is slated for December 10"."""
    is_present = not _BEING.isdisjoint(child.lower_ for child in verb.lefts)
    return is_present and _is_fixed(sentence, expression)


def _is_scheduled(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether a verb in the present tells what is fixed for a day: "takes effect on Monday"."""
    verb = verb_of_date(sentence, expression)
    if verb is None or verb.tag_ not in PRESENT or sentence.is_headline or auxiliaries(verb):
        return False
    return comes_into_force(verb)


def _is_past(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a verb in the past tells what is ahead: what was "pledged on Monday"."""
    told = root_of(sentence, trigger.span)
    if told is None or told.tag_ == "VBD":
        return told is not None
    helpers = {child.lower_ for child in told.lefts if child.dep_ == "auxpass"}
    return told.tag_ == "VBN" and told.lower_ not in _FIXING and bool(helpers & {"was", "were"})


def _is_behind(when: DateRange | None, published: date | None) -> bool:
    return when is not None and published is not None and _days_from(published, when.start) < 0


def _days_from(published: date, day: PartialDate) -> int:
    """How many days a date lies ahead; the last day of a month or a year that is all that is known."""
    year, month = day.year or published.year, day.month or 12
    return (date(year, month, day.day or monthrange(year, month)[1]) - published).days


def _score(trigger: Trigger, prediction: Prediction, sentence: Sentence, expression: DateExpression) -> float:
    return prediction.slot_scores(trigger, span_of(sentence, expression))["time"]
