"""link: a Mention becomes an Entity, with a Wikidata identifier where one is certain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.linking.clusters import Cluster, gather
from graph.linking.gazetteer import Gazetteer
from graph.linking.known import Known
from graph.linking.known_persons import known_person
from graph.linking.surroundings import Surroundings, look_around
from graph.model import Article, Entity, EntityType, Form, Mention, Sentence


def link(
    article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention], gazetteer: Gazetteer
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Return the entities that an article names, in the order in which it does, and its mentions with them.

    The country that owns a body named ("the Qatari foreign ministry") is an entity too, if need be without a
    mention. `Entity.why` says what a link rests on.
    """
    around = look_around(article, sentences, mentions, gazetteer)
    clusters = sorted(
        _one_a_person(gather(mentions, around), around),
        key=lambda cluster: min(each.span for each in cluster.mentions),
    )
    entities = [_entity(cluster, around) for cluster in clusters]
    numbers = {each: number for number, cluster in enumerate(clusters) for each in cluster.mentions}
    types = [entity.type for entity in entities]
    linked = tuple(
        replace(mention, type=types[numbers[mention]], entities=(numbers[mention],)) for mention in mentions
    )
    return (*entities, *_owners(entities, gazetteer)), linked


def _one_a_person(clusters: Iterable[Cluster], around: Surroundings) -> Iterable[Cluster]:
    """Yield the clusters, those of one known person ("Bongbong" and "Ferdinand Marcos Jr.") as one."""
    people: dict[Known, Cluster] = {}
    for cluster in clusters:
        person = _person_of(cluster, around)[0] if cluster.type is EntityType.PERSON else None
        first = people.setdefault(person, cluster) if person else cluster
        if first is cluster:
            yield cluster
        for mention in cluster.mentions if first is not cluster else ():
            first.add(mention)


def _person_of(cluster: Cluster, around: Surroundings) -> tuple[Known | None, str]:
    return known_person(_names(cluster), cluster.mentions, around)


def _names(cluster: Cluster) -> list[str]:
    ordered = sorted(cluster.mentions, key=lambda each: each.span)
    return list(dict.fromkeys(_on_one_line(each.text) for each in ordered))


def _on_one_line(name: str) -> str:
    return " ".join(name.split("\n"))


def _entity(cluster: Cluster, around: Surroundings) -> Entity:
    names = _names(cluster)
    known, why = cluster.known, "name of a known entity"
    if cluster.type is EntityType.PERSON:
        known, why = _person_of(cluster, around)
    elif known is None:
        why = "no known entity bears the name, or several do"
    named = [_on_one_line(each.text) for each in cluster.mentions if each.form is Form.NAME] or names
    fullest = _fullest(named)
    name = known.name if known and cluster.type is not EntityType.PERSON else _in_small_letters(fullest)
    return Entity(
        name=name,
        type=cluster.type,
        qid=known.qid if known else None,
        aliases=tuple(text for text in names if text != name),
        country=known.country if known else _country(cluster, around),
        why=why,
    )


def _fullest(names: Sequence[str]) -> str:
    return max(names, key=lambda name: (len(name.split()), not name.isupper(), len(name)))


def _in_small_letters(name: str) -> str:
    """Return a name that a headline or a dateline wrote in capitals as others write it."""
    return name.title() if name.isupper() and (len(name) > 5 or " " in name) else name


def _country(cluster: Cluster, around: Surroundings) -> str | None:
    """Return the country that stands before the names most often, or behind those of a place."""
    if cluster.key and cluster.key.owner:
        return cluster.key.owner
    beside = (around.land(each) or around.owner(each) for each in cluster.mentions)
    owners = Counter(owner for owner in beside if owner)
    return min(owners, key=lambda owner: (-owners[owner], owner), default=None)


def _owners(entities: Sequence[Entity], gazetteer: Gazetteer) -> Iterable[Entity]:
    """Yield the countries whose bodies are named, where they are not named themselves."""
    named = {entity.country for entity in entities if entity.type is EntityType.COUNTRY}
    for entity in entities:
        country = gazetteer.country(entity.country)
        if (
            entity.type is EntityType.GOVERNMENT_BODY
            and entity.qid is None
            and country
            and country.country not in named
        ):
            named.add(country.country)
            yield Entity(
                name=country.name,
                type=EntityType.COUNTRY,
                qid=country.qid,
                country=country.country,
                why=f"country of {entity.name}",
            )
