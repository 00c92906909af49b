"""when: a draft gains the date that its sentence gives it."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from spacy.tokens import Token

from graph.events.dates.clauses import Clause, clause_of
from graph.events.dates.expressions import DateExpression, resolve
from graph.events.dates.words import YEAR
from graph.events.draft import GATHERINGS
from graph.events.model.predict import Prediction, Trigger
from graph.events.roles.bystanders import is_discussed
from graph.events.syntax.coordination import root_at, root_of
from graph.events.syntax.governors import auxiliaries, verb_of
from graph.events.triggers.statuses import AHEAD
from graph.model import DateRange, PartialDate, Sentence, Span, Status

TIME = 0.4
# The only date of a sentence's only event, and one in the event's own clause, are the event's with less ado.
LIKELIER = 0.2
# "Phoned him on Monday and warned": who does both does both then.
FAINT = 0.05
NEAR = frozenset({Clause.OWN, Clause.SHARED})
# Who visits "at the invitation of" somebody was invited before.
BEFORE = frozenset({"Invitation"})
# What is done some time after it is promised.
PROMISED = GATHERINGS | {"Aid"}
# From here on another trigger may have a date of its own.
RIVAL = 0.5
# What goes on does not begin: "decided on Friday to stay another night".
_GOES_ON = re.compile(r"(?:stay|remain|extend|prolong)", re.IGNORECASE)
DEPARTURES = frozenset({"conclude", "end", "finish", "leave", "wrap"})
# "Returned on Sunday from a visit", not "returned to Lima on Sunday".
HOMECOMINGS = frozenset({"arrive", "come", "fly", "get", "return"})
_NEVER = re.compile(r"\b(?:never|not)\b|n['’]t\b", re.IGNORECASE)
# "Last year's incident" is of last year, and what is said of it is not.
_POSSESSIVE = re.compile(r"['’]s\b")
# "Postponed from 12 to 18 May" tells two days, no range.
_FROM = re.compile(r"from\b", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:moved?|postpon\w+|reschedul\w+|shifted|(?:brought|put) (?:back|forward|off))\b", re.IGNORECASE
)
# "The report dated 5 May was confirmed": but "in a letter dated 5 May" its writer accuses on that day.
_DATED = re.compile(r"^(?!In\b).*\bdated\s(?:\w+\s)?$", re.DOTALL)
# "They were due to travel": by now they have, or are about to.
_FIXING = ("billed", "due", "fixed", "planned", "scheduled", "set", "slated")
_FIXED = re.compile(rf"\b(?:{'|'.join(_FIXING)})\s$", re.IGNORECASE)
_WILL = frozenset({"shall", "will", "'ll", "’ll"})
# So many days after it what "will" be done may still be told of: "had said that he will come".
_LATE = 60
_WAS_TO = re.compile(r"\b(?:was|were)\s(?:\w+\s)?to\s(?:\w+\s){0,2}$")


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
        opens = _opens(expression, trigger, sentence, dates) or _has(expression, trigger, sentence)
        if score < FAINT and not opens:
            continue
        clause = _clause_of(expression, trigger, prediction, sentence)
        is_nouns = _POSSESSIVE.match(sentence.text, expression.end) is not None
        is_near = clause in NEAR and trigger.type not in BEFORE and not is_nouns
        least = FAINT if is_near and clause is Clause.SHARED else LIKELIER if alone or is_near else TIME
        if (opens or score >= least) and not _is_anothers(trigger, status, clause, sentence, expression):
            likely.append((clause is Clause.OWN, score, expression))
    likely.sort(key=lambda each: each[:2], reverse=True)
    for _, _, expression in likely:
        if (when := _resolve(trigger, status, sentence, expression, dates.published)) is not None:
            return _without_move(when, status, sentence, expression)
    return None


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
    told, dated = root_of(sentence, trigger.span), _verb_of_date(sentence, expression)
    return told is not None and told == dated


def _has(expression: DateExpression, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the trigger is the noun whose date it is: "Friday's summit"."""
    noun = _noun_of_date(sentence, expression)
    return noun is not None and noun == root_of(sentence, trigger.span)


def _noun_of_date(sentence: Sentence, expression: DateExpression) -> Token | None:
    last = root_at(sentence, expression.end - 1, expression.end)
    return last.head if last is not None and last.dep_ == "poss" else None


def _clause_of(
    expression: DateExpression, trigger: Trigger, prediction: Prediction, sentence: Sentence
) -> Clause:
    rivals = [other.span for other in prediction.triggers if other is not trigger and other.score >= RIVAL]
    return clause_of(_span(sentence, expression), trigger.span, rivals, sentence)


def _resolve(
    trigger: Trigger, status: Status, sentence: Sentence, expression: DateExpression, published: date | None
) -> DateRange | None:
    """What an expression means: ahead for what is planned, the nearer day for what was to be."""
    read = partial(resolve, expression.text, published=published, anchor=expression.anchor)
    if status is Status.DENIED and _is_fixed(sentence, expression):
        return read(future=True)
    if status not in AHEAD or _is_past(trigger, sentence):
        return read(future=False)
    ahead = _not_behind(read(future=True), trigger, sentence, expression, published)
    was_to = _WAS_TO.search(sentence.text, 0, trigger.span.start - sentence.span.start)
    back = read(future=False) if was_to is not None else None
    if published is None or back is None or ahead is None:
        return ahead
    return min(ahead, back, key=lambda when: abs(_days_from(published, when.start)))


def _not_behind(
    when: DateRange | None,
    trigger: Trigger,
    sentence: Sentence,
    expression: DateExpression,
    published: date | None,
) -> DateRange | None:
    """The date, a year later where one without a year seems to lie behind: "will visit Peru in December"."""
    verb = verb_of(root_of(sentence, trigger.span))
    will = verb is not None and any(child.lower_ in _WILL for child in verb.lefts)
    if when is None or published is None or not will or YEAR.search(expression.text):
        return when
    if when.start.month is None or _days_from(published, when.end or when.start) >= -_LATE:
        return when
    return DateRange(_year_after(when.start), _year_after(when.end) if when.end is not None else None)


def _year_after(day: PartialDate) -> PartialDate:
    return replace(day, year=day.year + 1) if day.year is not None else day


def _is_fixed(sentence: Sentence, expression: DateExpression) -> bool:
    """Whether it is the day for which something was fixed that then came to nothing: "set for Monday"."""
    before = sentence.text[: expression.start]
    return expression.text.startswith("for ") and _FIXED.search(before) is not None


def _is_past(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a verb in the past tells what is ahead: what was "pledged on Monday"."""
    told = root_of(sentence, trigger.span)
    if told is None or told.tag_ == "VBD":
        return told is not None
    helpers = {child.lower_ for child in told.lefts if child.dep_ == "auxpass"}
    return told.tag_ == "VBN" and told.lower_ not in _FIXING and bool(helpers & {"was", "were"})


def _days_from(published: date, day: PartialDate) -> int:
    """How many days a date lies ahead; the last day of a month or a year that is all that is known."""
    year, month = day.year or published.year, day.month or 12
    return (date(year, month, day.day or monthrange(year, month)[1]) - published).days


def _is_anothers(
    trigger: Trigger, status: Status, clause: Clause, sentence: Sentence, expression: DateExpression
) -> bool:
    """Whether a date is that of something else in the sentence, however likely it looks."""
    return (
        clause is Clause.OTHERS
        or (clause is Clause.CONTENT and trigger.type != "Visit")  # "arrived to take office in May"
        or (trigger.type != "Agreement" and _DATED.match(sentence.text, 0, expression.start) is not None)
        or _is_promised(trigger, status, sentence, expression)
        or _is_departure(trigger, sentence, expression)
        or _is_since(trigger, sentence, expression)
        or is_discussed(sentence, trigger.span, _span(sentence, expression))
        or _is_remembered(trigger, sentence, expression)
        or _is_of_object(trigger, sentence, expression)
    )


def _is_promised(trigger: Trigger, status: Status, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether what is ahead was promised at a date, but not for it: "agreed on Tuesday to send aid"."""
    told, dated = root_of(sentence, trigger.span), _verb_of_date(sentence, expression)
    if trigger.type not in PROMISED or status not in AHEAD:
        return False
    if told is None or dated is None or dated.tag_ != "VBD":
        return False
    start = trigger.span.start - sentence.span.start
    return dated in told.ancestors and told.pos_ == "VERB" and expression.end <= start


def _is_since(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether a gathering is counted from a date: "the fifth meeting since 2018".

    Who "had not been there since 2017" was there then, and what "has been going on since Monday" began then.
    """
    if trigger.type not in GATHERINGS or _NEVER.search(sentence.text, 0, expression.start):
        return False
    told, date_ = root_of(sentence, trigger.span), _root_of_date(sentence, expression)
    if _goes_on(verb_of(told)):
        return False
    above = {each.i for each in told.ancestors} if told is not None else set()
    return expression.text.lower().startswith("since") or any(
        each.lower_ == "since" and each.i not in above
        for each in (date_.ancestors if date_ is not None else ())
    )


def _goes_on(verb: Token | None) -> bool:
    """Whether a verb tells what goes on: "has been meeting", "has been there"."""
    if verb is None:
        return False
    helpers = auxiliaries(verb)
    return bool(helpers & {"has", "have"}) and "been" in {verb.lower_, *helpers}


def _is_remembered(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether the date is that of an anniversary, and the trigger tells what is remembered then."""
    told, date_ = root_of(sentence, trigger.span), _root_of_date(sentence, expression)
    if told is None or date_ is None:
        return False
    return any(each.lower_ == "anniversary" for each in told.ancestors) and told not in date_.ancestors


def _is_of_object(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether a date is that of what an act is about: "condemned Sunday's attack"."""
    noun, told = _noun_of_date(sentence, expression), root_of(sentence, trigger.span)
    return noun is not None and noun.dep_ == "dobj" and noun.head == told


def _root_of_date(sentence: Sentence, expression: DateExpression) -> Token | None:
    return root_at(sentence, expression.start, expression.end)


def _verb_of_date(sentence: Sentence, expression: DateExpression) -> Token | None:
    return verb_of(_root_of_date(sentence, expression))


def _is_departure(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether a date tells when a visitor went home: a visit does not begin then."""
    verb = _verb_of_date(sentence, expression)
    if trigger.type != "Visit" or verb is None:
        return False
    if verb.lemma_ in HOMECOMINGS:
        return _is_from(root_of(sentence, trigger.span), verb)
    # "Left for Vienna" sets out
    return verb.lemma_ in DEPARTURES and not any(child.lower_ == "for" for child in verb.children)


def _is_from(told: Token | None, verb: Token) -> bool:
    """Whether someone comes back from what is told."""
    return told is not None and told.dep_ == "pobj" and told.head.lower_ == "from" and told.head.head == verb


def _score(trigger: Trigger, prediction: Prediction, sentence: Sentence, expression: DateExpression) -> float:
    return prediction.slot_scores(trigger, _span(sentence, expression))["time"]


def _span(sentence: Sentence, expression: DateExpression) -> Span:
    start = sentence.span.start
    return Span(start + expression.start, start + expression.end)
