"""Lists of people with their offices are of one state."""

from tests.graph.offices.cast import told


def test_bare_titles_of_a_list_are_of_the_only_state_that_it_names() -> None:
    text = "Who came:\n• Marek Velkanov, president of Peru\n• Nadira Ostavik, foreign minister\n"
    expected = [("Marek Velkanov", "president", "Peru"), ("Nadira Ostavik", "foreign minister", "Peru")]
    assert told(text) == expected


def test_bare_titles_of_a_list_that_names_two_states_are_nobodys() -> None:
    states = "• Marek Velkanov, president of Peru\n• Oona Berling, president of Kenya\n"
    text = states + "• Nadira Ostavik, foreign minister\n"
    assert ("Nadira Ostavik", "foreign minister") not in {each[:2] for each in told(text)}
