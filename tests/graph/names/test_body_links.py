"""The small words by which a body's name goes on, and those behind which it ends."""

import pytest

from tests.graph.names.reading import told


@pytest.mark.parametrize(
    "name",
    [
        "Forum on Peru-Kenya Cooperation",
        "Movement for a Free Coast",
        "Alliance of Workers for the Liberation of Ostavia",
    ],
)
def test_aim_of_a_movement_belongs_to_its_name(name: str) -> None:
    assert told(f"They met the {name} on Monday.") == [f"{name} Organization"]


def test_genitive_of_a_people_goes_on_inside_a_name() -> None:
    name = "Committee of the Peruvian People's Political Conference"
    assert told(f"They met the {name} on Monday.") == [f"{name} GovernmentBody"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They thanked the Union of Workers for the Peace Prize.", ["Union of Workers Organization"]),
        (
            "The Forum on Peru-Kenya relations met.",
            ["Forum on Peru Organization", "Kenya Country"],
        ),
        (
            "The Alliance Party of Northern Ireland and Velkan Farmers Party met.",
            ["Alliance Party of Northern Ireland Organization", "Velkan Farmers Party Organization"],
        ),
        (
            "The Party of Labour for a while met the Navy of Peru.",
            ["Party of Labour Organization", "Navy of Peru GovernmentBody"],
        ),
    ],
)
def test_name_ends_before_what_is_no_part_of_it(text: str, expected: list[str]) -> None:
    assert told(text) == expected
