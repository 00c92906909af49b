"""Whoever sends soldiers gives no aid."""

from __future__ import annotations

import pytest

from graph.events.triggers.forces import sends_soldiers
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import trigger_in


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Peru will send 250 troops to Chile.", "send", True),
        ("Peru is also sending a company of about 250 troops.", "sending", True),
        ("Peru sent thousands of soldiers to Chile.", "sent", True),
        ("Peru plans to deploy 4,000 Marines to the region.", "deploy", True),
        ("Peru dispatched two warships to Chile.", "dispatched", True),
        (
            "Peru is to contribute 250 troops to the Andean Force, the mission that took over in May.",
            "contribute",
            True,
        ),
        ("Peru sent Chile soldiers and tents.", "sent", False),
        ("Peru will send troops and medicine to Chile.", "send", False),
        ("Peru provided vehicles for the troops of Chile.", "provided", False),
        ("Peru sent food to the soldiers of Chile.", "sent", False),
        ("Peru trained 200 Chilean soldiers.", "trained", False),
        ("Peru funded the force in Chile.", "funded", False),
    ],
)
def test_soldiers_alone_are_no_aid(text: str, word: str, expected: bool) -> None:
    assert sends_soldiers("Aid", sentence_of(text), trigger_in(text, word)) is expected


def test_soldiers_may_be_a_threat() -> None:
    text = "Peru will send 250 troops to the border."
    assert not sends_soldiers("Threat", sentence_of(text), trigger_in(text, "send"))
