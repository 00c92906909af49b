"""Who sends an envoy does not go himself."""

from __future__ import annotations

import pytest

from graph.model import Article
from graph.pipeline import convert

Roles = dict[str, list[str]]


def roles_of(text: str) -> list[Roles]:
    found = convert(Article("a", text))
    return [
        {role: [found.entities[each].name for each in who] for role, who in event.roles.items()}
        for event in found.events
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peruvian President Ilmar Castellor sent a special envoy to Kenya.",
            [{"visitor": ["Peru"], "destination": ["Kenya"]}],
        ),
        (
            "A special envoy was sent to Kenya by Peruvian President Ilmar Castellor.",
            [{"visitor": ["Peru"], "destination": ["Kenya"]}],
        ),
        (
            "Peruvian President Ilmar Castellor sent a special envoy, Juma Bello, to Kenya.",
            [{"visitor": ["Juma Bello"], "destination": ["Kenya"]}],
        ),
        (
            "Peruvian President Ilmar Castellor will send an envoy to Nairobi to meet President Ann Otieno.",
            [{"visitor": ["Peru"], "destination": ["Nairobi"]}, {"participant": ["Peru", "Ann Otieno"]}],
        ),
        (
            "Peruvian President Ilmar Castellor travelled to Kenya and sent a letter to Chile.",
            [{"visitor": ["Ilmar Castellor"], "destination": ["Kenya"]}],
        ),
        (
            "Peruvian President Ilmar Castellor sent an envoy to Ghana before meeting President Ann Otieno.",
            [
                {"visitor": ["Peru"], "destination": ["Ghana"]},
                {"participant": ["Ilmar Castellor", "Ann Otieno"]},
            ],
        ),
        (
            "Peruvian President Ilmar Castellor sent a team to prepare the talks with President Ann Otieno.",
            [{"visitor": ["Peru"]}, {"participant": ["Ilmar Castellor", "Ann Otieno"]}],
        ),
    ],
    ids=["envoy", "passive", "named", "purpose", "letter", "before", "prepares"],
)
def test_sender_of_an_envoy_stays_at_home(text: str, expected: list[Roles]) -> None:
    assert roles_of(text) == expected
