"""The noun beside a name says what it names."""

import pytest

from tests.graph.names.reading import told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peru claims the Velkanavo region.", "Velkanavo Place"),
        ("Troops of Peru came to the Ostavik valley.", "Ostavik Place"),
        ("Peru closed the Halvardo river.", "Halvardo Place"),
        ("The newspaper Velkanavo of Peru closed.", "Velkanavo Organization"),
        ("The Velkanavo newspaper of Peru closed.", "Velkanavo Organization"),
        ("The official VELKA news agency told Peru so.", "VELKA Organization"),
        ("The ruling Ulma Sha Verundi party of Peru met.", "Ulma Sha Verundi Organization"),
        ("They fled Peru's Vel Ostrun town.", "Vel Ostrun Place"),
        ("The Peru party came.", "Peru Country"),
        ("Velka Snova leader Marek Velkanov spoke.", "Velka Snova Organization"),
        ("They chose the leader of Velka Snova on Monday.", "Velka Snova Organization"),
        ("The leader of Marek Velkan's party spoke.", "Marek Velkan Person"),
        ("The leader of Peru came.", "Peru Country"),
        ("Peru banned an armed organization, Velka Snova, on Monday.", "Velka Snova Organization"),
        ("They met the head of an aid organization, Marek Velkan.", "Marek Velkan Person"),
        ("Velka Snova volunteers fenced off a village of Peru.", "Velka Snova Organization"),
        ("Peruvian parliament members left.", "Peruvian parliament GovernmentBody"),
        ("Peru closed the newspapers Velkan and Oslan.", "Oslan Organization"),
        ("Peru invited companies such as Sonavo, Telvane and others.", "Telvane Company"),
        ("Peru met ministers such as Marek Velkan and Ana Paz.", "Ana Paz Person"),
        ("They fled [the Peruvian village] Khirbet Velka.", "Khirbet Velka Place"),
        ("They saw the Gush Velkan settlement bloc.", "Gush Velkan Place"),
        ("Peru blamed the Viv Ostrun coalition.", "Viv Ostrun Organization"),
        ("The party paper Velka Sinmun mocked Peru.", "Velka Sinmun Organization"),
        ("Iraq blamed a local pro-Baghdad party.", "Baghdad Place"),
    ],
)
def test_noun_beside_a_name_says_its_type(text: str, name: str) -> None:
    assert name in told(text)


def test_region_of_which_a_person_tells_leaves_him_a_person() -> None:
    assert "Marek Velkan Person" in told("Minister Marek Velkan told Peru that the region was calm.")


def test_newspaper_of_a_person_leaves_him_a_person_elsewhere() -> None:
    assert told("Marek Velkanov came. The Velkanov newspaper told of it. Then Velkanov left.") == [
        "Marek Velkanov Person",
        "Velkanov Organization",
        "Velkanov Person",
    ]
