"""implicit: a draft gains the core fillers that its sentence leaves to the reader, by learned weights.

They are the event's implicit arguments (Gerber and Chai, "Beyond NomBank", ACL 2010): "Ankara welcomed the
outcome" does not say whose. What speaks for each candidate stands in `antecedents.py`; its weight is learned
from the linked articles of `seeds/training/links` by logistic regression (`graph/fit_implicit.py`).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from graph.events.draft import MUTUAL, Draft
from graph.events.model.predict import Prediction
from graph.events.roles.complete import PARTNERS, without_own_states
from graph.events.scene import Scene
from graph.events.unsaid.antecedents import antecedents, open_roles, signs
from graph.events.unsaid.story import Story, read_story

WEIGHTS = "implicit.json"
# What is likelier than this fills the role: about half of the fillers so found are right.
LIKELY = 0.4


@cache
def load_weights() -> Mapping[str, float]:
    """The weight of each sign, in log odds."""
    stored = json.loads(files("graph.events.model").joinpath(WEIGHTS).read_text("utf-8"))
    weights: dict[str, float] = stored["weights"]
    return weights


def probability(found: Iterable[str], weights: Mapping[str, float]) -> float:
    """How likely an entity with these signs is to fill the role."""
    return 1 / (1 + math.exp(-math.fsum(weights.get(sign, 0.0) for sign in found)))


def fill_implicit(
    drafts: Sequence[Draft], predictions: Sequence[Prediction], scene: Scene
) -> tuple[Draft, ...]:
    """Fills the open core roles of each draft with whom a reader would take for meant, if anybody."""
    story = read_story(drafts, scene)
    return tuple(_fill(draft, story, predictions[draft.sentence]) for draft in drafts)


def _fill(draft: Draft, story: Story, prediction: Prediction) -> Draft:
    roles = open_roles(draft) if draft.type != "Statement" else ()
    meant = {role: _meant(draft, role, story, prediction) for role in roles}
    added = [role for role in sorted(meant) if meant[role]]
    if not added:
        return draft
    return replace(
        draft,
        roles={**draft.roles, **{role: (*draft.roles.get(role, ()), *meant[role]) for role in added}},
        implied=frozenset(entity for role in added for entity in meant[role]),
        notes=(*draft.notes, f"{', '.join(added)} from the wider text"),
    )


def _meant(draft: Draft, role: str, story: Story, prediction: Prediction) -> tuple[int, ...]:
    weights = load_weights()
    told = signs(draft, role, antecedents(draft, role, story), story, prediction)
    found = tuple(entity for entity, own in told.items() if probability(own, weights) >= LIKELY)
    sides = (*draft.roles.get(role, ()), *found)
    if role not in PARTNERS:
        sides = without_own_states(sides, story.scene)
        found = tuple(each for each in found if each in sides)
    # Nobody meets, or agrees with, himself alone.
    is_lonely = role == MUTUAL.get(draft.type) and len(sides) < 2
    return () if is_lonely else found
