"""office owners: whose office a title is by its own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.model import Entity, EntityType, Mention, Position
from graph.offices.holders import Claim
from graph.offices.line import Word

DATELINE = 3  # lines within which a report names its place


@dataclass(frozen=True, slots=True)
class Scene:
    """An article as its lines of words, with its entities."""

    entities: Sequence[Entity]
    lines: Sequence[Sequence[Word]]
    dateline_country: int | None = None

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
        for number in range(line, max(-1, line - lines), -1):
            for word in reversed(self.lines[number]):
                if word.mention and word.span.start < before:
                    yield word.mention


def find_dateline_country(scene: Scene) -> int | None:
    """Read "WELLINGTON, New Zealand (AP) _": the country from which is reported, if it is named there too."""
    for words in scene.lines[:DATELINE]:
        if words and words[0].mention and words[0].text.isupper():
            country = scene.country_of(words[0].mention.entities[0])
            named = [word.mention for line in scene.lines for word in line if word.mention]
            return country if any(m.entities[0] == country for m in named) else None
    return None


def written_owner(scene: Scene, claim: Claim) -> int | None:
    """Find whose office it is by the words of the phrase itself."""
    owners = (claim.owner,) if claim.owner else claim.office.owners
    if not owners:
        return None
    countries = [owner for owner in owners if owner.type is EntityType.COUNTRY]
    owner = countries[0] if claim.office.national and countries else owners[0]
    index = owner.entities[0]
    if owner.type is EntityType.PERSON:
        return scene.country_of(index)
    if owner.type is EntityType.PLACE and claim.office.role in ("foreign minister", "ambassador", "envoy"):
        home = scene.country_of(index)
        return home if home is not None else index
    return None if index == claim.holder.entities[0] else index
