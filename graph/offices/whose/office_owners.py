"""office owners: whose office a title is by its own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.model import Entity, EntityType, Mention, Position
from graph.offices.line import Word
from graph.offices.phrases import Phrase
from graph.offices.who.claims import Claim

DATELINE = 3  # lines within which a report names its place
DATED = 10  # words of a dateline
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
DASHES = frozenset({"\u2013", "\u2014", "-", "--"})


@dataclass(frozen=True, slots=True)
class Scene:
    """An article as its lines of words, with its entities.

    `paragraphs` has for each line the number of its paragraph, `datelines` the country from which its story
    is reported, `home` is the state whose own officers the article names without it, `domestic` the one
    whose ministers it may name so.
    """

    entities: Sequence[Entity]
    lines: Sequence[Sequence[Word]]
    paragraphs: Sequence[int]
    datelines: Sequence[int | None] = ()
    home: int | None = None
    domestic: int | None = None

    def opens_paragraph(self, line: int) -> bool:
        """Tell whether a line is the first of its paragraph."""
        return line == 0 or self.paragraphs[line] != self.paragraphs[line - 1]

    def country_of(self, index: int) -> int | None:
        """Find the country entity to which an entity belongs."""
        entity = self.entities[index]
        if entity.type is EntityType.COUNTRY:
            return index
        if entity.country is None:
            return None
        found = (
            place
            for place, other in enumerate(self.entities)
            if other.type is EntityType.COUNTRY and other.country == entity.country
        )
        return next(found, None)

    def home_of(self, person: int, positions: Iterable[Position]) -> int | None:
        """Find the country of a person, or the one that he serves."""
        served = (
            p.of for p in positions if p.holder == person and self.entities[p.of].type is EntityType.COUNTRY
        )
        home = self.country_of(person)
        return home if home is not None else next(served, None)

    def mentions_back(self, line: int, before: int, *, lines: int = 1) -> Iterator[Mention]:
        """Give the mentions before a character, the nearest first, from a line and some before it."""
        return (mention for _, _, mention in self.places_back(line, before, lines=lines))

    def places_back(
        self, line: int, before: int, *, lines: int
    ) -> Iterator[tuple[Sequence[Word], int, Mention]]:
        """Give the same mentions, each with the words of its line and its place among them."""
        for number in range(line, max(-1, line - lines), -1):
            words = self.lines[number]
            for index in range(len(words) - 1, -1, -1):
                mention = words[index].mention
                if mention and words[index].span.start < before:
                    yield words, index, mention


def find_datelines(scene: Scene) -> tuple[int | None, ...]:
    """For each line the country of the dateline before: "WELLINGTON (AP) _", "Apia, 31 May 2012"."""
    found: list[int | None] = []
    country = None
    for number, words in enumerate(scene.lines):
        place = words[0].mention if words else None
        if place is not None and _is_dateline(words, opens=number < DATELINE):
            country = scene.country_of(place.entities[0])
        found.append(country)
    return tuple(found)


def _is_dateline(words: Sequence[Word], *, opens: bool) -> bool:
    """Tell whether a line begins with, or is, the place and day of a report."""
    dashes = [index for index, word in enumerate(words[:DATED]) if word.text in DASHES]
    if words[0].text.isupper():
        return opens or bool(dashes)
    head = words[: dashes[0]] if dashes else words
    is_dated = len(head) > 1 and head[1].text == "," and any(map(_is_of_date, head))
    is_place = words[0].mention is not None and words[0].mention.type is EntityType.PLACE
    return is_place and is_dated and len(head) < DATED


def _is_of_date(word: Word) -> bool:
    return word.text.isdigit() or word.lower in WEEKDAYS


def written_owner(scene: Scene, claim: Claim) -> int | None:
    """Find whose office it is by the words of the phrase itself, or beside the name."""
    owners = (claim.owner,) if claim.owner else claim.office.owners
    # Whom somebody serves who serves a person is known when all others are
    if any(owner.type is EntityType.PERSON for owner in owners):
        return None
    index = office_owner(scene, claim.office, owners)
    return None if index == claim.holder.entities[0] else index


def office_owner(scene: Scene, office: Phrase, owners: Sequence[Mention] | None = None) -> int | None:
    """Find whose an office is by the names that say so, its own if no others are given."""
    owners = office.owners if owners is None else owners
    if not owners:
        return None
    countries = [owner for owner in owners if owner.type is EntityType.COUNTRY]
    owner = countries[0] if office.national and countries else owners[0]
    index = owner.entities[0]
    if owner.type is EntityType.PERSON:
        return scene.country_of(index)
    if owner.type is EntityType.PLACE and office.role in ("foreign minister", "ambassador", "envoy"):
        home = scene.country_of(index)
        return home if home is not None else index
    return index
