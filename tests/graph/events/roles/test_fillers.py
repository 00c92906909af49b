"""The mentions of a sentence fill the roles of its own triggers."""

from __future__ import annotations

import pytest

from graph.model import Article
from graph.pipeline import convert


def targets(text: str) -> dict[str, list[str]]:
    """Whom each act of speech of a text is about."""
    found = convert(Article("a", text))
    return {
        event.type: [found.entities[each].name for each in event.roles.get("target", ())]
        for event in found.events
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Peter Kamanga of Zambia commended Norway and urged Peru to end the war.",
            {"Support": ["Norway"], "Demand": ["Peru"]},
        ),
        (
            "Peru condemned Zambia for the attack and called on it to withdraw.",
            {"Criticism": ["Zambia"], "Demand": ["Zambia"]},
        ),
        (
            "The European Union extended sanctions against Norway and pledged 30 million euros to Peru.",
            {"Sanction": ["Norway"], "Aid": ["Peru"]},
        ),
    ],
)
def test_of_two_acts_in_a_sentence_each_has_its_own_target(text: str, expected: dict[str, list[str]]) -> None:
    assert targets(text) == expected


def test_list_of_people_each_with_his_state_is_one_list() -> None:
    found = convert(
        Article(
            "a",
            "Nadira Ostavik of Kenya, Ilmar Castellor of Peru, Peter Kamanga of Zambia, Marek Velkanov of "
            "Norway and Arvid Telmin of Ghana took part in the summit in Geneva.",
        )
    )
    names = [[found.entities[each].name for each in event.roles["participant"]] for event in found.events]
    assert names == [["Nadira Ostavik", "Ilmar Castellor", "Peter Kamanga", "Marek Velkanov", "Arvid Telmin"]]


def test_a_pronoun_acts_as_likely_as_whom_it_means() -> None:
    found = convert(Article("a", "Norway on Sunday asked Peru to explain its decision to expel ambassadors."))
    actors = {
        event.type: [found.entities[each].name for each in event.roles["actor"]] for event in found.events
    }
    assert actors == {"Demand": ["Norway"], "RelationsChange": ["Peru"]}


def test_who_is_joined_to_who_surely_acts_acts_with_him() -> None:
    text = "Fighting went on for a third day. Kenya and UN chief Nadira Ostavik urged Peru to lift its ban."
    found = convert(Article("a", text))
    actors = [[found.entities[each].name for each in event.roles["actor"]] for event in found.events]
    assert actors == [["Kenya", "Nadira Ostavik"]]


def test_a_company_does_what_the_clause_on_it_tells() -> None:
    text = "The United States imposed sanctions on Pertavia, an oil company, that accused Norway of theft."
    found = convert(Article("a", text))
    actors = {
        event.type: [found.entities[each].name for each in event.roles["actor"]] for event in found.events
    }
    assert actors == {"Sanction": ["United States"], "Criticism": ["Pertavia"]}


def test_a_guest_who_was_host_before_is_the_guest() -> None:
    text = (
        "Kenyan President Peter Kamanga arrived in Lima at the invitation of Peru's Ilmar Castellor, whom he "
        "had hosted in Mombasa."
    )
    found = convert(Article("a", text))
    visitors = {each for event in found.events for each in event.roles.get("visitor", ())}
    assert [found.entities[each].name for each in visitors] == ["Peter Kamanga"]


def test_whose_counterpart_invites_does_not_invite() -> None:
    text = (
        "The Kenyan foreign minister, who last week met his Norwegian counterpart Marek Velkanov, who had "
        "invited him to Lima, told reporters that Nairobi would not sign."
    )
    found = convert(Article("a", text))
    actors = [event.roles["actor"] for event in found.events if event.type == "Invitation"]
    assert [[found.entities[each].name for each in one] for one in actors] == [["Marek Velkanov"]]


def test_who_accepts_an_invitation_has_not_invited() -> None:
    text = "Norway invited President Peter Kamanga of Zambia to Oslo. Kamanga accepted the invitation."
    found = convert(Article("a", text))
    roles = [
        {role: [found.entities[each].name for each in fillers] for role, fillers in event.roles.items()}
        for event in found.events
        if event.type == "Invitation"
    ]
    assert [each["actor"] for each in roles] == [["Norway"]]
    assert [each["target"] for each in roles] == [["Peter Kamanga"]]


def test_of_an_expulsion_from_a_state_it_is_the_only_actor() -> None:
    text = "The expulsion of the ambassador of Chile from Peru was condemned by Kenya."
    found = convert(Article("a", text))
    names = {
        role: [found.entities[each].name for each in fillers]
        for event in found.events
        if event.type == "RelationsChange"
        for role, fillers in event.roles.items()
    }
    assert names == {"actor": ["Peru"], "target": ["Chile"]}
