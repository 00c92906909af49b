"""Who came before or after an officer held his office."""

import pytest

from tests.graph.offices.cast import told

HALVARD = ("Sorin Halvard", "ambassador", "Kenya")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's ambassador Nadira Ostavik left. Her predecessor, Ambassador Sorin Halvard, stayed.",
        "Kenya's ambassador Nadira Ostavik left. Nadira Ostavik's successor Sorin Halvard stayed.",
        "Kenya's ambassador Nadira Ostavik left. Sorin Halvard, Nadira Ostavik's successor, stayed.",
        "Kenya's ambassador Nadira Ostavik left. Sorin Halvard, her predecessor as ambassador, stayed.",
        "Kenya's ambassador Nadira Ostavik, head of Telvane, met Halvard, her predecessor as ambassador.",
        "Kenya's former ambassador Nadira Ostavik met Sorin Halvard, her successor.",
        "Kenya's ambassador Nadira Ostavik left. A. B. C. D. Sorin Halvard, Ostavik's successor, stayed.",
        "Nadira Ostavik was appointed ambassador of Kenya in succession to Mr Sorin Halvard.",
        "Nadira Ostavik, who succeeds Sorin Halvard, is the ambassador of Kenya.",
    ],
)
def test_predecessor_and_successor_hold_the_same_office(text: str) -> None:
    assert HALVARD in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's ambassador Nadira Ostavik met Marek Velkanov. His predecessor, Sorin Halvard, stayed.",
        "Kenya's ambassador Nadira Ostavik, head of Telvane, left. Her predecessor, Sorin Halvard, stayed.",
        "Kenya's ambassador Nadira Ostavik was succeeded. Sorin Halvard stayed.",
        "Kenya's ambassador Nadira Ostavik succeeded. Sorin Halvard stayed.",
        "Kenya's ambassador Nadira Ostavik met her predecessor. Sorin Halvard stayed.",
        "Kenya's ambassador Nadira Ostavik left. Sorin Halvard, her predecessor at Telvane, stayed.",
        "Kenya's ambassador Nadira Ostavik left. Sorin Halvard, a friend of Ostavik's successor, stayed.",
        "Kenya's ambassador Nadira Ostavik left. Sorin Halvard, Ostavik's possible successor, stayed.",
        "Kenya's ambassador Nadira Ostavik left. Sorin Halvard, her predecessor as head, stayed.",
        "Kenya's ambassador Nadira Ostavik met Marek Velkanov. Sorin Halvard, his predecessor, stayed.",
    ],
)
def test_whose_office_is_not_certain_passes_to_nobody(text: str) -> None:
    assert HALVARD not in told(text)
