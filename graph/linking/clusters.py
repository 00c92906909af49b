"""clusters: the mentions of an article gathered by whom or what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from graph.linking.bearers import body_owner, known_bearer
from graph.linking.body_keys import FOREIGN_MINISTRY, BodyKey, body_key, further_field
from graph.linking.known import Known
from graph.linking.known_persons import WIVES
from graph.linking.spellings import sound_key
from graph.linking.surroundings import Surroundings
from graph.model import EntityType, Mention
from graph.names.acronyms import introduced_at
from graph.names.words import fold_name

SHORTEST = 3  # letters of initials
SUFFIXES = frozenset({"jr", "sr"})
SHORT = 5  # letters of names that sound alike by chance
ARTICLES = {"el": "al"}  # one word in two spellings
CROWNS = frozenset({"king", "queen", "sultan", "emir", "amir", "emperor", "empress"})
# What stands between a name and another one in brackets
BYNAME = re.compile(r""" \((?:(?:aka|a\.k\.a\.|(?:also|better) known as) )?["'“‘]?""")


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions of one entity, in the order of their gathering; `known` is what they certainly name."""

    type: EntityType
    known: Known | None = None
    key: BodyKey | None = None
    mentions: list[Mention] = field(default_factory=list)
    words: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, mention: Mention) -> None:
        """Take a mention in."""
        self.mentions.append(mention)
        self.words.append(_name_words(mention.text))


def gather(mentions: Sequence[Mention], around: Surroundings) -> list[Cluster]:
    """Return the clusters of an article's mentions; each mention is in one."""
    persons = [mention for mention in mentions if mention.type is EntityType.PERSON]
    others = [mention for mention in mentions if mention.type is not EntityType.PERSON]
    return [*_gather_persons(persons, around), *_gather_others(others, around)]


def _gather_persons(mentions: Sequence[Mention], around: Surroundings) -> list[Cluster]:
    """Gather full names first, so that a surname finds its bearer even in the headline before him."""
    clusters: list[Cluster] = []
    bearer_of = _bynames(mentions, around)
    for mention in sorted(mentions, key=lambda each: (-len(_name_words(each.text)), each.span)):
        name = _name_words(mention.text)
        named = [cluster for cluster in clusters if _is_name_of(name, cluster)]
        if not named and mention.text in bearer_of:
            named = [cluster for cluster in clusters if bearer_of[mention.text] in cluster.mentions]
        bearers = [cluster for cluster in named if not _is_another(mention, cluster, around)]
        cluster = _nearest(bearers, mention, around)
        if cluster is None:
            cluster = Cluster(EntityType.PERSON)
            clusters.append(cluster)
        cluster.add(mention)
    return clusters


def _bynames(mentions: Sequence[Mention], around: Surroundings) -> dict[str, Mention]:
    """Return the words in brackets behind full names, with those names: "Ana Paz (Nita)"."""
    text = around.article.text
    return {
        byname.text: name
        for name, byname in pairwise(sorted(mentions, key=lambda each: each.span))
        if len(_name_words(name.text)) > 1 == len(_name_words(byname.text))
        if BYNAME.fullmatch(text[name.span.end : byname.span.start])
        if text.startswith((")", '")', "')", "”)", "’)"), byname.span.end)
    }


def _is_another(mention: Mention, cluster: Cluster, around: Surroundings) -> bool:
    """Tell whether titles show that somebody whose name would do is another person."""
    return _is_father_or_son(mention, cluster, around) or _is_ruler_apart(mention, cluster, around)


def _is_ruler_apart(mention: Mention, cluster: Cluster, around: Surroundings) -> bool:
    """Tell whether "King Marek" is not Sorin Marek: rulers go by first names, or by more as rulers."""
    name, full, crown = _name_words(mention.text), cluster.words[0], around.title(mention)
    is_surname = len(name) == 1 < len(full) and name[0] != full[0]
    return is_surname and crown in CROWNS - {*full} and crown not in _titles(cluster, around)


def _is_father_or_son(mention: Mention, cluster: Cluster, around: Surroundings) -> bool:
    """Tell whether "Jr." or "Sr." tells two full names apart; the one without it must be a known person's."""
    names = mention.text, cluster.mentions[0].text
    plain, *others = sorted(names, key=lambda name: len(SUFFIXES & set(fold_name(name))))
    suffixes = {frozenset(SUFFIXES & set(fold_name(name))) for name in names}
    if len(suffixes) < 2 or any(len(_name_words(name)) < 2 for name in names):
        return False
    bearers = set(around.gazetteer.named(plain))
    return all(suffixes) or (bool(bearers) and bearers.isdisjoint(around.gazetteer.named(others[0])))


def _name_words(text: str) -> tuple[str, ...]:
    words = (ARTICLES.get(word, word) for word in fold_name(text))
    return tuple(word for word in words if word not in SUFFIXES and word.isalnum())


def _is_name_of(name: tuple[str, ...], cluster: Cluster) -> bool:
    """Tell whether a name can be a shorter form of the fullest name of a person."""
    full = cluster.words[0]
    if sorted(name) == sorted(full):
        return True
    if len(name) == 1:
        return any(_is_spelt_as(name[0], word) for word in full)
    if sound_key(" ".join(name)) == sound_key(" ".join(full)):
        return True
    same_end = name[-1] == full[-1] or name[0] == full[0]
    return same_end and all(any(_is_form_of(word, other) for other in full) for word in name)


def _is_spelt_as(word: str, other: str) -> bool:
    """Tell whether two words are one name, long ones by their sound: Nazarbaev and Nazarbayev."""
    return word == other or (len(word) > SHORT < len(other) and sound_key(word) == sound_key(other))


def _is_form_of(word: str, other: str) -> bool:
    return word == other or (len(word) == 1 and other.startswith(word))


def _nearest(clusters: Sequence[Cluster], mention: Mention, around: Surroundings) -> Cluster | None:
    """Return whose surname the name is, then who has its title, was named last before it, is named first.

    One who is told of as somebody's wife or son is not meant by the bare surname.
    """
    name = _name_words(mention.text)
    title = around.title(mention)

    def distance(cluster: Cluster) -> tuple[bool, bool, bool, bool, int]:
        before = [
            mention.span.start - each.span.start for each in cluster.mentions if each.span <= mention.span
        ]
        return (
            cluster.words[0][-1:] != name[-1:],
            not set(name) <= set(cluster.words[0]),
            any(map(around.is_relative, cluster.mentions)) != (title in WIVES),
            title not in {None, *_titles(cluster, around)},
            min(before) if before else cluster.mentions[0].span.start + len(mention.text) + 10**9,
        )

    return min(clusters, key=distance, default=None)


def _titles(cluster: Cluster, around: Surroundings) -> set[str | None]:
    """Return the words before a person's names that are titles, and the last of his known offices' names."""
    people = [
        known for known in around.gazetteer.named(cluster.mentions[0].text) if known.type is cluster.type
    ]
    offices = [office for person in people for office in around.gazetteer.offices_of(person)]
    return {*map(around.title, cluster.mentions), *(office.role.lower().split()[-1] for office in offices)}


def _gather_others(mentions: Sequence[Mention], around: Surroundings) -> list[Cluster]:
    clusters: list[Cluster] = []
    acronyms: dict[str, Cluster] = {}
    glosses = _glosses(mentions, around)
    for mention in mentions:
        cluster = acronyms.get(mention.text) or _join(clusters, glosses.get(mention, mention), around)
        cluster.add(mention)
        if mention in glosses:
            acronyms[mention.text] = cluster
        if initials := _initials_in_brackets(mention, cluster, around):
            acronyms[initials] = cluster
        for acronym in _acronyms(mention, around) if cluster.known is None else ():
            acronyms.setdefault(acronym, cluster)
    return _with_headlines(clusters, acronyms)


def _with_headlines(clusters: Sequence[Cluster], acronyms: Mapping[str, Cluster]) -> list[Cluster]:
    """Return the clusters, those of an acronym used before it is explained with its body's."""
    kept: list[Cluster] = []
    for cluster in clusters:
        names = {each.text for each in cluster.mentions}
        body = acronyms.get(next(iter(names))) if len(names) == 1 else None
        if body is None or body is cluster or cluster.known or not _are_bodies(cluster.type, body.type):
            kept.append(cluster)
            continue
        for mention in cluster.mentions:
            body.add(mention)
    return kept


def _glosses(mentions: Sequence[Mention], around: Surroundings) -> dict[Mention, Mention]:
    """Return the acronyms before the bodies' full names in brackets: "ACP (Academy of Coastal Peru)"."""
    text = around.article.text
    return {
        acronym: body
        for acronym, body in pairwise(mentions)
        if _is_body(body) and len(acronym.text) >= SHORTEST
        if acronym.text.upper() == _initials(body)
        if text[acronym.span.end : body.span.start] == " (" and text.startswith(")", body.span.end)
    }


def _initials_in_brackets(mention: Mention, cluster: Cluster, around: Surroundings) -> str | None:
    """Return the acronym behind a body's name if it has just its initials, whoever else is called so.

    An unknown body with the words of the one that is known by the acronym may be that one.
    """
    introduced = _introduced(mention, around)
    if introduced is None or introduced != _initials(mention) or not _is_body(mention):
        return None
    words = set(fold_name(mention.text))
    alike = any(len(words & set(fold_name(known.name))) > 1 for known in around.gazetteer.named(introduced))
    return None if alike and cluster.known is None else introduced


def _introduced(mention: Mention, around: Surroundings) -> str | None:
    span = introduced_at(around.article.text, mention.span.end)
    return around.article.text[span.start : span.end] if span else None


def _initials(mention: Mention) -> str:
    return "".join(word[0] for word in mention.text.split() if word[0].isupper())


def _is_body(mention: Mention) -> bool:
    return mention.type not in {EntityType.COUNTRY, EntityType.PLACE}


def _acronyms(mention: Mention, around: Surroundings) -> Iterator[str]:
    """Yield what a body may be called after its full name: what brackets behind it say, and its initials."""
    introduced, initials = _introduced(mention, around), _initials(mention)
    tests = (_may_abbreviate, _is_partys, _is_turned)
    if introduced and any(test(introduced, mention, around) for test in tests):
        yield introduced
    if len(initials) >= SHORTEST and _may_abbreviate(initials, mention, around):
        yield initials


def _is_partys(acronym: str, mention: Mention, around: Surroundings) -> bool:
    """Tell whether a party may be called so in its own language: the Socialist Party (PSV)."""
    is_new = acronym.isupper() and not around.gazetteer.named(acronym)
    return mention.type is EntityType.ORGANIZATION and is_new


def _is_turned(acronym: str, mention: Mention, around: Surroundings) -> bool:
    """Tell whether an acronym has a body's initials in its language's order: Coastal Trade Council (CCT)."""
    is_new = not around.gazetteer.named(acronym) and len(acronym) >= SHORTEST
    return is_new and _is_body(mention) and sorted(acronym) == sorted(_initials(mention))


def _may_abbreviate(acronym: str, mention: Mention, around: Surroundings) -> bool:
    """Tell whether an acronym in brackets is new and begins as the name before it does."""
    return (
        _is_body(mention)
        and not around.gazetteer.named(acronym)
        and mention.text[:1].casefold() == acronym[:1].casefold()
    )


def _join(clusters: list[Cluster], mention: Mention, around: Surroundings) -> Cluster:
    if (ministry := _ministry_named_before(clusters, mention, around)) is not None:
        return ministry
    known, kind = known_bearer(mention, around)
    key = None if known else _key(mention, around)
    for cluster in clusters:
        if cluster.type is not kind and (known or not _are_bodies(cluster.type, kind)):
            continue
        if cluster.known is known if known else cluster.known is None and _is_same(cluster.key, key):
            return cluster
    cluster = Cluster(kind, known, key)
    clusters.append(cluster)
    return cluster


def _ministry_named_before(
    clusters: Sequence[Cluster], mention: Mention, around: Surroundings
) -> Cluster | None:
    """Return the foreign ministry named last, where a later name does not say whose it is."""
    key = body_key(mention.text, around.gazetteer)
    is_bare = mention.type is EntityType.GOVERNMENT_BODY and key == FOREIGN_MINISTRY
    if (
        not is_bare
        or further_field(mention.text, around.gazetteer)
        or body_owner(mention, key, around) is not None
    ):
        return None
    ministries = [
        cluster
        for cluster in clusters
        if body_key(cluster.mentions[0].text, around.gazetteer).words == FOREIGN_MINISTRY.words
    ]
    return max(ministries, key=lambda cluster: cluster.mentions[-1].span, default=None)


def _are_bodies(left: EntityType, right: EntityType) -> bool:
    apart = {EntityType.PLACE, EntityType.COUNTRY}
    return left not in apart and right not in apart


def _key(mention: Mention, around: Surroundings) -> BodyKey:
    if mention.type is EntityType.GOVERNMENT_BODY:
        key = body_key(mention.text, around.gazetteer)
        dateline = around.dateline if key == FOREIGN_MINISTRY else None
        return BodyKey(body_owner(mention, key, around) or dateline, key.words)
    return BodyKey(None, frozenset(fold_name(mention.text)))


def _is_same(left: BodyKey | None, right: BodyKey | None) -> bool:
    """Tell whether two keys say the same body: "the Foreign Ministry" is the one that has an owner."""
    if left is None or right is None or left.words != right.words:
        return False
    return left.owner == right.owner or left.owner is None or right.owner is None
