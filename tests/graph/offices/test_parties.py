"""Members of parliament are of a state, whatever their party."""

import pytest

from tests.graph.offices.cast import told


@pytest.mark.parametrize("party", ["", "Conservative ", "Liberal Democrat "])
def test_party_before_a_member_of_parliament_hides_no_state(party: str) -> None:
    text = f"In Lima on Friday, Kenyan {party}MP Nadira Ostavik met Peru's president."
    assert told(text) == [("Nadira Ostavik", "mp", "Kenya")]


def test_member_of_parliament_is_of_the_state_of_the_dateline() -> None:
    text = "LIMA, May 14 - Peru is calm. Liberal MP Nadira Ostavik spoke."
    assert told(text) == [("Nadira Ostavik", "mp", "Peru")]


def test_senator_by_a_short_title_is_of_the_only_state_that_has_such() -> None:
    text = "Peru answered Kenya. Sen. Nadira Ostavik and Rep. Marek Velkanov agreed."
    assert told(text) == [("Nadira Ostavik", "senator", "Kenya")]
