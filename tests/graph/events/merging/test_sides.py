"""An organ, a person or a city acts for what it belongs to."""

from __future__ import annotations

from tests.graph.events.merging.tellings import COUNCIL, KENYA, ONE, PERU, TWO, UNION, draft, groups


def test_organ_acts_for_its_organisation() -> None:
    roles = {"actor": (UNION,), "target": (PERU,)}
    assert groups(draft("Sanction", 1, roles), draft("Sanction", 2, {**roles, "actor": (COUNCIL,)})) == ONE
    assert groups(draft("Sanction", 1, roles), draft("Sanction", 2, {**roles, "actor": (KENYA,)})) == TWO
