"""recipients: whom aid is for where a sentence only says who gives it: the state of the title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.events.draft import Draft
from graph.events.scene import STATES, Scene

# Where somebody is in such a quarrel with a state, what he gives may be for others.
_QUARRELS = frozenset({"Criticism", "Rejection", "RelationsChange", "Sanction", "Threat"})


def recipients(draft: Draft, told: Sequence[Draft], scene: Scene) -> tuple[int, ...]:
    """The only state of the title, if no other is spoken of more, nor it quarrels or gives the aid itself."""
    givers = draft.roles.get("actor", ())
    if not givers or draft.sentence == 0:
        return ()
    named = {
        entity
        for mention in scene.mentions_in(0)
        for entity in mention.entities
        if scene.entities[entity].type in STATES
    }
    if len(named) != 1:
        return ()
    state = named.pop()
    spoken = Counter(entity for mention in scene.mentions for entity in mention.entities)
    others = [each for each in spoken if scene.entities[each].type in STATES and each != state]
    is_main = all(spoken[state] > spoken[each] for each in others)
    is_giving = scene.entities[state].country in scene.countries_of(givers)
    quarrels = any(other.type in _QUARRELS and state in other.everyone for other in told)
    return (state,) if is_main and not (is_giving or quarrels) else ()
