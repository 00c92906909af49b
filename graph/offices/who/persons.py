"""persons: the names of people in a line, as those of who may hold a title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.model import EntityType, Form, Mention
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Person:
    """The name at a place of a line; `owner` is written beside it: "(Russia)", "X of Uzbekistan"."""

    place: int
    name: Mention
    owner: Mention | None = None


def person_at(words: Sequence[Word], index: int) -> Mention | None:
    """Give the person named by a word, if it names one."""
    mention = words[index].mention if 0 <= index < len(words) else None
    return mention if mention and mention.type is EntityType.PERSON and mention.form is Form.NAME else None


def past_honorifics(words: Sequence[Word], index: int) -> int:
    """Give the place of what stands behind the forms of address at a place of a line: "Mr", "H.E. Dr"."""
    while index < len(words) - 1 and words[index].lower in load_nouns().honorifics:
        index += 1
    return index


def pair_owners(office: Phrase, people: list[Person]) -> list[Person]:
    """Pair "the presidents of Russia and Uzbekistan" with as many names; of fewer or more none is certain."""
    owners = sorted(office.owners, key=lambda owner: owner.span)
    if not office.plural or len(owners) < 2:
        return people
    if len(owners) != len(people):
        return []
    return [replace(person, owner=owner) for person, owner in zip(people, owners, strict=True)]
