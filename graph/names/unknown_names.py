"""unknown_names: names of several words that nothing else explains, most of them persons'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.linking.gazetteer import Found, Gazetteer
from graph.model import EntityType, Form
from graph.names.body_heads import load_heads
from graph.names.candidate import Candidate, Rank
from graph.names.name_types import is_locative
from graph.names.ordinary import is_ordinary
from graph.names.person_names import (
    is_excellency,
    is_first_name,
    is_no_name,
    is_of_event,
    load_titles,
    name_end,
    person,
)
from graph.names.told import is_of_plan, told_type
from graph.names.worded import Worded


def unknown_names(line: Worded, known: Mapping[int, Found], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield runs of capitalised words that are neither known nor ordinary, and surnames of known people."""
    covered = {index for start, found in known.items() for index in range(start, found.end)}
    yield from _surnames(line, covered, gazetteer)
    yield from _runs(line, covered, _states_and_places(known), gazetteer)
    yield from _told(line, covered, gazetteer)
    yield from _initialled(line, covered)


def _surnames(line: Worded, covered: set[int], gazetteer: Gazetteer) -> Iterator[Candidate]:
    for index, word in enumerate(line.words):
        if (
            index > 0
            and len(word.text) > 3 + line.is_titled
            and _is_telling(line, index, covered)
            and gazetteer.surnamed(word.text)
        ):
            yield person(line, index, index + 1, Rank.UNKNOWN_WORD)


def _initialled(line: Worded, covered: set[int]) -> Iterator[Candidate]:
    """Yield surnames behind initials: A. Paz, J. P. Otieno."""
    for index, word in enumerate(line.words):
        start = _first_initial(line, index)
        if start < index and len(word.text) > 2 and _is_telling(line, index, covered):
            yield person(line, start, name_end(line, index), Rank.GUESSED_PERSON)


def _first_initial(line: Worded, index: int) -> int:
    """Return where the initials before a word begin: at the word where they belong to a name before them."""
    start = index
    while start > 0 and line.between(start - 1).startswith(".") and len(line.words[start - 1].text) == 1:
        if is_excellency(line, start - 1):
            break
        start -= 1
    is_whole = start == 0 or not line.words[start - 1].capital
    return start if is_whole and line.words[start].capital else index


def _states_and_places(known: Mapping[int, Found]) -> set[int]:
    """Return where the known names of states and places end."""
    kinds = {EntityType.COUNTRY, EntityType.PLACE}
    names = ((found.end, found.names[0]) for found in known.values())
    return {end for end, first in names if first.known.type in kinds and not first.is_demonym}


def _runs(line: Worded, covered: set[int], ends: set[int], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield the runs; one right behind a place, at the `ends` of those known, is in none itself."""
    if line.is_titled or line.is_loud:
        return
    index = 0
    while index < len(line.words):
        end = _end(line, index, covered, gazetteer)
        is_other = is_of_event(line, index) or is_of_plan(line, end)
        if end - index > 1 and _is_enough(line, index, end) and not is_other:
            # "The commander in Europe Marek Velkanov"
            is_behind = index in ends and line.joined(index - 1)
            place = is_locative(line, index, end) and not is_behind
            kind = EntityType.PLACE if place else EntityType.PERSON
            yield Candidate(line.span(index, end), kind, Form.NAME, Rank.UNKNOWN_NAME)
        index = max(end, index + 1)


def _told(line: Worded, covered: set[int], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield the names of which their sentence says what they are: Sonavo, a mining firm."""
    index = 0
    while index < len(line.words) and not line.is_titled and not line.is_loud:
        end = _end(line, index, covered, gazetteer)
        kind = told_type(line, index, end) if end > index and not _goes_on(line, end) else None
        if kind is not None and not gazetteer.is_given_name(line.words[index].folded):
            yield Candidate(line.span(index, end), kind, Form.NAME, Rank.TOLD_NAME)
        index = max(end, index + 1)


def _goes_on(line: Worded, end: int) -> bool:
    return end < len(line.words) and line.words[end].capital and line.joined(end - 1)


def _end(line: Worded, start: int, covered: set[int], gazetteer: Gazetteer) -> int:
    is_given = start not in covered and gazetteer.is_given_name(line.words[start].folded)
    if not _is_telling(line, start, covered) and not (is_given and _is_telling(line, start + 1, covered)):
        return start
    end = name_end(line, start)
    for index in range(start + 1, end):
        word = line.words[index]
        if index in covered or (
            word.capital and len(word.text) > 2 and not _is_telling(line, index, covered)
        ):
            return index
    return end


def _is_telling(line: Worded, index: int, covered: set[int]) -> bool:
    if index >= len(line.words):
        return False
    word, titles = line.words[index], load_titles()
    if index in covered or not word.capital or not word.text[0].isalpha():
        return False
    if is_first_name(line, index):
        return True
    if titles.is_title(word) or is_no_name(line, index) or is_ordinary(word.folded):
        return False
    heads = load_heads()
    return (word.folded,) not in heads.types and word.folded not in heads.nothing


def _is_enough(line: Worded, start: int, end: int) -> bool:
    words = line.words[start:end]
    long = [word for word in words if len(word.text) > 1]
    is_apart = any(" " in line.between(index) for index in range(start, end - 1))
    return len(long) > 1 and is_apart and not all(word.text.isupper() for word in words)
