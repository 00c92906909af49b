"""Who chairs a gathering is told by the verb."""

from __future__ import annotations

import pytest

from graph.events.roles.chairs import chairing
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import PEOPLE, people_in, trigger_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nadira Ostavik will chair a meeting, said Marek Velkanov.", [PEOPLE[0]]),
        ("Nadira Ostavik presided over the meeting.", [PEOPLE[0]]),
        ("Marek Velkanov came to a meeting chaired by Nadira Ostavik.", [PEOPLE[0]]),
        ("Nadira Ostavik and Marek Velkanov chaired the meeting.", [*PEOPLE[:2]]),
        ("Nadira Ostavik is to chair a meeting.", [PEOPLE[0]]),
        ("Nadira Ostavik did not chair the meeting.", []),
        ("Nadira Ostavik held a meeting with Marek Velkanov.", []),
    ],
)
def test_the_subject_of_chairing_is_in_the_chair(text: str, expected: list[str]) -> None:
    found = chairing(sentence_of(text), trigger_in(text, "meeting"), people_in(text))
    assert sorted(each.text for each in found) == sorted(expected)
