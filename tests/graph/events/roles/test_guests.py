"""Who comes at the invitation of others has not invited, be he named right behind them."""

from __future__ import annotations

import pytest

from graph.events.roles.guests import guests
from graph.model import Article
from graph.pipeline import convert
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import people_in, trigger_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At the invitation of Nadira Ostavik, Marek Velkanov, the trade minister, will visit Lima.",
            ["Velkanov", "minister"],
        ),
        ("At the invitation of Nadira Ostavik and Marek Velkanov, Ilmar Castellor will visit Lima.", []),
        ("Envoys will visit Lima at the invitation of Nadira Ostavik, Marek Velkanov and others.", []),
        ("Speaking at the invitation of Nadira Ostavik, Marek Velkanov, a judge, praised the visit.", []),
        ("At the request of Nadira Ostavik, Marek Velkanov, the trade minister, will visit Lima.", []),
    ],
)
def test_who_is_named_behind_the_inviters_is_the_guest(text: str, expected: list[str]) -> None:
    found = guests(sentence_of(text), trigger_in(text, "visit"), people_in(text))
    assert [each.text for each in found] == expected


def test_the_guest_is_invited_and_visits() -> None:
    text = "At the invitation of King Omar Saleh, Marek Velkanov, President of Chile, will visit Oman."
    found = convert(Article("a", text))
    told = [
        (event.type, {role: [found.entities[each].name for each in who] for role, who in event.roles.items()})
        for event in found.events
    ]
    assert told == [
        (
            "Invitation",
            {"actor": ["Omar Saleh"], "target": ["Marek Velkanov"], "destination": ["Oman"]},
        ),
        ("Visit", {"host": ["Omar Saleh"], "visitor": ["Marek Velkanov"], "destination": ["Oman"]}),
    ]
