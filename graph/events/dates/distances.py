"""distances: "ten days after B visited C" dates one event of a sentence by the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from graph.events.dates.expressions import resolve
from graph.events.dates.partial import moved, span
from graph.events.dates.when import Dates
from graph.events.dates.words import NUMBERS, number
from graph.events.model.predict import Trigger
from graph.events.syntax.coordination import root_at, root_of
from graph.events.syntax.governors import verb_of
from graph.events.triggers.statuses import AHEAD
from graph.model import DateRange, Sentence, Status

# "More than a year after" is no certain distance; "hours after" is the same day.
_DISTANCE = re.compile(
    r"(?<!more than )(?<!less than )(?<!almost )(?<!nearly )(?<!about )(?<!around )(?<!over )(?<![\w-])"
    rf"(?:(?P<n>the|\d{{1,3}}|{'|'.join(NUMBERS)}) (?P<unit>day|week|month|year)s?|hours) "
    r"(?P<which>after|before)\b(?! yesterday)",
    re.IGNORECASE,
)
_INSIDE = frozenset({"pcomp", "pobj"})
# What stands in a clause below those told before and after each other may be of any time.
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "relcl"})


@dataclass(frozen=True, slots=True)
class _Distance:
    """How long after (below zero: before) what the word `inner` tells lies what the verb `outer` tells."""

    outer: Token
    inner: Token
    step: int
    unit: str

    def is_inside(self, word: Token | None) -> bool | None:
        """Whether a word hangs on the inner word, with no clause between them; None if on neither."""
        while word is not None and word.i not in {self.inner.i, self.outer.i}:
            if word.dep_ in _CLAUSES or word.head.i == word.i:
                return None
            word = word.head
        return None if word is None else word.i == self.inner.i


def count_off(
    triggers: Sequence[Trigger],
    statuses: Sequence[Status],
    dated: Sequence[DateRange | None],
    sentence: Sentence,
    dates: Dates,
) -> tuple[DateRange | None, ...]:
    """Gives what a sentence tells by its distance from something dated the date that follows from it."""
    distance = _find(sentence)
    if distance is None:
        return tuple(dated)
    sides = [distance.is_inside(root_of(sentence, each.span)) for each in triggers]
    days = {
        side: _day(side, distance, sentence, dates, future=_are_ahead(side, sides, statuses))
        for side in (True, False)
    }
    return tuple(
        when
        if side is None or days[side] is not None or days[not side] is None
        else _moved(days[not side], distance.step * (-1 if side else 1), distance.unit)
        for side, when in zip(sides, dated, strict=True)
    )


def _find(sentence: Sentence) -> _Distance | None:
    found = _DISTANCE.search(sentence.text)
    mark = root_at(sentence, *found.span("which")) if found is not None else None
    if found is None or mark is None:
        return None
    below = next((child for child in mark.children if child.dep_ in _INSIDE), None)
    inner, above = (mark.head, mark.head.head) if mark.dep_ == "mark" else (below, mark.head)
    outer = verb_of(above) if inner is None or above.i != inner.i else _told_before(inner)
    if inner is None or outer is None:
        return None
    step = number(found["n"].lower().replace("the", "a")) if found["n"] else 0
    is_after = found["which"].lower() == "after"
    return _Distance(outer, inner, step if is_after else -step, (found["unit"] or "day").lower())


def _told_before(verb: Token) -> Token | None:
    """What the parse takes for the content of what follows: "Kenya protested, a day after Peru won"."""
    return next((child for child in verb.lefts if child.dep_ == "ccomp"), None)


def _are_ahead(side: bool, sides: Sequence[bool | None], statuses: Sequence[Status]) -> bool:
    return any(each is side and status in AHEAD for each, status in zip(sides, statuses, strict=True))


def _day(
    side: bool, distance: _Distance, sentence: Sentence, dates: Dates, *, future: bool
) -> DateRange | None:
    """The only date that stands on one side."""
    days = {
        resolve(each.text, published=dates.published, future=future, anchor=each.anchor)
        for each in dates.expressions
        if distance.is_inside(root_at(sentence, each.start, each.end)) is side
    }
    return days.pop() if len(days) == 1 else None


def _moved(day: DateRange | None, step: int, unit: str) -> DateRange | None:
    return span(moved(day.start, step, unit)) if day is not None and day.end is None else None
