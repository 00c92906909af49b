"""A tour that one sentence tells has all its dated stops, each with its own date."""

from __future__ import annotations

from datetime import date

import pytest

from graph.model import Article
from graph.pipeline import convert
from graph.rdf.labels import event_label

PUBLISHED = date(2024, 5, 10)


def visits(text: str, event_type: str = "Visit") -> list[str]:
    """The labels of the visits, or of other events, that a text tells."""
    found = convert(Article("a", text, published=PUBLISHED))
    return [event_label(each, found.entities, text) for each in found.events if each.type == event_type]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Peruvian President Luis Soto visited China on May 1 and 2 and Norway on May 4 and 5.",
            [
                "Luis Soto visits China (actual, 2024-05-01 to 2024-05-02)",
                "Luis Soto visits Norway (actual, 2024-05-04 to 2024-05-05)",
            ],
        ),
        (
            "Peruvian President Luis Soto will visit Zambia on May 16, Norway on May 18 and Ghana on May 20.",
            [
                "Luis Soto visits Zambia (planned, 2024-05-16)",
                "Luis Soto visits Norway (planned, 2024-05-18)",
                "Luis Soto visits Ghana (planned, 2024-05-20)",
            ],
        ),
        (
            "Peruvian President Luis Soto visited Zambia and Norway on 8 April.",
            ["Luis Soto visits Zambia (actual, 2024-04-08)", "Luis Soto visits Norway (actual, 2024-04-08)"],
        ),
        (
            "Peruvian President Luis Soto returned on Sunday from a state visit to China.",
            ["Luis Soto pays a state visit to China (actual)"],
        ),
    ],
)
def test_each_stop_has_the_date_beside_it(text: str, wanted: list[str]) -> None:
    assert visits(text) == wanted


def test_dated_place_of_another_act_is_no_stop() -> None:
    text = "Luis Soto visited Zambia on May 1 and signed a treaty with Norway in Ghana on May 3."
    assert [label for label in visits(text) if "Ghana" in label] == []


def test_each_partner_is_met_on_the_day_beside_his_name() -> None:
    text = "Peru's Ana Soto met her Kenyan colleague Ines Dahl on Monday and Ghana's John Mensah on Tuesday."
    assert visits(text, "Meeting") == [
        "Ana Soto and Ines Dahl meet (actual, 2024-05-06)",
        "Ana Soto and John Mensah meet (actual, 2024-05-07)",
    ]
