"""A participle may only say which one is meant, or what others call it."""

from __future__ import annotations

import pytest

from graph.events.triggers.traits import is_trait
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import trigger_in


@pytest.mark.parametrize(
    ("event_type", "text", "word", "expected"),
    [
        ("RelationsChange", "Officials entered the closed Peruvian consulate in Arica.", "closed", True),
        ("RelationsChange", "He spoke outside the recently opened Peruvian embassy.", "opened", True),
        ("RelationsChange", "Chile closed the Peruvian consulate in Arica.", "closed", False),
        ("RelationsChange", "The Peruvian consulate in Arica was closed.", "closed", False),
        ("RelationsChange", "Chile has closed its embassy in Lima.", "closed", False),
        ("RelationsChange", "Chile opened the closed road to its embassy.", "opened", False),
        ("RelationsChange", "Chile praised the restored relations with Peru.", "restored", False),
        ("Threat", "Chile regrets the threatening actions of Peru.", "threatening", True),
        ("Threat", "Chile received a threatening letter from Peru.", "threatening", False),
        ("Threat", "Chile is threatening Peru with war.", "threatening", False),
        ("Appointment", "Chilean elected president Marek Velkanov called for talks.", "elected", True),
        ("Appointment", "Marek Velkanov was elected president of Chile.", "elected", False),
        ("Appointment", "Chile elected President Marek Velkanov on Monday.", "elected", False),
        ("Criticism", "Ilka Morvan — dubbed Iron Ilka by her foes — left Peru.", "dubbed", True),
        ("Criticism", "The treaty, described by Peru as a disaster, was signed.", "described", False),
        ("Statement", "Ilka Paz, who left Peru last July, described its polls as fair.", "described", False),
        ("Criticism", "Chile called Peru a bully.", "called", False),
        ("Criticism", "Peru, which was called a bully, left.", "called", False),
        ("Appointment", "The newly elected president of Chile called for talks.", "elected", False),
    ],
)
def test_what_only_says_which_is_no_act(event_type: str, text: str, word: str, expected: bool) -> None:
    assert is_trait(event_type, sentence_of(text), trigger_in(text, word)) is expected
