"""Through whom, with whom or where an act is done, he is not whom it is done to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.events.roles.means import is_channel, is_partner_in_work, is_scene
from graph.model import EntityType
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import states_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile sent tents to Peru through Kenya.", ["Kenya"]),
        ("Chile sent tents via Kenya and Peru.", ["Kenya", "Peru"]),
        ("Chile helped Peru through the crisis.", []),
    ],
)
def test_help_that_goes_through_somebody_is_for_others(text: str, expected: list[str]) -> None:
    assert [each.text for each in states_in(text) if is_channel(sentence_of(text), each)] == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Chile condemned the arrests in Peru.", EntityType.PLACE, ["Peru"]),
        ("Chile condemned the arrests near Peru and Kenya.", EntityType.PLACE, ["Peru", "Kenya"]),
        ("Chile condemned the arrests in Peru.", EntityType.COUNTRY, []),
        ("They condemned Peru.", EntityType.PLACE, []),
    ],
)
def test_place_only_says_where_something_was(text: str, kind: EntityType, expected: list[str]) -> None:
    places = [replace(each, type=kind) for each in states_in(text)]
    assert [each.text for each in places if is_scene(sentence_of(text), each)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoys mediate in the war, working with Chile and Peru.", ["Chile", "Peru"]),
        ("Envoys mediated in the war together with Chile.", ["Chile"]),
        ("Envoys mediated with Chile.", []),
        ("Envoys mediated between Chile and Peru.", []),
    ],
)
def test_who_works_with_a_mediator_is_no_side(text: str, expected: list[str]) -> None:
    assert [each.text for each in states_in(text) if is_partner_in_work(sentence_of(text), each)] == expected
