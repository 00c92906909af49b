"""loud_names: names in capitals that open lines of minutes: "ANA PAZ (Peru) said", "ANA PAZ, Minister"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.linking.gazetteer import Found
from graph.model import EntityType
from graph.names.body_heads import load_heads
from graph.names.candidate import Candidate, Rank
from graph.names.person_names import load_titles, person
from graph.names.worded import Worded

LONGEST = 6  # words of a name
BEFORE_TITLE = 4  # words from the comma to the noun of a title: ", Permanent Deputy Minister"


def loud_names(line: Worded, known: Mapping[int, Found]) -> Iterator[Candidate]:
    """Yield the name with which a line opens, if it is loud and a state or a title stands behind it."""
    end = _end(line)
    if line.is_loud or not 2 <= end <= LONGEST or 0 in known or end >= len(line.words):
        return
    if any((word.folded,) in load_heads().types for word in line.words[:end]):
        return
    if _has_state_behind(line, end, known) or _has_title_behind(line, end):
        yield person(line, 0, end, Rank.TITLED_PERSON)


def _end(line: Worded) -> int:
    """Return how many words in capitals a line opens with."""
    for index, word in enumerate(line.words):
        is_gap = index > 0 and not line.joined(index - 1) and "." not in line.between(index - 1)
        if is_gap or not (word.text.isupper() and word.text[0].isalpha()):
            return index
    return len(line.words)


def _has_state_behind(line: Worded, end: int, known: Mapping[int, Found]) -> bool:
    at = end + 1
    found = known.get(at)
    is_state = found is not None and found.names[0].known.type is EntityType.COUNTRY
    return line.words[end].text == "(" and is_state


def _has_title_behind(line: Worded, end: int) -> bool:
    if line.words[end].text != ",":
        return False
    titles = load_titles()
    behind = line.words[end + 1 : end + 1 + BEFORE_TITLE]
    return any(word.capital and word.folded in titles.heads for word in behind)
