"""An act that is told once of several sides is done to each of them on the date behind its name."""

from __future__ import annotations

from datetime import date

import pytest

from graph.model import Article
from graph.pipeline import convert
from graph.rdf.labels import event_label

PUBLISHED = date(2024, 5, 10)


def told(text: str) -> list[str]:
    """The labels of the events that a text tells."""
    found = convert(Article("a", text, published=PUBLISHED))
    return [event_label(each, found.entities, text) for each in found.events]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Togo established relations with Brazil (1974), India (1976), and China and Kenya (1979).",
            [
                "Togo and Brazil establish relations (actual, 1974)",
                "Togo and India establish relations (actual, 1976)",
                "Togo, China and Kenya establish relations (actual, 1979)",
            ],
        ),
        (
            "Togo will open embassies in Brazil in June and in Kenya in September.",
            [
                "Togo opens a mission in Brazil (planned, 2024-06)",
                "Togo opens a mission in Kenya (planned, 2024-09)",
            ],
        ),
        (
            "Togo joined the African Union in 1974, the Arab League in 1976 and the Commonwealth in 1979.",
            [
                "Togo joins African Union (actual, 1974)",
                "Togo joins Arab League (actual, 1976)",
                "Togo joins Commonwealth (actual, 1979)",
            ],
        ),
        (
            "Togo joined the Arab League on 7 January 1984, followed by Chad on 28 July 1995.",
            ["Togo joins Arab League (actual, 1984-01-07)", "Chad joins Arab League (actual, 1995-07-28)"],
        ),
        (
            "Togo signed trade agreements with Brazil in 1974 and India in 1976.",
            [
                "Togo and Brazil reach an agreement (actual, 1974)",
                "Togo and India reach an agreement (actual, 1976)",
            ],
        ),
        (
            "Togo severed relations with Brazil in 1974 and India followed in 1976.",
            [
                "Togo severs relations with Brazil (actual, 1974)",
                "India severs relations with Brazil (actual, 1976)",
            ],
        ),
        (
            "Togo severed relations with Brazil in 1974 after a coup in India in 1973.",
            ["Togo severs relations with Brazil (actual, 1974)"],
        ),
        (
            "Togo signed a treaty with Brazil in 1974, and India recognised Chad in 1976.",
            [
                "Togo and Brazil agree on a treaty (actual, 1974)",
                "India establishes relations with Chad (actual, 1976)",
            ],
        ),
    ],
    ids=["brackets", "ahead", "bodies", "followed", "agreements", "follower", "reason", "another verb"],
)
def test_each_side_of_a_row_has_its_own_date(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted
