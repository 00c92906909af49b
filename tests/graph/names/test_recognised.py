"""What the language model takes for a name is parted from titles, portfolios and bodies before it."""

from __future__ import annotations

import pytest

from tests.graph.names.reading import told


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Deputy Chairman of the Trade Affairs Committee Marek Velkanov praised Ghana.", "Marek Velkanov"),
        ("Peru met the Speaker of Parliament Nadira Ostavik in Oslo.", "Nadira Ostavik"),
        ("The Chairman of the Committee Nadira Ostavik praised Ghana.", "Nadira Ostavik"),
    ],
)
def test_body_ends_before_the_name_of_who_has_an_office_of_it(text: str, person: str) -> None:
    assert f"{person} Person" in told(text)


def test_body_keeps_a_known_name_within_it() -> None:
    assert told("The head of the Committee of Peru came.") == ["Committee of Peru GovernmentBody"]


@pytest.mark.parametrize(
    "title",
    [
        "Prime Minister Samdech",
        "General (Ret.)",
        "Doctor the Rt. Honourable",
        "Alhaji",
        "Assistant Secretary for Arms Control, Verification and Compliance",
        "The Head of the ECOWAS Observation Mission, H.E.",
    ],
)
def test_style_or_portfolio_is_no_part_of_a_name(title: str) -> None:
    text = f"{title} Nadira Ostavik will travel to Oslo in July."
    assert [each for each in told(text) if each.endswith("Person")] == ["Nadira Ostavik Person"]


def test_list_of_fields_goes_on_to_no_first_name() -> None:
    text = "The Minister of Trade, Grace Ostavik, and Hope Velkanov came."
    assert told(text) == ["Grace Ostavik Person", "Hope Velkanov Person"]


def test_affairs_are_nobody() -> None:
    text = "The Minister for Foreign and Diaspora Affairs, Nadira Ostavik, met envoys."
    assert told(text) == ["Nadira Ostavik Person"]


@pytest.mark.parametrize(
    "text", ["Qatar pledged QAR 20 million.", "Hurricane Velka hit Qatar.", "Qatar saw HMS Velkan sail."]
)
def test_currency_storm_and_ship_are_no_entities(text: str) -> None:
    assert told(text) == ["Qatar Country"]


def test_genitive_parts_a_name_from_a_known_one() -> None:
    assert told("Velkan’s Fatah party met the minister of Peru.")[1:] == [
        "Fatah Organization",
        "Peru Country",
    ]


def test_and_joins_two_known_names_into_no_third() -> None:
    assert told("The United States and European Union left Peru.") == [
        "United States Country",
        "European Union InternationalOrganization",
        "Peru Country",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Qatar left Exercise Desert Lantern.",
        "Qatar funds the Velkan Asmara-Ostrun Visiting Scholar Programme.",
        "Qatar sells it for US$20 million and US $1.4 billion.",
        "She took a degree in Russian in Qatar.",
        "Nice to have met Qatar.",
        "FBIS3-10081 of Qatar",
        "The Velkan Councillor left Qatar.",
        "Qatar began Operation Vigilant Falcon.",
        "Qatar lauds #KZVELKA talks.",
        "Qatar tells: Premium Articles, Ethical Paywall",
        "“Hopefully Qatar wins,” she said.",
    ],
)
def test_campaign_hashtag_and_furniture_are_no_entities(text: str) -> None:
    assert told(text) == ["Qatar Country"]
