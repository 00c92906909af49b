"""Whose report is noted does not do what is done next."""

from __future__ import annotations

import pytest

from graph.events.roles.participles import is_in_participle
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import PEOPLE, people_in, trigger_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Noting the report of Nadira Ostavik, the council condemned the raid.", [PEOPLE[0]]),
        ("Noting the attack, Nadira Ostavik, Marek Velkanov and others condemned the raid.", []),
        ("Citing Nadira Ostavik, the agency condemned the raid.", []),
        ("Recalling the words of Nadira Ostavik, Marek Velkanov condemned the raid.", [PEOPLE[0]]),
        ("Speaking for Nadira Ostavik, Marek Velkanov condemned the raid.", []),
        ("Joining Nadira Ostavik, Marek Velkanov condemned the raid.", []),
        ("Nadira Ostavik condemned the raid, noting the report of Marek Velkanov.", []),
    ],
)
def test_whose_report_is_noted_does_not_act(text: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, "condemned")
    assert [each.text for each in people_in(text) if is_in_participle(sentence, trigger, each)] == expected
