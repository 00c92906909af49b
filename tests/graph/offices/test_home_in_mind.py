"""A text that calls the officers of one state by their titles alone is at home there."""

import pytest

from graph.model import Article
from graph.pipeline import convert
from tests.graph.offices.cast import told

AT_HOME = "They love Paris. President Sorin Halvard came. Prime Minister Ilmar Castellor came. "


def test_officer_of_no_known_state_is_of_the_one_at_home() -> None:
    text = f"{AT_HOME}Kenya thanked Trade Minister Marek Velkanov."
    assert ("Marek Velkanov", "trade minister", "France") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "They love Paris. Castellor came. President Halvard came. Kenya saw Trade Minister Marek Velkanov.",
        f"{AT_HOME}Queen Oona Berling came. Kenya thanked Trade Minister Marek Velkanov.",
        f"{AT_HOME}French Trade Minister Nadira Ostavik met Trade Minister Marek Velkanov.",
        f"{AT_HOME}Kenya thanked ambassador Marek Velkanov.",
        f"{AT_HOME}In Nairobi, President Marek Velkanov thanked Kenya.",
        f"{AT_HOME}President Nadira Ostavik came. Kenya thanked Trade Minister Marek Velkanov.",
    ],
)
def test_officer_is_of_no_state_where_it_is_not_certain(text: str) -> None:
    assert "Marek Velkanov" not in [name for name, _, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The African Union told Kenya to free President Ilmar Castellor.", ["Kenya"]),
        ("The African Union told Kenya and Peru to free President Ilmar Castellor.", []),
        ("In Lima, the African Union told Kenya to free President Ilmar Castellor.", []),
        ("Ilmar Castellor arrived in Kenya. The African Union thanked President Castellor.", []),
    ],
    ids=["the only state", "one of two", "a place in another", "a guest"],
)
def test_president_is_of_the_only_state_named_unless_he_comes_there(text: str, expected: list[str]) -> None:
    found = convert(Article("a", text))
    assert [found.entities[each.of].name for each in found.positions] == expected
