"""Of two officers, one may be known to be of one of the states of a story."""

import pytest

from tests.graph.offices.cast import told

VELKANOV = ("Marek Velkanov", "foreign minister", "Peru")


@pytest.mark.parametrize(
    "text",
    [
        "Why France and Peru talk\n\nThe foreign ministers, Marek Velkanov and Ilmar Castellor, met.",
        "Why France and Peru talk\n\nForeign Ministers Ilmar Castellor and Marek Velkanov met.",
        "Why Peru writes\n\nThe foreign ministers, Marek Velkanov and Ilmar Castellor, met.",
    ],
)
def test_one_of_two_officers_is_of_the_other_state_of_the_story(text: str) -> None:
    assert VELKANOV in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Why France, Peru and Kenya talk\n\nThe foreign ministers, Marek Velkanov and Ilmar Castellor, met.",
        "Why France and Peru talk\n\nThe foreign ministers, Marek Velkanov and Nadira Ostavik, met.",
        "Why France and Peru talk\n\nMinisters Marek Velkanov, Ilmar Castellor and Nadira Ostavik met.",
        "They talk\n\nThe foreign ministers, Marek Velkanov and Ilmar Castellor, met.",
    ],
)
def test_none_is_of_a_state_of_a_story_of_more_or_unknown_sides(text: str) -> None:
    assert "Marek Velkanov" not in [holder for holder, _, _ in told(text)]
