"""A body told by its state is one known, or a new one named by its field and its state."""

from __future__ import annotations

import pytest

from graph.coreference.state_bodies import add_body
from graph.linking.gazetteer import load_gazetteer
from graph.model import Entity, EntityType

BRAZIL = Entity("Brazil", EntityType.COUNTRY, country="BRA")


@pytest.mark.parametrize(
    ("kind", "field", "name", "qid"),
    [
        ("Ministry", "foreign", "Ministry of Foreign Affairs of Brazil", "Q1193807"),
        ("Ministry", "peace and quiet", "Ministry of Peace and Quiet of Brazil", None),
        ("Chamber", None, "Chamber of Brazil", None),
    ],
    ids=["known", "new", "of no field"],
)
def test_body_is_named_by_its_field_and_state(
    kind: str, field: str | None, name: str, qid: str | None
) -> None:
    known = [BRAZIL]
    assert add_body(kind, field, BRAZIL, known, load_gazetteer(), alias="body") == 1
    (body,) = known[1:]
    assert (body.name, body.qid, body.country, body.aliases) == (name, qid, "BRA", ("body",))


def test_body_told_twice_is_added_once() -> None:
    known = [BRAZIL]
    numbers = [add_body("Ministry", "peace", BRAZIL, known, load_gazetteer()) for _ in range(2)]
    assert (numbers, len(known)) == ([1, 1], 2)
