"""story days: an event that its sentence leaves undated, and its heading, list or occasion dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from graph.events.dates.expressions import resolve
from graph.events.dates.partial import day_of
from graph.events.dates.when import Dates
from graph.events.draft import GATHERINGS, SPEECH, Draft
from graph.events.merging.wording import ELSEWHEN
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import auxiliaries, verb_of
from graph.events.triggers.lists import Listing
from graph.model import DateRange, Sentence, Status

# Words that a heading has at most.
_SHORT = 6
# Lines at the top of a page, of which one may be the day of the page itself.
_TOP = 4
# Sentences before a list in which the meeting is told whose outcome the list is.
REACH = 4
# Sentences after that of a meeting in which the news tells what came of it, what was said there, and what was
# signed that day.
_SOON, _SAID_SOON, _SIGNED_SOON = 2, 4, 8
_OCCASIONS = frozenset({"Meeting", "Agreement"})
# What is done with a text on the day of a meeting; it is ratified, or comes into force, on another.
_SIGNING = frozenset({"adopt", "conclude", "endorse", "exchange", "initial", "issue", "sign"})
# "A statement was adopted at the end of the talks": on the day of the talks just told.
_AT_OCCASION = re.compile(
    r"\b(?:after|at|during|following|on the (?:margins|sidelines) of"
    r"|at the (?:close|conclusion|end|outset) of) (?:the|this|that|his|her|their) (?:\w+ ){0,2}?"
    r"(?:(?P<visit>stay|trip|visit)|call|ceremony|conference|conversation|meeting|negotiations|session|summit|talks)\b"
    r"|\b(?P<either>on the (?:same )?(?:margins|occasion|sidelines))\b(?! of)",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:beginning|from|since|starting)\b", re.IGNORECASE)
# "In another development, A received B".
_ELSEWHERE = re.compile(r"(?:elsewhere|in (?:another|a separate) (?:development|case))\b", re.IGNORECASE)


def date_by_story(
    drafts: Sequence[Draft], lists: Sequence[Listing], sentences: Sequence[Sentence], dates: Sequence[Dates]
) -> tuple[Draft, ...]:
    """Gives what happened, where its sentence has no date, the day of the heading above it or of its list.

    A chronicle has its dates as headings; a list of outcomes is of the day of the meeting just told.
    """
    headings = heading_days(sentences, dates)
    leads = {item: listing.lead for listing in lists for item in listing.items}
    dated: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.sentence, draft.trigger)):
        dated.append(draft)
        if draft.when is not None or dates[draft.sentence].expressions:
            continue
        day = None
        if draft.status is Status.PLANNED:
            day = _day_ahead(sentences[draft.sentence], dated)
        elif draft.status is Status.ACTUAL:
            lead = leads.get(draft.sentence)
            day = headings[draft.sentence] or (
                _day_before(lead, dated, dates)
                if lead is not None
                else _day_of_occasion(sentences[draft.sentence], dated)
                or _day_of_news(dated, sentences, dates)
            )
        if day is not None:
            dated[-1] = replace(draft, when=day, notes=(*draft.notes, "dated by the story"))
    return tuple(dated)


def heading_days(sentences: Sequence[Sentence], dates: Sequence[Dates]) -> tuple[DateRange | None, ...]:
    """The date that stands as a heading above each sentence, until another heading follows."""
    lines = [_day_of_line(*pair) for pair in zip(sentences, dates, strict=True)]
    own = _day_of_page(lines)
    days: list[DateRange | None] = []
    day: DateRange | None = None
    for number, (sentence, line) in enumerate(zip(sentences, lines, strict=True)):
        if line is not None and number != own:
            day = line
        elif _is_heading(sentence):
            day = None
        days.append(day)
    return tuple(days)


def _day_of_line(sentence: Sentence, told: Dates) -> DateRange | None:
    """The date that is all that a line says."""
    words = sentence.text.strip(" :.–—-")
    is_date = [expression.text.strip() for expression in told.expressions] == [words]
    return resolve(words, published=told.published) if is_date else None


def _day_of_page(lines: Sequence[DateRange | None]) -> int | None:
    """Which line tells only when the page was published: a date at its top with none below."""
    dated = [number for number, day in enumerate(lines) if day is not None]
    return dated[0] if len(dated) == 1 and dated[0] < _TOP else None


def _is_heading(sentence: Sentence) -> bool:
    """Whether a sentence stands as a heading: short, and a question or without the end of a sentence."""
    end = sentence.text[-1:]
    return len(sentence.text.split()) <= _SHORT and not sentence.is_item and (end.isalnum() or end == "?")


def _day_of_occasion(sentence: Sentence, dated: Sequence[Draft]) -> DateRange | None:
    """The day of the meeting or visit told before, where the sentence says that it was there."""
    occasion = _AT_OCCASION.search(sentence.text)
    if occasion is None:
        return None
    wanted = GATHERINGS if occasion["either"] else {"Visit"} if occasion["visit"] else {"Meeting"}
    told = [other for other in dated[:-1] if other.type in wanted and other.status is Status.ACTUAL]
    last = next((other for other in reversed(told) if other.when is not None), None)
    if last is None or any(_is_of_others(other, last) for other in told[told.index(last) + 1 :]):
        return None
    when = last.when
    return DateRange(when.start) if when is not None and when.end is None and when.start.day else None


def _day_of_news(
    dated: Sequence[Draft], sentences: Sequence[Sentence], dates: Sequence[Dates]
) -> DateRange | None:
    """The day, today or yesterday, of what was told just before, where the past tense goes on telling.

    What was said there stays undated: a statement may be of any day.
    """
    draft = dated[-1]
    sentence = sentences[draft.sentence]
    if draft.type == "Statement" or sentence.is_title or not is_past(sentence, draft):
        return None
    if _is_spoken_of(sentence, draft):
        return None
    skipped = frozenset[str]() if draft.type == "Agreement" else SPEECH
    told = (
        other
        for other in reversed(dated)
        if other.sentence < draft.sentence
        and other.when is not None
        and other.type not in skipped
        and not _had_been(sentences[other.sentence], other)
    )
    last = next(told, None)
    if last is None or last.status is not Status.ACTUAL or _goes_on_with_another(dated, last, sentence):
        return None
    if _only_began(last, dates[last.sentence]):
        return None
    is_news = _is_soon(draft, last) and _is_news(last.when, dates[draft.sentence].published)
    return last.when if is_news or _is_said_there(draft, last) else None


def _had_been(sentence: Sentence, draft: Draft) -> bool:
    """Whether a draft tells what had been before the news: "met Holm, who had arrived on Tuesday"."""
    verb = verb_of(root_of(sentence, draft.trigger))
    return verb is not None and "had" in auxiliaries(verb)


def _only_began(draft: Draft, told: Dates) -> bool:
    """Whether a draft only began on its day: "held from 19 February"."""
    return any(
        _FROM.match(each.text)
        and resolve(each.text, published=told.published, anchor=each.anchor) == draft.when
        for each in told.expressions
    )


def _day_ahead(sentence: Sentence, dated: Sequence[Draft]) -> DateRange | None:
    """The day of the meeting, ahead too, told just before what its sides are to sign."""
    draft = dated[-1]
    verb = verb_of(root_of(sentence, draft.trigger))
    if draft.type != "Agreement" or verb is None or verb.lemma_ not in _SIGNING:
        return None
    told = (other for other in reversed(dated[:-1]) if other.type in GATHERINGS and other.when is not None)
    last = next(told, None)
    if last is None or last.when is None or not 0 < draft.sentence - last.sentence <= _SOON:
        return None
    is_of_others = bool(draft.everyone) and draft.everyone.isdisjoint(last.everyone)
    is_of_day = last.when.end is None and last.when.start.day is not None
    return last.when if last.status is Status.PLANNED and is_of_day and not is_of_others else None


def _is_spoken_of(sentence: Sentence, draft: Draft) -> bool:
    """Whether what a noun tells is only spoken of: "briefed him on her visit", "her recent trip"."""
    word = root_of(sentence, draft.trigger)
    if word is None or word.pos_ == "VERB":
        return False
    if draft.type not in _OCCASIONS and (word.dep_ == "pobj" or word.pos_ != "NOUN"):
        return True
    return any(child.lower_ in ELSEWHEN for child in word.lefts)


def _goes_on_with_another(dated: Sequence[Draft], last: Draft, sentence: Sentence) -> bool:
    """Whether a draft goes on telling of an undated gathering told since the last date: "has visited C"."""
    if _ELSEWHERE.match(sentence.text):
        return True
    since = (other for other in dated[:-1] if last.sentence < other.sentence <= dated[-1].sentence)
    people = dated[-1].everyone
    return any(_is_of_others(other, last) and not people.isdisjoint(other.everyone) for other in since)


def _is_of_others(other: Draft, last: Draft) -> bool:
    """Whether an undated gathering is one of other people than the last dated one."""
    people = other.everyone
    is_undated = other.type in GATHERINGS and other.when is None
    return is_undated and bool(people) and people.isdisjoint(last.everyone)


def _is_said_there(draft: Draft, last: Draft) -> bool:
    """Whether a draft tells what one of those who met, whenever it was, said soon after in the story."""
    if draft.type not in SPEECH or last.type not in GATHERINGS or draft.sentence - last.sentence > _SAID_SOON:
        return False
    is_of_day = last.when is not None and last.when.end is None and last.when.start.day is not None
    return is_of_day and not last.everyone.isdisjoint(draft.roles.get("actor", ()))


def _is_soon(draft: Draft, last: Draft) -> bool:
    """Whether a draft is told soon after a dated meeting; what was signed, after any act of the news."""
    gap = draft.sentence - last.sentence
    return gap <= _SIGNED_SOON if draft.type == "Agreement" else gap <= _SOON and last.type in GATHERINGS


def is_past(sentence: Sentence, draft: Draft) -> bool:
    """Whether the verb of a draft is in the simple past: "met", "was met"."""
    verb = verb_of(root_of(sentence, draft.trigger))
    if verb is None or verb.lemma_ == "be" or _is_aside(verb):
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if helpers & {"had", "has", "have"}:
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(helpers & {"was", "were"}))


def _is_aside(verb: Token) -> bool:
    """Whether a verb tells by the way what was before: "a deal that they made", "after they had met"."""
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    return verb.dep_ == "relcl" or (verb.dep_ == "advcl" and not marks.isdisjoint({"after", "since"}))


def _is_news(when: DateRange | None, published: date | None) -> bool:
    """Whether a date is the day of publication, or the one before."""
    day = day_of(when.start) if when is not None and when.end is None else None
    return day is not None and published is not None and (published - day).days in {0, 1}


def _day_before(lead: int, dated: Sequence[Draft], dates: Sequence[Dates]) -> DateRange | None:
    """The day of the gathering told last before a list, in which those of its item took part.

    Who takes part in a speech act is who speaks; papers are signed for those who met by others.
    """
    draft = dated[-1]
    acting = draft.roles.get("actor", ()) if draft.type in SPEECH else draft.everyone
    who = () if draft.type == "Agreement" else acting
    for other in reversed(dated):
        if not 0 <= lead - other.sentence <= REACH or other.status is not Status.ACTUAL:
            continue
        if who and other.everyone and other.everyone.isdisjoint(who):
            continue
        if other.type in _OCCASIONS and other.when is not None and other.when.start.day is not None:
            return None if _only_began(other, dates[other.sentence]) else DateRange(other.when.start)
    return None
