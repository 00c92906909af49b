"""scene: what the rules may look at besides a draft: the article's sentences, entities and offices."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.model import Entity, EntityType, Mention, Position, Sentence

STATES = frozenset({EntityType.COUNTRY})
OFFICIAL = STATES | {EntityType.GOVERNMENT_BODY}


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules may look at besides the draft."""

    sentences: Sequence[Sentence]
    entities: Sequence[Entity]
    positions: Sequence[Position]
    mentions: Sequence[Mention] = ()
    # Looked up for each filler of each draft, so that an article's length counts once
    _held: Mapping[int, tuple[Position, ...]] = field(init=False, repr=False)
    _states: Mapping[str, tuple[int, ...]] = field(init=False, repr=False)
    _ordered: Sequence[Mention] = field(init=False, repr=False)
    _namings: Counter[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        held: dict[int, tuple[Position, ...]] = {}
        for position in self.positions:
            held[position.holder] = (*held.get(position.holder, ()), position)
        states: dict[str, tuple[int, ...]] = {}
        for number, entity in enumerate(self.entities):
            if entity.type in STATES and entity.country is not None:
                states[entity.country] = (*states.get(entity.country, ()), number)
        object.__setattr__(self, "_held", held)
        object.__setattr__(self, "_states", states)
        object.__setattr__(self, "_ordered", sorted(self.mentions, key=_start))
        named = (each for mention in self.mentions for each in mention.entities)
        object.__setattr__(
            self, "_namings", Counter(each for each in named if self.entities[each].type in STATES)
        )

    def mentions_in(self, sentence: int) -> Iterator[Mention]:
        """The mentions that begin in a sentence."""
        span = self.sentences[sentence].span
        first, end = (bisect_left(self._ordered, place, key=_start) for place in (span.start, span.end))
        return iter(self._ordered[first:end])

    def states_by_namings(self) -> list[tuple[int, int]]:
        """The states of which the article speaks, with how often it does, most first."""
        return self._namings.most_common()

    def is_person(self, entity: int) -> bool:
        """Whether the entity is a person."""
        return self.entities[entity].type is EntityType.PERSON

    def positions_of(self, person: int) -> tuple[Position, ...]:
        """The offices that the article says a person holds."""
        return self._held.get(person, ())

    def served_by(self, person: int) -> tuple[int, ...]:
        """The states and bodies in which the article says that a person holds an office."""
        return tuple(position.of for position in self.positions_of(person))

    def states_served_by(self, persons: Iterable[int]) -> frozenset[int]:
        """The states in whose service, or in that of whose bodies, the article says that persons are."""
        served = (body for person in persons for body in self.served_by(person))
        return frozenset(state for body in served for state in self.states_of(body))

    def countries_of(self, entities: Iterable[int]) -> frozenset[str]:
        """The countries on whose side entities are, or persons among them serve."""
        given = tuple(entities)
        sides = {*given, *self.states_served_by(filter(self.is_person, given))}
        return frozenset(country for each in sides if (country := self.entities[each].country) is not None)

    def states_of_bodies(self, entities: Iterable[int]) -> frozenset[int]:
        """The states whose ministries, embassies and other bodies of government are among entities."""
        bodies = (each for each in entities if self.entities[each].type is EntityType.GOVERNMENT_BODY)
        return frozenset(state for body in bodies for state in self.states_of(body))

    def bodies_of(self, person: int, sentence: int) -> tuple[int, ...]:
        """Whom a person acts for: what this sentence, else the article, says he heads, else his country."""
        span = self.sentences[sentence].span
        held = self.positions_of(person)
        here = [
            position.of
            for position in held
            if any(span.start <= evidence.start < span.end for evidence in position.evidence)
        ]
        elsewhere = [position.of for position in held]
        return tuple((here or elsewhere or list(self.states_of(person)))[:1])

    def states_of(self, entity: int) -> tuple[int, ...]:
        """The state that an entity belongs to, where the article names it: itself, if it is one."""
        country = self.entities[entity].country
        return self._states.get(country, ()) if country is not None else ()


def _start(mention: Mention) -> int:
    return mention.span.start
