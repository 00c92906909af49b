"""story: where an article speaks of whom and what it tells of them, in the order of its text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.events.draft import Draft
from graph.events.roles.attacked import is_attacked
from graph.events.scene import Scene
from graph.model import EntityType, Mention
from graph.within import mentions_within

# Sentences over which a reader has in mind who was spoken of, and over which he waits to be told.
BACK, AHEAD = 12, 3
# So many of each kind of entity are in mind throughout: those most spoken of.
MAIN = 3

KINDS = {
    EntityType.PERSON: "person",
    EntityType.COUNTRY: "state",
    EntityType.INTERNATIONAL_ORGANIZATION: "union",
    EntityType.GOVERNMENT_BODY: "office",
    EntityType.PLACE: "place",
}


@dataclass(frozen=True, slots=True)
class Place:
    """One place where an entity is spoken of: its sentence's number and its first character."""

    sentence: int
    start: int


@dataclass(frozen=True, slots=True)
class Story:
    """An article's drafts in the order of the text, its mentions by sentence, and its entities' places.

    `rank` says how many of its kind are spoken of more often than an entity, `main` who is spoken of most.
    """

    scene: Scene
    drafts: Sequence[Draft]
    mentions: Sequence[Sequence[Mention]]
    places: Sequence[tuple[Place, int]]
    of_entity: Mapping[int, Sequence[Place]]
    rank: Mapping[int, int]
    main: tuple[int, ...]
    attacked: frozenset[int]

    def kind(self, entity: int) -> str:
        """What kind of actor an entity is."""
        return KINDS.get(self.scene.entities[entity].type, "body")

    def country(self, entity: int) -> str | None:
        """The country that an entity is of."""
        return self.scene.entities[entity].country

    def countries(self, entities: Iterable[int]) -> frozenset[str]:
        """The countries that some entities are of."""
        return frozenset(country for each in entities if (country := self.country(each)) is not None)

    def before(self, draft: Draft) -> tuple[int, ...]:
        """The entities spoken of before a draft's trigger, in reach, the latest first."""
        end = bisect_left(self.places, draft.trigger.start, key=lambda place: place[0].start)
        first = bisect_left(self.places, draft.sentence - BACK, key=lambda place: place[0].sentence)
        return tuple(dict.fromkeys(entity for _, entity in reversed(self.places[first:end])))

    def after(self, draft: Draft) -> tuple[int, ...]:
        """The entities spoken of after a draft's trigger, in reach, the next first."""
        first = bisect_left(self.places, draft.trigger.start, key=lambda place: place[0].start)
        end = bisect_right(self.places, draft.sentence + AHEAD, key=lambda place: place[0].sentence)
        return tuple(dict.fromkeys(entity for _, entity in self.places[first:end]))

    def told_in(self, sentence: int) -> Iterator[Draft]:
        """The events that a sentence tells."""
        first = bisect_left(self.drafts, sentence, key=lambda draft: draft.sentence)
        end = bisect_right(self.drafts, sentence, key=lambda draft: draft.sentence)
        return (self.drafts[number] for number in range(first, end))

    def told_before(self, draft: Draft) -> Iterator[Draft]:
        """The events told before a draft, the latest first."""
        end = bisect_left(self.drafts, _order(draft), key=_order)
        return (self.drafts[number] for number in range(end - 1, -1, -1))

    def told_after(self, draft: Draft) -> Iterator[Draft]:
        """The events told after a draft."""
        first = bisect_right(self.drafts, _order(draft), key=_order)
        return (self.drafts[number] for number in range(first, len(self.drafts)))


def read_story(drafts: Sequence[Draft], scene: Scene) -> Story:
    """Reads who is spoken of where."""
    starts = [sentence.span.start for sentence in scene.sentences]
    places = sorted(
        (
            (Place(bisect_right(starts, mention.span.start) - 1, mention.span.start), entity)
            for mention in scene.mentions
            for entity in mention.entities
        ),
        key=lambda place: (place[0].start, place[1]),
    )
    of_entity: dict[int, list[Place]] = {}
    for place, entity in places:
        of_entity.setdefault(entity, []).append(place)
    inside = mentions_within(scene.sentences, scene.mentions)
    ranks = _ranks(of_entity, scene)
    return Story(
        scene=scene,
        drafts=sorted((draft for draft in drafts if draft.type != "Statement"), key=_order),
        mentions=inside,
        places=places,
        of_entity=of_entity,
        rank=ranks,
        main=tuple(entity for entity, rank in ranks.items() if rank < MAIN),
        attacked=frozenset(
            entity
            for sentence, mentions in zip(scene.sentences, inside, strict=True)
            for mention in mentions
            if is_attacked(sentence, mention)
            for entity in mention.entities
        ),
    )


def _ranks(of_entity: Mapping[int, Sequence[Place]], scene: Scene) -> dict[int, int]:
    """How many entities of its kind are spoken of more often than an entity."""
    seen: Counter[str] = Counter()
    ranks: dict[int, int] = {}
    for entity in sorted(of_entity, key=lambda each: (-len(of_entity[each]), of_entity[each][0].start, each)):
        kind = KINDS.get(scene.entities[entity].type, "body")
        ranks[entity] = seen[kind]
        seen[kind] += 1
    return ranks


def _order(draft: Draft) -> tuple[int, int, int]:
    return draft.sentence, draft.trigger.start, draft.trigger.end
