"""nicknames: names of persons with a nickname in quotation marks: Ana “Nita” Paz."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.linking.gazetteer import Found, Gazetteer
from graph.names.candidate import Candidate, Rank
from graph.names.ordinary import is_ordinary
from graph.names.person_names import is_no_name, load_titles, name_end, person
from graph.names.worded import Worded

_OPENS, _CLOSES = frozenset("\"“‘'("), frozenset("\"”’')")
_LONGEST = 2  # words of a nickname, and of what stands before it


def nicknamed_persons(line: Worded, known: Mapping[int, Found], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield the names with a nickname in them; `known` has the known names by the word that they begin at."""
    for mark in range(1, len(line.words) - 3):
        if line.words[mark].text not in _OPENS or line.between(mark - 1) != " " or line.between(mark):
            continue
        family, given = _behind(line, mark), _before(line, mark, known, gazetteer)
        end = name_end(line, family) if family else 0
        if given < mark and end > family:
            yield person(line, given, end, Rank.KNOWN_PERSON)


def _behind(line: Worded, mark: int) -> int:
    """Return the word after the nickname that a mark opens; 0 where it opens none."""
    for last in range(mark + 1, min(mark + 1 + _LONGEST, len(line.words) - 2)):
        if not line.words[last].capital:
            return 0
        if line.words[last + 1].text in _CLOSES:
            return last + 2 if not line.between(last) and line.between(last + 1) == " " else 0
    return 0


def _before(line: Worded, mark: int, known: Mapping[int, Found], gazetteer: Gazetteer) -> int:
    """Return where the given names before a mark begin: at the mark where there are none."""
    start = mark
    while start > 0 and mark - start < _LONGEST and line.between(start - 1) == " ":
        if start - 1 in known or not _is_given(line, start - 1, gazetteer):
            break
        start -= 1
    return start


def _is_given(line: Worded, index: int, gazetteer: Gazetteer) -> bool:
    word = line.words[index]
    if not word.capital or load_titles().is_title(word) or is_no_name(line, index):
        return False
    return gazetteer.is_given_name(word.folded) or not is_ordinary(word.folded)
