"""Aid that is stopped is a measure against who was to have it, and no aid."""

import pytest

from graph.model import Article
from graph.pipeline import convert

Told = list[tuple[str, str, dict[str, list[str]]]]


def told(text: str) -> Told:
    """Class, status and roles of each event of a text."""
    found = convert(Article("a", text))
    return [
        (
            event.type,
            event.status.value,
            {role: [found.entities[each].name for each in fillers] for role, fillers in event.roles.items()},
        )
        for event in found.events
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The European Commission has suspended humanitarian aid to Chad because of the fighting.", "actual"),
        ("The European Commission reduced military aid to Chad by $17 million.", "actual"),
        ("The European Commission is to cut its overseas aid to Chad.", "planned"),
    ],
)
def test_aid_that_is_stopped_is_a_sanction(text: str, status: str) -> None:
    roles = {"actor": ["European Commission"], "target": ["Chad"]}
    assert told(text) == [("Sanction", status, roles)]


@pytest.mark.parametrize(
    "text",
    ["Norway granted aid to Chad to end hunger.", "Norway released aid to Chad that had been frozen."],
)
def test_aid_that_is_given_stays_aid(text: str) -> None:
    assert told(text) == [("Aid", "actual", {"actor": ["Norway"], "target": ["Chad"]})]
