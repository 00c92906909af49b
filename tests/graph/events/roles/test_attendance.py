"""Who came to a gathering stands below the sentence that says that they came."""

from __future__ import annotations

import pytest

from graph.model import Article
from graph.pipeline import convert

OPENING = "The summit of the African Union was held in Accra on 3 May 2024."


def participants(text: str) -> list[list[str]]:
    found = convert(Article("a", text))
    return [
        [found.entities[each].name for each in event.roles["participant"]]
        for event in found.events
        if event.type == "Meeting"
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "H. E. Mr. Peter Kamanga, President of Zambia\nH.E. Nadira Ostavik, President of Kenya",
        "- Peter Kamanga, President of Zambia;\n- Nadira Ostavik, President of Kenya.",
    ],
    ids=["lines", "list"],
)
def test_guests_on_the_lines_below_take_part(lines: str) -> None:
    text = f"{OPENING}\nThe summit was attended by:\n{lines}\nMarek Velkanov of Norway sent a letter."
    assert participants(text) == [["African Union", "Peter Kamanga", "Nadira Ostavik"]]


def test_those_below_another_lead_do_not_take_part() -> None:
    text = f"{OPENING}\nThe summit thanked:\n- Peter Kamanga of Zambia;\n- Nadira Ostavik of Kenya."
    assert participants(text) == [["African Union"]]


def test_delegations_of_states_take_part() -> None:
    text = f"{OPENING}\nThe summit was attended by the delegations of:\n- Zambia;\n- Kenya."
    assert participants(text) == [["African Union", "Zambia", "Kenya"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Marek Velkanov met several leaders in Accra. These included Peter Kamanga and Nadira Ostavik.",
            [["Marek Velkanov", "Peter Kamanga", "Nadira Ostavik"]],
        ),
        (
            "Marek Velkanov met Nadira Ostavik of Kenya in Accra. The plan includes Peru.",
            [["Marek Velkanov", "Nadira Ostavik"]],
        ),
    ],
    ids=["guests", "plan"],
)
def test_those_whom_the_guests_included_take_part(text: str, expected: list[list[str]]) -> None:
    assert participants(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoys from Zambia and Kenya took part.", ["Norway", "Zambia", "Kenya"]),
        ("Zambia and the African Union were represented by envoys.", ["Norway", "Zambia", "African Union"]),
        ("Peter Kamanga of Zambia attended the talks.", ["Norway", "Peter Kamanga"]),
        ("Zambia took part in a survey.", ["Norway"]),
        ("Zambia takes part in the talks every year.", ["Norway"]),
        ("Zambia did not take part.", ["Norway"]),
    ],
)
def test_those_who_took_part_by_the_next_sentence_take_part(text: str, expected: list[str]) -> None:
    assert participants(f"Norway hosted peace talks in Oslo on Monday. {text}")[0] == expected
