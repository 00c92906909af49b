"""chronicle: the date before an entry ("1972: …", "Wednesday, June 9 – …") is that of all of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from graph.events.dates.expressions import DateExpression, resolve
from graph.events.dates.when import Dates
from graph.events.draft import Draft
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import PRESENT, verb_of
from graph.events.triggers.statuses import AHEAD
from graph.model import DateRange, Sentence, Status

# So many entries make a chronicle; one line may begin with its date by chance.
_FEWEST = 3
_MARK = re.compile(r"\s*(?::|[-–—]\s)\s*\w")


def date_entries(
    drafts: Sequence[Draft], sentences: Sequence[Sentence], dates: Sequence[Dates]
) -> tuple[Draft, ...]:
    """Gives what a chronicle tells the date of its entry, unless its sentence has another one.

    The present tense tells there what happened: "Friday, May 28 – The envoys meet for nine hours".
    """
    heads = entry_dates(sentences, dates)
    return tuple(
        draft if head is None else _date(draft, head, sentences[draft.sentence], dates[draft.sentence])
        for draft, head in ((draft, heads[draft.sentence]) for draft in drafts)
    )


def entry_dates(sentences: Sequence[Sentence], dates: Sequence[Dates]) -> tuple[DateRange | None, ...]:
    """The date that begins the paragraph of each sentence, where such paragraphs make a chronicle."""
    heads = {
        sentence.paragraph: head
        for sentence, told in zip(sentences, dates, strict=True)
        if (head := _head(sentence, told)) is not None
    }
    if len(heads) < _FEWEST:
        return (None,) * len(sentences)
    return tuple(heads.get(sentence.paragraph) for sentence in sentences)


def _head(sentence: Sentence, told: Dates) -> DateRange | None:
    """The date with which a line begins, before a colon or a dash."""
    first = told.expressions[0] if told.expressions else None
    if first is None or first.start > 0 or not _MARK.match(sentence.text, first.end):
        return None
    return resolve(first.text, published=told.published, anchor=first.anchor)


def _date(draft: Draft, head: DateRange, sentence: Sentence, told: Dates) -> Draft:
    happened = draft.status is Status.ACTUAL
    if draft.status in AHEAD and _is_present(draft, sentence) and _is_behind(head, told.published):
        draft, happened = replace(draft, status=Status.ACTUAL, when=None), True
    if not happened or draft.when is not None or _has_own(told, sentence):
        return draft
    return replace(draft, when=head, notes=(*draft.notes, "dated by its entry"))


def _is_present(draft: Draft, sentence: Sentence) -> bool:
    """Whether the verb of a draft is in the simple present: "meet", "are told"."""
    verb = verb_of(root_of(sentence, draft.trigger))
    if verb is None:
        return False
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    return all(each.tag_ in PRESENT for each in helpers) and (helpers or [verb])[0].tag_ in PRESENT


def _is_behind(head: DateRange, published: date | None) -> bool:
    day = head.start
    return published is None or (day.year or 0, day.month or 0, day.day or 0) <= (
        published.year,
        published.month,
        published.day,
    )


def _has_own(told: Dates, sentence: Sentence) -> bool:
    """Whether a sentence tells a date besides the one that begins its entry."""
    others = told.expressions[_head(sentence, told) is not None :]
    return any(_resolves(each, told.published) for each in others)


def _resolves(expression: DateExpression, published: date | None) -> bool:
    return resolve(expression.text, published=published, anchor=expression.anchor) is not None
