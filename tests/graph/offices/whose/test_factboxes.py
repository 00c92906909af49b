"""A state before a colon is that of the officers behind it."""

from tests.graph.offices.cast import told


def test_officers_listed_under_their_states_are_theirs() -> None:
    text = (
        "KENYA: President Nadira Ostavik\n\nPeru: Trade Minister Marek Velkanov; Nadira Ostavik, minister\n"
    )
    text = text.replace("KENYA", "Kenya")
    assert ("Marek Velkanov", "trade minister", "Peru") in told(text)
    assert ("Nadira Ostavik", "president", "Kenya") in told(text)


def test_people_in_one_list_under_a_state_are_its_own() -> None:
    text = "Kenya: Marek Velkanov, Foreign Minister; Nadira Ostavik, Minister of Trade"
    assert ("Nadira Ostavik", "minister of trade", "Kenya") in told(text)


def test_state_before_a_colon_in_one_headline_owns_nothing() -> None:
    assert told("Peru: Trade Minister Marek Velkanov flies in\n\nHe came late.") == []
