"""Whoever acts by the parse does what is told, where the model thinks it likely or further words say so."""

from __future__ import annotations

from graph.model import Article
from graph.pipeline import convert


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


def test_whose_counterpart_invites_does_not_invite() -> None:
    text = (
        "The Kenyan foreign minister, who last week met his Norwegian counterpart Marek Velkanov, who had "
        "invited him to Lima, told reporters that Nairobi would not sign."
    )
    found = convert(Article("a", text))
    actors = [event.roles["actor"] for event in found.events if event.type == "Invitation"]
    assert [[found.entities[each].name for each in one] for one in actors] == [["Marek Velkanov"]]


def test_of_whose_country_somebody_tells_that_acts() -> None:
    text = "Peruvian Premier Marek Velkanov, whose country has condemned Kenya, met envoys of Norway in Lima."
    found = convert(Article("a", text))
    actors = [event.roles["actor"] for event in found.events if event.type == "Criticism"]
    assert [[found.entities[each].name for each in one] for one in actors] == [["Peru"]]
