"""link: a Mention becomes an Entity, with a Wikidata identifier where one is certain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.gazetteer import Gazetteer
from graph.known import Known
from graph.model import Article, Entity, EntityType, Mention, Sentence
from graph.words import fold_name

ACRONYM = re.compile(r"\s*\(\s*(?:the\s+)?[\"“]?([A-Z][\w+\-]{1,11})[\"”]?\s*[),;]")


@dataclass(slots=True)
class Cluster:
    """The mentions of one entity, while they are gathered."""

    type: EntityType
    key: tuple[str, ...]
    known: Known | None = None
    names: list[str] = field(default_factory=list)
    why: str = ""


def link(
    article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention], gazetteer: Gazetteer
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Return the entities that an article names, and its mentions with the entity that each refers to."""
    linker = Linker(article, gazetteer)
    order = sorted(range(len(mentions)), key=lambda index: (-len(fold_name(mentions[index].text)), index))
    chosen: dict[int, Cluster] = {}
    for index in order:
        chosen[index] = linker.cluster_of(mentions[index])
    numbers: dict[int, int] = {}
    entities: list[Entity] = []
    linked: list[Mention] = []
    for index, mention in enumerate(mentions):
        cluster = chosen[index]
        cluster.names.append(mention.text)
        if id(cluster) not in numbers:
            numbers[id(cluster)] = len(numbers)
        linked.append(replace(mention, entities=(numbers[id(cluster)],)))
    by_number = {numbers[id(cluster)]: cluster for cluster in chosen.values()}
    entities = [_entity(by_number[number]) for number in sorted(by_number)]
    return tuple(entities), tuple(linked)


class Linker:
    """The clusters of one article."""

    def __init__(self, article: Article, gazetteer: Gazetteer) -> None:
        self.article = article
        self.gazetteer = gazetteer
        self.clusters: list[Cluster] = []
        self.acronyms: dict[str, Cluster] = {}

    def cluster_of(self, mention: Mention) -> Cluster:
        """Return the cluster that a mention joins, a new one if there is none."""
        key = fold_name(mention.text)
        if mention.type is EntityType.PERSON:
            return self._person(mention, key)
        known = self._known(mention)
        kind = known.type if known else mention.type or EntityType.ORGANIZATION
        if known is None and mention.text in self.acronyms:
            return self.acronyms[mention.text]
        cluster = self._find(kind, known, key)
        found = ACRONYM.match(self.article.text, mention.span.end)
        if found and known is None or found and kind is not EntityType.PLACE:
            self.acronyms.setdefault(found[1], cluster)
        return cluster

    def _known(self, mention: Mention) -> Known | None:
        if mention.type is EntityType.COUNTRY:
            named = [
                known for known in self.gazetteer.named(mention.text) if known.type is EntityType.COUNTRY
            ]
            return (named or [*self.gazetteer.capital_of(mention.text), None])[0]
        named = [known for known in self.gazetteer.named(mention.text) if known.type is not EntityType.PERSON]
        same = [
            known for known in named if (known.type is EntityType.PLACE) == (mention.type is EntityType.PLACE)
        ]
        return (same or [None])[0]

    def _find(self, kind: EntityType, known: Known | None, key: tuple[str, ...]) -> Cluster:
        for cluster in self.clusters:
            if (known is not None and cluster.known is known) or (
                known is None
                and cluster.known is None
                and cluster.key == key
                and cluster.type is not EntityType.PERSON
            ):
                return cluster
        cluster = Cluster(kind, key, known, why=f"known as {known.name}" if known else "named in the text")
        self.clusters.append(cluster)
        return cluster

    def _person(self, mention: Mention, key: tuple[str, ...]) -> Cluster:
        for cluster in self.clusters:
            if cluster.type is EntityType.PERSON and _same_person(cluster.key, key):
                return cluster
        people = [known for known in self.gazetteer.named(mention.text) if known.type is EntityType.PERSON]
        known = people[0] if len(people) == 1 and len(key) > 1 else None
        cluster = Cluster(EntityType.PERSON, key, known, why="full name" if known else "named in the text")
        self.clusters.append(cluster)
        return cluster


def _same_person(full: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if full == name:
        return True
    if len(name) == 1:
        return name[0] in full
    return set(name) <= set(full) and name[-1] == full[-1]


def _entity(cluster: Cluster) -> Entity:
    names = list(dict.fromkeys(cluster.names))
    known = cluster.known
    best = known.name if known and cluster.type is EntityType.COUNTRY else max(names, key=len)
    return Entity(
        name=best,
        type=cluster.type,
        qid=known.qid if known else None,
        aliases=tuple(name for name in names if name != best),
        country=known.country if known else None,
        why=cluster.why,
    )
