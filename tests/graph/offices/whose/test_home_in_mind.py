"""A text that calls the officers of one state by their titles alone is at home there."""

import pytest

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
        "Foreign Minister Marek Velkanov condemned the raid by Kenya.",
    ],
)
def test_officer_is_of_no_state_where_it_is_not_certain(text: str) -> None:
    assert "Marek Velkanov" not in [name for name, _, _ in told(text)]
