"""A city that acts is its government."""

from __future__ import annotations

import pytest

from tests.graph.names.reading import mentions, told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Moscow said on Friday that it was ready.", "Country"),
        ("Tehran's policy has not changed.", "Country"),
        ("They accused Beijing of meddling.", "Country"),
        ("The minister arrived in Tashkent.", "Place"),
        ("He will travel to Ankara next week.", "Place"),
        ("BEIJING, March 10 — Two states made peace.", "Place"),
        ("She spoke at Moscow airport.", "Place"),
        ("They met in Samarkand.", "Place"),
    ],
)
def test_capital_stands_for_its_government_where_it_acts(text: str, kind: str) -> None:
    assert [mention.type for mention in mentions(text)] == [kind]


def test_government_and_envoys_in_a_city_are_those_of_its_state_and_a_seat_may_stand_for_it() -> None:
    assert told("She urged the government in Suva to wait.") == ["Suva Country"]
    assert told("She recalled her ambassador in Suva.") == ["Suva Country"]
    assert told("She met the ambassador in Suva.") == ["Suva Place"]
    assert told("He calls the authorities in Santiago weak.") == ["Santiago Country"]
    assert told("She accused La Paz of meddling.") == ["La Paz Country"]
    assert told("She urged the crowd in Suva to wait.") == ["Suva Place"]
    assert told("She met heads of government in Suva.") == ["Suva Place"]


def test_talks_between_capitals_are_between_governments() -> None:
    assert told("The rift between Riyadh and Tehran is closed.") == ["Riyadh Country", "Tehran Country"]
