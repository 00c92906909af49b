"""gate: an article that is not about relations between states and international bodies yields no event."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from graph.events.complete import Scene
from graph.events.draft import Draft
from graph.events.predict import Prediction
from graph.model import EntityType
from graph.within import mentions_within

# What sounds less like diplomacy than the one is not about it; below the other its sound is in doubt.
CLOSED, OPEN = 0.87, 0.985
# The least share of acts between two sides: domestic politics sounds of diplomacy, too.
BETWEEN_SIDES = 0.25
# Of fewer acts the share says nothing, as a short text need not name the other side.
FEW = 3


def diplomacy(predictions: Sequence[Prediction]) -> float:
    """How much an article sounds like diplomacy, 0 to 1: the mean over its sentences."""
    if not predictions:
        return 0.0
    return sum(prediction.gate for prediction in predictions) / len(predictions)


def is_open(predictions: Sequence[Prediction], drafts: Sequence[Draft], scene: Scene) -> bool:
    """Whether the article's events count: it sounds of diplomacy and lies between two sides."""
    score = diplomacy(predictions)
    acts = [draft for draft in drafts if draft.type != "Statement"]
    if score < CLOSED or len(acts) < FEW:
        return score >= OPEN
    between = _count_between_sides(acts, scene)
    return between >= BETWEEN_SIDES * len(acts) and (score >= OPEN or between > 1)


def _count_between_sides(acts: Sequence[Draft], scene: Scene) -> int:
    """How many acts have actors of two sides, or one of a side and a sentence that names another."""
    named = [
        {entity for mention in inside for entity in mention.entities}
        for inside in mentions_within(scene.sentences, scene.mentions)
    ]
    actors = [{filler for fillers in act.roles.values() for filler in fillers} for act in acts]
    return sum(
        bool(_sides(own, scene)) and len(_sides(own | named[act.sentence], scene)) > 1
        for act, own in zip(acts, actors, strict=True)
    )


def _sides(entities: Collection[int], scene: Scene) -> set[str]:
    """The states and the international organisations that entities are, belong to or serve."""
    bodies = {body for entity in entities for body in (entity, *scene.served_by(entity))}
    found = [scene.entities[body] for body in bodies]
    organizations = {body.name for body in found if body.type is EntityType.INTERNATIONAL_ORGANIZATION}
    return organizations | {body.country for body in found if body.country is not None}
