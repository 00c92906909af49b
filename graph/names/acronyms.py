"""acronyms: what brackets behind a body's name say that it is called, and where it is called so again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from graph.model import EntityType, Form, Span
from graph.names.body_heads import PAPERS, load_heads
from graph.names.candidate import Candidate, Rank
from graph.names.worded import Worded
from graph.names.words import fold

_INTRODUCED = re.compile(r"\s*\(\s*(?:the\s+)?[\"“]?([A-Z][\w+\-]{1,11})[\"”]?\s*[),;]")
_BRACKETED = re.compile(r"(?<![\w-])([\w-]+)\s*\(\s*([A-Z][A-Za-z]{1,6})\s*\)")
_LONGEST = 3  # words of an acronym: PP-DA
_NAMELESS = frozenset({EntityType.PERSON, EntityType.COUNTRY, EntityType.PLACE})


def introduced_at(text: str, end: int) -> Span | None:
    """Return where the acronym stands that brackets introduce right behind a name's end."""
    found = _INTRODUCED.match(text, end)
    return Span(found.start(1), found.end(1)) if found else None


def acronyms_of_things(text: str) -> frozenset[str]:
    """Return the acronyms that brackets give to what is no body: unmanned vehicles (UVs), the Plan (TP).

    States may leave a treaty as they leave a body.
    """
    heads = load_heads()
    bodies = {key[-1] for kinds in (heads.types, heads.small, heads.behind) for key in kinds}
    found = ((fold(match[1]), match[1].islower(), match[2]) for match in _BRACKETED.finditer(text))
    return frozenset(
        acronym
        for word, is_small, acronym in found
        if sum(sign.isupper() for sign in acronym) > 1
        if word in heads.nothing - PAPERS or (is_small and word not in bodies)
    )


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
