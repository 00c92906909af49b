"""persons: the names of people in a line, as those of who may hold a title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.model import EntityType, Form, Mention
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.phrases import Phrase

JOINTS = frozenset({",", "and", "&"})


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


def each_with_state(words: Sequence[Word], index: int) -> Iterator[tuple[Mention, Mention]]:
    """Read "X of Peru and Y of Kenya": names each with a state behind it."""
    while index < len(words):
        index = past_honorifics(words, index)
        name, state = person_at(words, index), state_behind(words, index + 1)
        if name is None or state is None:
            return
        yield name, state
        while index < len(words) and words[index].mention != state:
            index += 1
        index += 1
        while index < len(words) and words[index].lower in JOINTS:
            index += 1


def state_behind(words: Sequence[Word], index: int) -> Mention | None:
    """Read "of Peru" and "of the Gambia" behind a name."""
    if index + 1 >= len(words) or words[index].lower != "of":
        return None
    at = index + 1 + (words[index + 1].lower == "the")
    state = words[at].mention if at < len(words) else None
    return state if state is not None and state.type is EntityType.COUNTRY else None
