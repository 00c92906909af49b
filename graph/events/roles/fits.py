"""fits: how well, by the model's scores, a mention fits the role of a trigger that it fits best."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from graph.events.model.predict import Prediction, Trigger
from graph.events.roles.expulsions import is_left
from graph.events.schema import fillers_of
from graph.model import EntityType, Mention, Sentence

# From here on a mention fills a role.
FILLER = 0.45
# From here on it fills a core role that nothing else fills, and acts where the parse says so.
CORE = 0.2


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a mention fits the role of a trigger that it fits best."""

    mention: Mention
    role: str
    score: float

    @property
    def is_person(self) -> bool:
        """Whether the mention is of a person: in one list stand people, or bodies."""
        return self.mention.type is EntityType.PERSON


def find_fit(
    trigger: Trigger, prediction: Prediction, sentence: Sentence, mention: Mention, *, without: Container[str]
) -> Fit:
    """The fit of a mention to one of the roles of a trigger, `without` those that it cannot fill."""
    slots = prediction.slot_scores(trigger, mention.span)
    scores = {slot: score for slot, score in slots.items() if slot not in without}
    if trigger.type == "Agreement" and mention.type is EntityType.PERSON:
        # A person is never a party: he signs for one.
        scores["signatory"] = max(scores["signatory"], scores.pop("party"))
    if trigger.attribute == "expel" and is_left(sentence, mention):
        # Whoever has to leave a state is expelled by it, if by no other
        scores.pop("target", None)
        scores |= {"actor": max(scores["actor"], slots["target"])} if "actor" in scores else {"target": 0.0}
    role = max(fillers_of(trigger.type) & scores.keys(), key=lambda role: (scores[role], role))
    if "actor" in without and scores[role] < FILLER <= slots["actor"]:
        # Who would act, if others did not, is not what is acted on either
        return Fit(mention, role, 0.0)
    if "target" in without and scores[role] < min(FILLER, slots.get("target", 0.0)):
        # Nor does he do it to whom it would be done
        return Fit(mention, role, 0.0)
    return Fit(mention, role, scores[role])
