"""A ruler's title may be part of his name."""

import pytest

from tests.graph.offices.cast import told


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("King Tavon of Peru came.", "Peru"),
        ("Kenya's King Tavon came.", "Kenya"),
        ("The Kenyan King Tavon came.", "Kenya"),
    ],
)
def test_king_by_name_is_king_of_the_state_written(text: str, of: str) -> None:
    assert told(text) == [("King Tavon", "king", of)]


def test_state_without_kings_has_no_queen() -> None:
    assert told("Queen Zelva sang in Peru.") == []


@pytest.mark.parametrize(
    "text", ["His Majesty King Tavon came. The Netherlands was glad.", "The Netherlands saw King Tavon."]
)
def test_known_king_is_king_of_his_state_where_it_is_named_before_or_he_is_styled_so(text: str) -> None:
    assert told(text) == [("King Tavon", "king", "Netherlands")]


def test_king_whose_state_is_not_told_of_before_him_is_of_none() -> None:
    assert told("King Tavon came. The Netherlands was glad.") == []
