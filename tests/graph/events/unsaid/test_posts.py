"""What a signed post tells without a subject its signer did."""

from __future__ import annotations

from graph.model import Article
from graph.pipeline import convert

SIGNED = "\n\n— Marek Velkanov (@velkanov) May 17, 2019"


def told(text: str) -> list[tuple[str, dict[str, list[str]]]]:
    """The class and who takes part of each event but the first."""
    found = convert(Article("a", "Norway met Kenya in Oslo.\n\n" + text))
    return [
        (
            event.type,
            {role: [found.entities[each].name for each in event.roles[role]] for role in sorted(event.roles)},
        )
        for event in found.events[1:]
    ]


def test_who_signs_a_post_paid_the_visit_and_met() -> None:
    text = f"Successful visit to Peru.{SIGNED}\n\nGood meeting with Peruvian minister Nadira Ostavik.{SIGNED}"
    assert told(text) == [
        ("Visit", {"destination": ["Peru"], "visitor": ["Marek Velkanov"]}),
        ("Meeting", {"participant": ["Marek Velkanov", "Nadira Ostavik"]}),
    ]


def test_who_signs_a_post_is_i() -> None:
    text = f"I met Peruvian minister Nadira Ostavik today.{SIGNED}"
    assert told(text) == [("Meeting", {"participant": ["Marek Velkanov", "Nadira Ostavik"]})]


def test_who_signs_a_post_is_nobody_whom_it_names() -> None:
    text = f"Kenyan Premier Ilmar Castellor met Peruvian minister Nadira Ostavik.{SIGNED}"
    assert told(text) == [("Meeting", {"participant": ["Ilmar Castellor", "Nadira Ostavik"]})]


def test_what_stands_before_a_post_is_not_of_its_signer() -> None:
    text = f"Good meeting with Peruvian minister Nadira Ostavik.\n\nIt was good.{SIGNED}"
    assert told(text) == [("Meeting", {"participant": ["Nadira Ostavik"]})]
