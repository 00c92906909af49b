"""swapped: a passage told of other states, so that acts are learned and not who is known for them."""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate

from graph.events.training.lines import AnnotatedEvent, AnnotatedLine, Characters
from graph.linking.known import Known, read_countries

_MEMBER = "un member"
# States whose names have an article: it goes with the name, and none of them is put in another's place.
_WITH_ARTICLE = re.compile(
    r"United|Kingdom|Republic|Netherlands|Philippines|Gambia|Bahamas|Maldives|Islands|Seychelles"
)
_ARTICLE = "[Tt]he "


def swap(passage: Sequence[AnnotatedLine], shuffle: random.Random) -> list[AnnotatedLine]:
    """Puts another state, its adjective and its capital in the place of each state of a passage."""
    named = {
        _state_of(match[0])[0]: None
        for line in passage
        for text in (line.context, line.text)
        for match in _names().finditer(text)
    }
    others = [state for state in _states() if state not in named and not _WITH_ARTICLE.search(state.name)]
    chosen = dict(zip(named, shuffle.sample(others, min(len(named), len(others))), strict=False))
    return [_told(line, chosen) for line in passage]


@dataclass(frozen=True, slots=True)
class _Rewritten:
    """A text with other names: `old` are the places of those before, `shifts` how far what follows moved."""

    text: str
    old: tuple[Characters, ...]
    shifts: tuple[int, ...]

    def moved(self, characters: Characters) -> Characters:
        """Where a stretch of the text before is now; it is never empty."""
        start, end = map(self._moved_by, characters)
        return start, max(end, start + 1)

    def _moved_by(self, place: int) -> int:
        before = bisect_right(self.old, place, key=lambda stretch: stretch[1])
        return place + (self.shifts[before - 1] if before else 0)


def _told(line: AnnotatedLine, chosen: Mapping[Known, Known]) -> AnnotatedLine:
    new = _rewritten(line.text, chosen)
    return replace(
        line,
        text=new.text,
        context=_rewritten(line.context, chosen).text,
        events=tuple(_moved(event, new) for event in line.events),
    )


def _moved(event: AnnotatedEvent, new: _Rewritten) -> AnnotatedEvent:
    fillers = tuple((slot, new.moved(characters)) for slot, characters in event.fillers)
    return replace(event, trigger=new.moved(event.trigger), fillers=fillers)


def _rewritten(text: str, chosen: Mapping[Known, Known]) -> _Rewritten:
    matches = list(_names().finditer(text))
    words = [_other(match[0], chosen) for match in matches]
    longer = [len(word) - len(match[0]) for word, match in zip(words, matches, strict=True)]
    left = iter(words)
    return _Rewritten(
        text=_names().sub(lambda _: next(left), text),
        old=tuple(match.span() for match in matches),
        shifts=tuple(accumulate(longer)),
    )


def _other(name: str, chosen: Mapping[Known, Known]) -> str:
    """The same form of the state chosen, or the name as it is where that has none."""
    state, form = _state_of(name)
    return _forms(chosen[state]).get(form, name) if state in chosen else name


def _state_of(name: str) -> tuple[Known, str]:
    return _forms_of_all()[re.sub(rf"^{_ARTICLE}", "", name)]


def _forms(state: Known) -> dict[str, str]:
    """How a state, what is of it, its people and its government are called."""
    forms = {"name": state.name}
    if state.capital:
        forms["capital"] = state.capital
    if state.demonyms:
        forms["adjective"] = state.demonyms[0]
        several = f"{state.demonyms[0]}s"
        if several in state.demonyms:
            forms["people"] = several
    return forms


@cache
def _states() -> tuple[Known, ...]:
    return tuple(
        state for state in read_countries() if state.kind == _MEMBER and state.demonyms and state.capital
    )


@cache
def _forms_of_all() -> dict[str, tuple[Known, str]]:
    # What is the name of one state and the capital of another ("Singapore") is the name
    return {word: (state, form) for state in _states() for form, word in reversed(_forms(state).items())}


@cache
def _names() -> re.Pattern[str]:
    forms = [re.escape(form) for form in _forms_of_all()]
    with_article = [f"{_ARTICLE}{form}" for form in forms if _WITH_ARTICLE.search(form)]
    longest_first = sorted([*with_article, *forms], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b")
