"""representatives: for whom a minister, an envoy, a parliament, an embassy or a capital stands."""

from __future__ import annotations

import re

from graph.events.draft import Draft
from graph.events.roles.belonging import is_post
from graph.events.roles.expulsions import called_home
from graph.events.roles.mutual import ONE_SIDED
from graph.events.roles.undergoing import undergoing
from graph.events.scene import STATES, Scene
from graph.model import EntityType

# Who has envoys of its own.
_SENDING = STATES | {EntityType.INTERNATIONAL_ORGANIZATION}
# Classes whose roles states fill, whoever is named for them.
_BETWEEN_STATES = frozenset({"RelationsChange", "Aid", "Accession"})
# The chair of an organization is taken by people, too.
_PERSONAL = "chair"
# What is done by them or to them is done by their state or to it.
_OFFICE = re.compile(r"\b(?:consulate|embassy|government)\b", re.IGNORECASE)
# They make no treaty: they ratify that of their state.
_PARLIAMENT = re.compile(r"\b(?:assembly|congress|duma|house|parliament|senate)\b", re.IGNORECASE)
# Whoever is summoned answers for his state, and so does an envoy who is called or handed a protest.
_SUMMONING = re.compile(r"\b(?:summon\w*|call(?:ed|s|ing)? in)\b", re.IGNORECASE)
_PROTESTING = re.compile(r"\b(?:call|hand|invite|note|protest)", re.IGNORECASE)
_ENVOY = re.compile(r"\b(?:ambassador|charg|consul|envoy)", re.IGNORECASE)


def stand_for_states(draft: Draft, scene: Scene) -> Draft:
    """Relations are between states, and so is aid; states join what they are members of."""
    if draft.type not in _BETWEEN_STATES or draft.attribute == _PERSONAL:
        return draft
    roles = {
        role: tuple(dict.fromkeys(side for filler in fillers for side in _side_of(filler, draft, scene)))
        for role, fillers in _without_regions(draft, scene).items()
    }
    return draft.filled(roles, "between states")


def _without_regions(draft: Draft, scene: Scene) -> dict[str, tuple[int, ...]]:
    """The roles without places of no known state, with which nobody has relations: "in the Caribbean"."""
    if draft.attribute not in ONE_SIDED:
        return dict(draft.roles)
    return {
        role: tuple(filler for filler in fillers if not _is_region(filler, scene))
        for role, fillers in draft.roles.items()
    }


def _is_region(filler: int, scene: Scene) -> bool:
    place = scene.entities[filler]
    return place.type is EntityType.PLACE and place.country is None


def ratify(draft: Draft, scene: Scene) -> Draft:
    """The party of a treaty that a parliament ratifies is its state."""
    if draft.type != "Agreement":
        return draft
    parties = tuple(
        dict.fromkeys(side for party in draft.roles.get("party", ()) for side in _of_parliament(party, scene))
    )
    return draft.filled({**draft.roles, "party": parties}, "ratified")


def answer_for_states(draft: Draft, scene: Scene) -> Draft:
    """Whoever summons an envoy has something against the state that sent him."""
    start = scene.sentences[draft.sentence].span.start
    word = scene.sentences[draft.sentence].text[draft.trigger.start - start : draft.trigger.end - start]
    is_summons = bool(_SUMMONING.search(word))
    if draft.type != "Criticism" or not (is_summons or _PROTESTING.search(word)):
        return draft
    # Nobody summons an envoy of his own
    own = scene.states_of_bodies(draft.roles.get("actor", ()))
    summoned = (
        side
        for target in draft.roles.get("target", ())
        for side in (_state_for(target, scene) if is_summons or _is_envoy(target, scene) else (target,))
        if side not in own
    )
    roles = {**draft.roles, "target": tuple(dict.fromkeys(summoned))}
    host = _host(draft, scene) if is_summons else ()
    return draft.filled({**roles, "actor": host} if host else roles, "the envoy's state")


def _host(draft: Draft, scene: Scene) -> tuple[int, ...]:
    """The state to which an envoy is sent, where a ministry of nobody knows where summons him."""
    actors = draft.roles.get("actor", ())
    bodies = [scene.entities[each] for each in actors]
    if len(bodies) != 1 or bodies[0].type is not EntityType.GOVERNMENT_BODY or bodies[0].country is not None:
        return ()
    sentence = scene.sentences[draft.sentence]
    posts = (each for each in scene.mentions_in(draft.sentence) if is_post(sentence, each))
    states = (entity for each in posts if each.type is EntityType.COUNTRY for entity in each.entities)
    return tuple(states)[:1]


def call_home(draft: Draft, scene: Scene) -> Draft:
    """Who recalls an envoy is the state that sent him: "X, A's ambassador to B, was called home"."""
    if draft.attribute != "recall" or draft.roles.get("actor"):
        return draft
    sentence, mentions = scene.sentences[draft.sentence], tuple(scene.mentions_in(draft.sentence))
    recalled = {
        each for mention in undergoing(sentence, draft.trigger, mentions) for each in mention.entities
    }
    owned = {each for mention in called_home(sentence, draft.trigger, mentions) for each in mention.entities}
    sending = scene.states_served_by(filter(scene.is_person, recalled)) | owned
    if not sending:
        return draft
    others = tuple(each for each in draft.roles.get("target", ()) if each not in sending | recalled)
    return draft.filled({**draft.roles, "actor": tuple(sorted(sending)), "target": others}, "its own envoy")


def _is_envoy(filler: int, scene: Scene) -> bool:
    embassy = scene.entities[filler]
    offices = (position.role for position in scene.positions_of(filler))
    return any(map(_ENVOY.search, offices)) or bool(
        embassy.type is EntityType.GOVERNMENT_BODY and _OFFICE.search(embassy.name)
    )


def _side_of(filler: int, draft: Draft, scene: Scene) -> tuple[int, ...]:
    sides = _state_for(filler, scene)
    if draft.type != "Aid" or sides != (filler,) or not scene.is_person(filler):
        return sides
    unions = (
        body
        for body in scene.served_by(filler)
        if scene.entities[body].type is EntityType.INTERNATIONAL_ORGANIZATION
    )
    return tuple(unions)[:1] or sides


def _state_for(filler: int, scene: Scene) -> tuple[int, ...]:
    entity = scene.entities[filler]
    is_office = entity.type is EntityType.GOVERNMENT_BODY and _OFFICE.search(entity.name)
    if entity.type not in (EntityType.PERSON, EntityType.PLACE) and not is_office:
        return (filler,)
    served = tuple(body for body in scene.served_by(filler) if scene.entities[body].type in _SENDING)
    return scene.states_of(filler) or served[:1] or (filler,)


def _of_parliament(party: int, scene: Scene) -> tuple[int, ...]:
    entity = scene.entities[party]
    is_parliament = entity.type is EntityType.GOVERNMENT_BODY and _PARLIAMENT.search(entity.name)
    return (scene.states_of(party) if is_parliament else ()) or (party,)
