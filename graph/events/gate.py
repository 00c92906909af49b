"""gate: an article that is not about relations between states and international bodies yields no event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from graph.events.draft import Draft
from graph.events.model.predict import Prediction
from graph.events.scene import OFFICIAL, Scene
from graph.model import EntityType, Sentence
from graph.within import mentions_within

# What sounds less like diplomacy than the one is not about it; below the other its sound is in doubt.
CLOSED, OPEN = 0.87, 0.985
# The least share of acts between two sides: domestic politics sounds of diplomacy, too.
BETWEEN_SIDES = 0.25
# Of fewer acts the share says nothing, as a short text need not name the other side.
FEW = 3
# The least share of all namings of sides that go to others than the one named most.
OTHERS = 0.25
# A line of fewer words that tells of nothing is the page's own, not the article's: "Share this article".
SHORT, TOLD = 8, 0.5
_HERE = re.compile(r"\bhere\b", re.IGNORECASE)
_ORGANIZATION = EntityType.INTERNATIONAL_ORGANIZATION
_ENDS = (".", "?", '"', "”")
# Those through whom a state deals with others: what they do, and who becomes one, lies between states.
_ENVOYS = re.compile(
    r"\b(?:ambassador|consul|embass(?:y|ie)|envoy|foreign (?:affairs|minist(?:er|ry|rie)|secretary)"
    r"|high commissioner|secretary of state)s?\b",
    re.IGNORECASE,
)


def diplomacy(predictions: Sequence[Prediction], sentences: Sequence[Sentence]) -> float:
    """How much an article sounds like diplomacy, 0 to 1: the mean over its own sentences."""
    told = [
        prediction.gate
        for prediction, sentence in zip(predictions, sentences, strict=True)
        if not _is_of_page(prediction, sentence)
    ]
    scores = told or [prediction.gate for prediction in predictions]
    return sum(scores) / len(scores) if scores else 0.0


def _is_of_page(prediction: Prediction, sentence: Sentence) -> bool:
    """Whether a line is a short one that ends as no sentence does and tells of nothing."""
    told = any(trigger.score >= TOLD for trigger in prediction.triggers)
    return not told and len(sentence.text.split()) < SHORT and not sentence.text.endswith(_ENDS)


def is_open(predictions: Sequence[Prediction], drafts: Sequence[Draft], scene: Scene) -> bool:
    """Whether the article's events count: it sounds of diplomacy and lies between two sides."""
    score = diplomacy(predictions, scene.sentences)
    acts = [draft for draft in drafts if draft.type != "Statement"]
    named = [
        {entity for mention in inside for entity in mention.entities}
        for inside in mentions_within(scene.sentences, scene.mentions)
    ]
    if score < CLOSED or not (acts or _is_public(drafts, scene)):
        return False
    if score >= OPEN and any(_leads_abroad(act, scene) for act in acts):
        return True
    if len(acts) < FEW:
        sure = score >= OPEN and not _is_of_one_state(named, scene)
        return sure or (bool(acts) and (_are_between_states(acts, scene) or _is_by_envoys(acts, scene)))
    between = _count_between_sides(acts, named, scene)
    # What nobody is named in tells nothing of sides
    of_somebody = sum(bool(act.everyone) for act in acts)
    if between and between >= BETWEEN_SIDES * of_somebody:
        return score >= OPEN or between > 1
    return score >= OPEN and (_is_by_envoys(acts, scene) or _share_of_others(named, scene) >= OTHERS)


def _leads_abroad(act: Draft, scene: Scene) -> bool:
    """Whether an act is a visit of state, or an official one to "here" by somebody of a state that is named.

    A minister of no named state may visit a province of his own.
    """
    if act.type != "Visit" or act.attribute not in {"official", "state"}:
        return False
    is_here = _HERE.search(scene.sentences[act.sentence].text) is not None
    return act.attribute == "state" or (is_here and bool(_sides(act.roles.get("visitor", ()), scene)))


def _count_between_sides(acts: Sequence[Draft], named: Sequence[set[int]], scene: Scene) -> int:
    """How many acts have actors of two sides, or one of a side and a sentence that names another."""
    actors = [act.everyone for act in acts]
    return sum(
        bool(_sides(own, scene)) and len(_sides(own | named[act.sentence], scene)) > 1
        for act, own in zip(acts, actors, strict=True)
    )


def _are_between_states(acts: Sequence[Draft], scene: Scene) -> bool:
    """Whether in each act two states or organisations of states are on two sides, or who acts for them."""
    return all(len(_acting(act.everyone, scene)) > 1 for act in acts)


def _acting(entities: Collection[int], scene: Scene) -> set[str]:
    """The states and international organisations for which entities act by their office."""
    bodies = (body for entity in entities for body in (entity, *scene.served_by(entity)))
    official = (body for body in bodies if scene.entities[body].type in OFFICIAL | {_ORGANIZATION})
    return _sides(official, scene)


def _is_by_envoys(acts: Sequence[Draft], scene: Scene) -> bool:
    """Whether enough sentences that tell an act name an office for dealings with other states."""
    envoys = sum(bool(_ENVOYS.search(scene.sentences[act.sentence].text)) for act in acts)
    return envoys >= BETWEEN_SIDES * len(acts)


def _is_public(statements: Sequence[Draft], scene: Scene) -> bool:
    """Whether of those who only speak one may do so for a state, or for an organisation of states."""
    speakers = {each for draft in statements for each in draft.everyone}
    bodies = {body for each in speakers for body in (each, *scene.served_by(each))}
    is_official = any(scene.entities[body].type in OFFICIAL | {_ORGANIZATION} for body in bodies)
    return is_official or any(_ENVOYS.search(sentence.text) for sentence in scene.sentences)


def _is_of_one_state(named: Sequence[set[int]], scene: Scene) -> bool:
    """Whether one side alone is named, more than once, and nobody who deals with others."""
    sides = [side for entities in named for side in _sides(entities, scene)]
    is_lone = len(sides) > 1 and len(set(sides)) == 1
    return is_lone and not any(_ENVOYS.search(sentence.text) for sentence in scene.sentences)


def _share_of_others(named: Sequence[set[int]], scene: Scene) -> float:
    """How often sides are named besides the one named most: aid, mediation and condolences have one actor."""
    sides = Counter(side for entities in named for side in _sides(entities, scene))
    return 1 - max(sides.values()) / sides.total() if sides else 0.0


def _sides(entities: Iterable[int], scene: Scene) -> set[str]:
    """The states and the international organisations that entities are, belong to or serve."""
    bodies = {body for entity in entities for body in (entity, *scene.served_by(entity))}
    found = [scene.entities[body] for body in bodies]
    organizations = {body.name for body in found if body.type is _ORGANIZATION}
    return organizations | {body.country for body in found if body.country is not None}
