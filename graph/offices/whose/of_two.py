"""of two: whose officer one of two is where the other is known to be of one of the two states of a story."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import EntityType, Position
from graph.offices.who.claims import Claim
from graph.offices.who.persons import person_at
from graph.offices.whose.office_owners import Scene


def other_of_two(scene: Scene, claim: Claim, positions: Sequence[Position]) -> int | None:
    """Read "the ministers, X and Y": Y is of one of the states that the first line names, X of the other."""
    words = scene.lines[claim.line]
    people = {person.entities[0] for index in range(len(words)) if (person := person_at(words, index))}
    others = people - {claim.holder.entities[0]}
    told = {
        word.mention.entities[0]
        for word in scene.lines[0]
        if word.mention is not None and word.mention.type is EntityType.COUNTRY
    }
    if not claim.office.plural or len(others) != 1 or len(told) > 2:
        return None
    home = scene.home_of(others.pop(), positions)
    left = told - {home}
    return left.pop() if home is not None and len(left) == 1 else None
