"""A ruler's title may be part of his name."""

import pytest

from tests.graph.offices.cast import told


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The Netherlands was glad to see King Tavon.", "Netherlands"),
        ("King Tavon of Peru came.", "Peru"),
        ("Kenya's King Tavon came.", "Kenya"),
        ("The Kenyan King Tavon came.", "Kenya"),
    ],
)
def test_king_by_name_is_king_of_the_state_written_or_known(text: str, of: str) -> None:
    assert told(text) == [("King Tavon", "king", of)]


def test_state_without_kings_has_no_queen() -> None:
    assert told("Queen Zelva sang in Peru.") == []


def test_king_whose_state_is_not_told_of_before_him_is_of_none() -> None:
    assert told("King Tavon came. The Netherlands was glad.") == []
