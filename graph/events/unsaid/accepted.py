"""accepted: an invitation that is accepted announces a visit, though no word of the text tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.events.draft import Draft
from graph.events.scene import Scene
from graph.events.schema import fillers_of
from graph.model import Status

_ACCEPTED = re.compile(r"\baccept\w*\b[^.;]*\binvit|\binvit[^.;]*\baccept(?:ed|ance)\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:not|never|yet to|would|whether|if)\b[^.;]*\baccept", re.IGNORECASE)
# No word of the text's own tells the visit.
_SCORE = 0.985


def with_accepted(drafts: Sequence[Draft], scene: Scene) -> tuple[Draft, ...]:
    """Adds the planned visit of who accepts an invitation, where the text tells none."""
    visits = [draft for draft in drafts if draft.type == "Visit"]
    announced: list[Draft] = []
    for draft in drafts:
        visit = _announced(draft, scene)
        if visit is not None and not any(_is_told(visit, other, scene) for other in (*visits, *announced)):
            announced.append(visit)
    return (*drafts, *announced)


def _announced(draft: Draft, scene: Scene) -> Draft | None:
    text = scene.sentences[draft.sentence].text
    if draft.type != "Invitation" or not _ACCEPTED.search(text) or _OPEN.search(text):
        return None
    able, hosts = fillers_of("Visit")["visitor"], draft.roles.get("actor", ())
    guests = tuple(each for each in draft.roles.get("target", ()) if scene.entities[each].type in able)
    homes = tuple(state for host in hosts for state in scene.states_of(host))
    goals = draft.roles.get("destination", ()) or homes[:1]
    if not guests or not goals or set(guests) & set(goals):
        return None
    host = tuple(each for each in hosts if scene.is_person(each))
    roles = {"visitor": guests, "destination": goals, **({"host": host} if host else {})}
    return replace(
        draft,
        type="Visit",
        status=Status.PLANNED,
        score=min(draft.score, _SCORE),
        attribute="unspecified",
        details={},
        roles=roles,
        when=None,
        places=goals,
        notes=(*draft.notes, "the invitation is accepted"),
    )


def _is_told(visit: Draft, other: Draft, scene: Scene) -> bool:
    """Whether another draft tells the visit: of the same guest to the same state, or in the same sentence."""
    if other.sentence == visit.sentence and other.status is not Status.ACTUAL:
        return True
    guests = set(visit.roles["visitor"]) & set(other.roles.get("visitor", ()))
    states = {scene.entities[each].country for each in visit.roles["destination"]}
    goals = {scene.entities[each].country for each in other.roles.get("destination", ())}
    is_open = other.sentence == visit.sentence or other.status is not Status.ACTUAL
    return (
        is_open and (not other.roles.get("visitor") or bool(guests)) and (not goals or bool(states & goals))
    )
