"""gate: an article that is not about relations between states and international bodies yields no event."""

from __future__ import annotations

from collections.abc import Sequence

from graph.events.complete import Scene
from graph.events.draft import Draft
from graph.events.predict import Prediction
from graph.model import EntityType

# Below the one an article is not about diplomacy, from the other on it is; between them it counts who acts.
CLOSED, OPEN = 0.87, 0.985
OFFICIALS_SHARE = 0.5
OFFICIAL = frozenset({EntityType.COUNTRY, EntityType.GOVERNMENT_BODY, EntityType.INTERNATIONAL_ORGANIZATION})


def diplomacy(predictions: Sequence[Prediction]) -> float:
    """How much an article sounds like diplomacy, 0 to 1: the mean over its sentences."""
    if not predictions:
        return 0.0
    return sum(prediction.gate for prediction in predictions) / len(predictions)


def is_open(predictions: Sequence[Prediction], drafts: Sequence[Draft], scene: Scene) -> bool:
    """Whether the article's events count: by its sound, in doubt if states and their people act in most."""
    score = diplomacy(predictions)
    if score < CLOSED or score >= OPEN:
        return score >= OPEN
    acts = [draft for draft in drafts if draft.type != "Statement"]
    official = [draft for draft in acts if _has_official(draft, scene)]
    return len(official) > 1 and len(official) >= OFFICIALS_SHARE * len(acts)


def _has_official(draft: Draft, scene: Scene) -> bool:
    return any(
        _is_official(filler, scene) or any(_is_official(body, scene) for body in scene.served_by(filler))
        for fillers in draft.roles.values()
        for filler in fillers
    )


def _is_official(filler: int, scene: Scene) -> bool:
    """Whether a state or a body of states acts, or someone who is known to hold or have held office."""
    entity = scene.entities[filler]
    return entity.type in OFFICIAL or (entity.type is EntityType.PERSON and entity.qid is not None)
