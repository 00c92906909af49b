"""The states and people whom a sentence names, and where it tells an event."""

from __future__ import annotations

import re

from graph.model import EntityType, Form, Mention, Span

STATES = ("Chile", "Peru", "Kenya")
PEOPLE = ("Nadira Ostavik", "Marek Velkanov", "Ilmar Castellor")


def trigger_in(text: str, word: str) -> Span:
    start = text.index(word)
    return Span(start, start + len(word))


def states_in(text: str) -> list[Mention]:
    return _named(STATES, EntityType.COUNTRY, text)


def people_in(text: str) -> list[Mention]:
    return _named(PEOPLE, EntityType.PERSON, text)


def _named(names: tuple[str, ...], kind: EntityType, text: str) -> list[Mention]:
    return [
        Mention(Span(*match.span()), match[0], kind, Form.NAME, (names.index(match[0]),))
        for match in re.finditer("|".join(names), text)
    ]
