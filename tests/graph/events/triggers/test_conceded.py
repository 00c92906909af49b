"""Who agrees or insists that something is so has agreed on nothing, and asks for nothing."""

from __future__ import annotations

import pytest

from graph.events.triggers.conceded import is_conceded
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import trigger_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile agreed that the rules are a serious issue.", True),
        ("Both sides agreed there has been some progress.", True),
        ("They agreed that relations had improved.", True),
        ("The two agreed that the treaty remains the basis of their ties.", True),
        ("Both sides agreed that talks be held in Lima.", False),
        ("They agreed that the talks should go on.", False),
        ("They agreed that Peru will pay.", False),
        ("They agreed that talks resume on Monday.", False),
        ("The two agreed that their envoys were to return.", False),
        ("Peru and Chile agreed to join.", False),
        ("Peru and Chile agreed on a plan.", False),
    ],
)
def test_a_shared_view_is_no_agreement(text: str, expected: bool) -> None:
    assert is_conceded("Agreement", sentence_of(text), trigger_in(text, "agreed")) is expected


def test_a_shared_view_is_a_statement() -> None:
    text = "Peru agreed that the rules are a serious issue."
    assert not is_conceded("Statement", sentence_of(text), trigger_in(text, "agreed"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru insisted that its consulates would go on working.", True),
        ("Peru insists that it has kept the truce.", True),
        ("Peru insists it isn't bound by the treaty.", True),
        ("Peru insists they aren't trying to harm Chile.", True),
        ("Peru insists that Chile sign.", False),
        ("Peru insists that Chile leaves the area.", False),
        ("Peru insists that Chile must go.", False),
        ("Peru insists that the envoys be freed.", False),
        ("Peru insists on talks.", False),
    ],
)
def test_who_insists_that_something_is_so_demands_nothing(text: str, expected: bool) -> None:
    assert is_conceded("Demand", sentence_of(text), trigger_in(text, "insist")) is expected
