"""A text that calls the officers of one state by their titles alone is at home there."""

import pytest

from tests.graph.offices.cast import told

AT_HOME = "They love Paris. President Sorin Halvard came. Prime Minister Ilmar Castellor came. "


def test_officer_of_no_known_state_is_of_the_one_at_home() -> None:
    text = f"{AT_HOME}Kenya thanked Trade Minister Marek Velkanov."
    assert ("Marek Velkanov", "trade minister", "France") in told(text)


HEAD_AT_HOME = "They love Paris. President Ilmar Castellor came. "
ONE_STATE = "Paris fell. France sang. Paris rose. Telvane thanked "


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (f"{HEAD_AT_HOME}Kenya thanked government spokesman Marek Velkanov.", "government spokesman"),
        (f"{HEAD_AT_HOME}Kenya will meet Castellor, Trade Minister Marek Velkanov said.", "trade minister"),
        (f"{ONE_STATE}Trade Minister Marek Velkanov.", "trade minister"),
    ],
)
def test_minister_is_of_the_state_whose_head_or_which_alone_a_text_tells_of(text: str, role: str) -> None:
    assert ("Marek Velkanov", role, "France") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD_AT_HOME}Kenya thanked Foreign Minister Marek Velkanov.",
        f"{HEAD_AT_HOME}Kenya thanked Premier Marek Velkanov.",
        f"{HEAD_AT_HOME}Queen Oona Berling came. Kenya thanked Trade Minister Marek Velkanov.",
        f"{ONE_STATE}Premier Marek Velkanov.",
        f"{HEAD_AT_HOME}Kenya held talks with Trade Minister Marek Velkanov.",
        f"Kenya sang. Peru slept. {ONE_STATE}Trade Minister Marek Velkanov.",
    ],
)
def test_officer_who_may_come_from_abroad_is_of_no_state(text: str) -> None:
    assert "Marek Velkanov" not in [name for name, _, _ in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "They love Paris. Castellor came. President Halvard came. Kenya saw Foreign Minister Marek Velkanov.",
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
