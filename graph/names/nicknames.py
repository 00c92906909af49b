"""nicknames: names of persons with a nickname in quotation marks: Ana “Nita” Paz."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graph.linking.gazetteer import Found, Gazetteer
from graph.model import EntityType, Span
from graph.names.candidate import Candidate, Rank
from graph.names.ordinary import is_ordinary
from graph.names.person_names import is_no_name, load_titles, name_end, person
from graph.names.worded import Worded

# Single marks are no words of a line, the others are; both have a blank on their outer side.
_OPENS, _CLOSES = re.compile(r" [\"“‘'(]"), re.compile(r"[\"“”’')] ")
_LONGEST = 2  # words of a nickname, and of what stands before it


def nicknamed_persons(line: Worded, known: Mapping[int, Found], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield the names with a nickname in them; `known` has the known names by the word that they begin at."""
    if not _OPENS.search(line.sentence.text):
        return
    for first in range(1, len(line.words) - 1):
        last, family = _word_before(line, first), _word_behind(line, first)
        if last is None or family is None or _is_of_body(line, first, known):
            continue
        given, end = _given(line, last, known, gazetteer), name_end(line, family)
        if given <= last and end > family:
            yield person(line, given, end, Rank.KNOWN_PERSON)


def _is_of_body(line: Worded, index: int, known: Mapping[int, Found]) -> bool:
    """Tell whether a bracket opens before a body's acronym: Coastal Trade Council (CTC) Ana Paz."""
    word, found = line.words[index].text, known.get(index)
    is_body = found is not None and found.names[0].known.type is not EntityType.PERSON
    return line.words[index - 1].text == "(" and (is_body or (len(word) > 1 and word.isupper()))


def _word_before(line: Worded, first: int) -> int | None:
    """Return the word before the mark that opens a nickname."""
    beside = (index for index in (first - 1, first - 2) if index >= 0)
    return next((index for index in beside if _is_parted(line, index, first, _OPENS)), None)


def _word_behind(line: Worded, first: int) -> int | None:
    """Return the word behind the mark that closes a nickname."""
    for last in range(first, min(first + _LONGEST, len(line.words) - 1)):
        if not line.words[last].capital:
            return None
        for index in range(last + 1, min(last + 3, len(line.words))):
            if _is_parted(line, last, index, _CLOSES):
                return index
    return None


def _is_parted(line: Worded, left: int, right: int, marks: re.Pattern[str]) -> bool:
    """Tell whether nothing but such a mark stands between two words."""
    return (
        marks.fullmatch(line.quote(Span(line.words[left].span.end, line.words[right].span.start))) is not None
    )


def _given(line: Worded, last: int, known: Mapping[int, Found], gazetteer: Gazetteer) -> int:
    """Return where the given names that end with a word begin: behind it where there are none."""
    start = last + 1
    while start > 0 and last + 1 - start < _LONGEST and (start > last or line.between(start - 1) == " "):
        if start - 1 in known or not _is_given(line, start - 1, gazetteer):
            break
        start -= 1
    return start


def _is_given(line: Worded, index: int, gazetteer: Gazetteer) -> bool:
    word = line.words[index]
    if not word.capital or load_titles().is_title(word) or is_no_name(line, index):
        return False
    return gazetteer.is_given_name(word.folded) or not is_ordinary(word.folded)
