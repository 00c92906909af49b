"""Who is listed with his office, one a line, holds it in the state of the list."""

import pytest

from tests.graph.offices.cast import told

MINISTERS = [("Nadira Ostavik", "prime minister", "Kenya"), ("Marek Velkanov", "minister of trade", "Kenya")]


@pytest.mark.parametrize(
    "text",
    [
        "New Kenyan cabinet\n\nPrime Minister: Nadira Ostavik\n\nMinister of Trade: Mr Marek Velkanov",
        "New Kenyan cabinet\n\n- Prime Minister: Nadira Ostavik\n\n- Minister of Trade: Marek Velkanov (new)",
        "Kenya has ministers.\n\nNadira Ostavik – Prime Minister\n\nMarek Velkanov – Minister of Trade",
    ],
)
def test_members_of_a_list_hold_offices_of_the_state_named_before(text: str) -> None:
    assert told(text) == MINISTERS


@pytest.mark.parametrize(
    "text",
    [
        "New Kenyan cabinet\n\nPrime Minister: Nadira Ostavik",
        "Kenya and Peru\n\nPrime Minister: Nadira Ostavik\n\nMinister of Trade: Marek Velkanov",
        "A new cabinet\n\nPrime Minister: Nadira Ostavik\n\nMinister of Trade: Marek Velkanov",
        "Kenya met\n\nPrime Minister: Nadira Ostavik, hello.\n\nTrade Minister: Marek Velkanov, we agree.",
        "Kenya met\n\nPrime Minister: Nadira Ostavik was right.\n\nTrade Minister: Marek Velkanov agreed.",
        "New Kenyan cabinet\n\nPrime Minister says: Nadira Ostavik\n\nTrade Minister says: Marek Velkanov",
    ],
)
def test_what_is_no_list_of_one_state_tells_no_office(text: str) -> None:
    assert told(text) == []


def test_title_before_a_mark_with_nobody_behind_it_is_nobodys() -> None:
    assert told("Kenya spoke.\n\nPresident:\n\nPresident of the court –") == []
