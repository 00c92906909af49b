"""special envoys: who sends them, which may be a union as well as their own state."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import EntityType, Position
from graph.offices.nouns import is_head
from graph.offices.who.claims import Claim
from graph.offices.whose.office_owners import Scene


def sender(scene: Scene, claim: Claim, home: int | None, positions: Sequence[Position]) -> int | None:
    """Find who sends a special envoy: the union told of in his line, else the state where he is at `home`."""
    if not _is_sent_specially(claim):
        return home
    union = _union_here(scene, claim)
    # Who led a state is not sent by it any more
    return union if union is not None or _led(claim, positions) else home


def _is_sent_specially(claim: Claim) -> bool:
    return claim.office.noun == "envoy" and claim.office.role != "envoy"


def _union_here(scene: Scene, claim: Claim) -> int | None:
    """Find the union that a line names before a title, if it is but one."""
    mentions = list(scene.mentions_back(claim.line, claim.span.start))
    unions = {m.entities[0] for m in mentions if m.type is EntityType.INTERNATIONAL_ORGANIZATION}
    return unions.pop() if len(unions) == 1 else None


def _led(claim: Claim, positions: Sequence[Position]) -> bool:
    """Tell whether somebody is told to have led a state."""
    roles = (p.role for p in positions if p.holder == claim.holder.entities[0])
    return any(role.startswith("former ") and is_head(role.removeprefix("former ")) for role in roles)
