"""acronyms: what brackets behind a body's name say that it is called, and where it is called so again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from graph.model import EntityType, Form, Span
from graph.names.candidate import Candidate, Rank
from graph.names.worded import Worded

_INTRODUCED = re.compile(r"\s*\(\s*(?:the\s+)?[\"“]?([A-Z][\w+\-]{1,11})[\"”]?\s*[),;]")
_LONGEST = 3  # words of an acronym: PP-DA
_NAMELESS = frozenset({EntityType.PERSON, EntityType.COUNTRY, EntityType.PLACE})


def introduced_at(text: str, end: int) -> Span | None:
    """Return where the acronym stands that brackets introduce right behind a name's end."""
    found = _INTRODUCED.match(text, end)
    return Span(found.start(1), found.end(1)) if found else None


def introduced_acronyms(candidates: Iterable[Candidate], text: str) -> dict[str, EntityType]:
    """Return the acronyms that an article introduces, with the types of what they stand for."""
    found: dict[str, EntityType] = {}
    for each in candidates:
        span = introduced_at(text, each.span.end) if each.type not in _NAMELESS else None
        acronym = text[span.start : span.end] if span else ""
        if sum(sign.isupper() for sign in acronym) > 1:
            found.setdefault(acronym, each.type)
    return found


def repeated_acronyms(line: Worded, acronyms: Mapping[str, EntityType]) -> Iterator[Candidate]:
    """Yield the places of a line where an introduced acronym stands."""
    if not any(acronym in line.sentence.text for acronym in acronyms):
        return
    for start in range(len(line.words)):
        for end in range(start + 1, min(start + _LONGEST, len(line.words)) + 1):
            kind = acronyms.get(line.quote(line.span(start, end)))
            if kind is not None:
                yield Candidate(line.span(start, end), kind, Form.NAME, Rank.REPEATED_NAME)
