"""A ruler's title may be part of his name."""

import pytest

from tests.graph.offices.cast import told


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("King Tavon came. The Netherlands was glad.", "Netherlands"),
        ("King Tavon of Peru came.", "Peru"),
        ("Kenya's King Tavon came.", "Kenya"),
        ("The Kenyan King Tavon came.", "Kenya"),
    ],
)
def test_king_by_name_is_king_of_the_state_written_or_known(text: str, of: str) -> None:
    assert told(text) == [("King Tavon", "king", of)]


def test_state_without_kings_has_no_queen() -> None:
    assert told("Queen Zelva sang in Peru.") == []
