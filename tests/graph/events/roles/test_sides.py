"""The parse tells who acts, and whom an object keeps out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.events.roles.sides import (
    acting,
    beyond_object,
    companions,
    has_unnamed_subject,
    is_before_or_after,
    is_of_clause,
    is_topic,
    met,
    owners,
    undergoing,
)
from graph.model import Article, EntityType, Span
from graph.reading.segment import segment
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import PEOPLE, people_in, states_in, trigger_in


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chile condemned Peru.", "condemned", {"Chile"}),
        ("Chile and Peru condemned Kenya.", "condemned", {"Chile", "Peru"}),
        ("Chile, together with Peru, condemned Kenya.", "condemned", {"Chile", "Peru"}),
        ("Kenya said Chile had threatened Peru.", "threatened", {"Chile"}),
        ("Peru was threatened by Chile.", "threatened", {"Chile"}),
        ("Chile condemned the remarks of Peru and threatened Kenya.", "threatened", {"Chile"}),
        ("Chile's threats against Peru were condemned by Kenya.", "threats", {"Chile"}),
        ("Chile's threats against Peru were condemned by Kenya.", "condemned", {"Kenya"}),
        ("Threats by Chile alarmed Peru.", "Threats", {"Chile"}),
        ("Kenya said Chile had sent an invitation to Peru.", "invitation", {"Chile"}),
        ("Chile declined the invitation.", "invitation", set()),
        ("Chile rejected criticism from Peru.", "criticism", {"Peru"}),
        ("Chile thanked Peru for the invitation.", "invitation", {"Peru"}),
        ("Chile and Peru agreed to urge Kenya to sign.", "urge", {"Chile", "Peru"}),
        ("Chile asked Peru to condemn Kenya.", "condemn", set()),
        ("Chile is set to condemn Peru.", "condemn", {"Chile"}),
        ("Chile left after condemning Peru.", "condemning", {"Chile"}),
        ("Chile thanked Peru for condemning Kenya.", "condemning", set()),
        ("Chile, an ally of Peru, condemned Kenya.", "condemned", {"Chile"}),
        ("Kenya deplored the sanctions imposed by Chile.", "sanctions", {"Chile"}),
        ("Kenya voiced Chile's support for Peru.", "support", {"Chile"}),
        ("Chile withdrew its aid from Peru.", "withdrew", {"Chile"}),
        ("Peru came at the invitation of Chile.", "invitation", {"Chile"}),
        ("The report, which condemned Peru, was long.", "condemned", set()),
        ("Kenya condemned the attack, and so did Peru.", "condemned", {"Kenya", "Peru"}),
        ("Kenya condemned the attack, as did Peru and Chile.", "condemned", {"Kenya", "Peru", "Chile"}),
        ("Kenya condemned the attack while Peru did nothing.", "condemned", {"Kenya"}),
        ("Kenya met the president of Peru, who condemned Chile.", "condemned", {"Peru"}),
        ("Kenya, which Chile has condemned, met Peru.", "condemned", {"Chile"}),
        ("Kenya read the statement of Peru calling for talks with Chile.", "calling", {"Peru"}),
        ("Kenya issued a statement condemning Peru.", "condemning", {"Kenya"}),
        ("Kenya's decision drew criticism from Peru.", "criticism", {"Peru"}),
        ("Chile mediators were present when Peru signed.", "mediators", {"Chile"}),
        ("Kenya met Chile, whose president condemned Peru.", "condemned", {"Chile"}),
        ("Kenya's decision sparked criticism from Peru.", "sparked criticism", {"Peru"}),
        ("Kenya criticised Chile's decision to expel envoys of Peru.", "expel", {"Chile"}),
        ("Kenya rejected the sanctions imposed by Peru.", "imposed", {"Peru"}),
        ("Kenya met Chile and left, urging Peru to sign.", "urging", {"Kenya"}),
        ("The raid forced Chile to expel envoys of Peru.", "expel", {"Chile"}),
        ("Chile not invited", "invited", set()),
    ],
)
def test_who_acts_is_subject_agent_or_owner(text: str, word: str, expected: set[str]) -> None:
    found = acting(sentence_of(text), trigger_in(text, word), states_in(text))
    assert {mention.text for mention in found} == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chile urged all states to cooperate with Peru.", "urged", {"Peru"}),
        ("Chile urged Kenya to cooperate with Peru.", "urged", {"Peru"}),
        ("Chile urged Peru.", "urged", set()),
        ("Chile accused Kenya of helping Peru.", "accused", {"Peru"}),
        ("Chile called on all states to support Peru.", "called on", {"Peru"}),
        ("Chile called on Kenya and Peru to sign.", "called on", set()),
        ("In talks with Peru, Chile blamed Kenya.", "blamed", {"Peru"}),
        ("Chile praised the stance of Kenya and Peru.", "praised", set()),
        ("Chile praised Kenya and thanked Peru.", "praised", set()),
        ("Chile welcomed Kenya's withdrawal from Peru.", "welcomed", {"Peru"}),
        ("Chile criticised the minister's deal with Peru.", "criticised", set()),
        ("Chile offered its support to Peru.", "offered", set()),
        ("Chile repeated Kenya's support for Peru.", "support", set()),
        ("Kenya overthrew Peru, the country that Chile backed.", "backed", set()),
    ],
)
def test_what_stands_beside_an_object_is_kept_out(text: str, word: str, expected: set[str]) -> None:
    sentence, trigger, mentions = sentence_of(text), trigger_in(text, word), states_in(text)
    out = {each.text for each in beyond_object(sentence, trigger, mentions)}
    assert out == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "The ministry confirmed the visit and said he would discuss Chile and Peru.",
            "visit",
            ["Chile", "Peru"],
        ),
        ("He paid a visit to Chile for talks on Peru.", "visit", ["Peru"]),
        ("He arrived in Chile on a visit.", "visit", []),
        ("He came to Kenya on a visit for Chile-Peru talks.", "visit", ["Chile", "Peru"]),
        ("He visited Chile and Peru.", "visited", []),
        ("His visit to Chile comes as relations with Peru are tense.", "visit", ["Peru"]),
    ],
)
def test_what_is_only_spoken_of_is_no_destination(text: str, word: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, word)
    assert [each.text for each in states_in(text) if is_topic(sentence, trigger, each)] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("In a letter to Chile the ministers urged Peru to sign.", "urged", True),
        ("The ministers came and urged Peru to sign.", "urged", True),
        ("The ministers of Chile urged Peru to sign.", "urged", False),
        ("In a letter to Chile they urged Peru to sign.", "urged", False),
        ("The ministers were urged by Peru to sign.", "urged", False),
        ("The ministers spoke of an appeal to Peru.", "appeal", False),
        ("Chile condemned the government's invitation to Peru.", "invitation", True),
        ("Chile condemned last week's invitation to Peru.", "invitation", False),
    ],
)
def test_subject_without_a_name_is_none_of_those_named(text: str, word: str, expected: bool) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, word)
    assert has_unnamed_subject(sentence, trigger, states_in(text)) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chile and Peru were urged by Kenya to sign.", "urged", ["Chile", "Peru"]),
        ("Chile has been accused by Peru of bombing Kenya.", "accused", ["Chile"]),
        ("Chile urged Peru to sign.", "urged", []),
        ("Chile's plan was condemned by Peru.", "condemned", []),
        ("Kenya met Chile, which was urged by Peru to sign.", "urged", ["Chile"]),
        ("Kenya's decision on Chile drew criticism from Peru.", "criticism", ["Kenya"]),
        ("Kenya recalled its envoy, drawing criticism from Peru.", "criticism", ["Kenya"]),
        ("The decision by Kenya sparked criticism from Peru.", "sparked criticism", ["Kenya"]),
        ("Chile and Peru, which Kenya has condemned, met.", "condemned", ["Chile", "Peru"]),
        ("Kenya to host summit; Chile not invited", "invited", ["Chile"]),
        ("Chile did not invite Peru.", "invite", []),
    ],
)
def test_to_whom_a_verb_is_done_undergoes_it(text: str, word: str, expected: list[str]) -> None:
    mentions = states_in(text)
    found = undergoing(sentence_of(text), trigger_in(text, word), mentions)
    assert [each.text for each in mentions if each in found] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (f"{PEOPLE[0]} came to Peru with {PEOPLE[1]} and {PEOPLE[2]}.", "came", list(PEOPLE[1:])),
        (f"{PEOPLE[0]} flew to Peru for talks with {PEOPLE[1]}.", "flew", []),
        (f"{PEOPLE[0]} met with {PEOPLE[1]}.", "met", []),
    ],
)
def test_whoever_somebody_goes_with_goes_too(text: str, word: str, expected: list[str]) -> None:
    found = companions(sentence_of(text), trigger_in(text, word), people_in(text))
    assert [each.text for each in people_in(text) if each in found] == expected


@settings(max_examples=30, deadline=None)
@given(text=st.text(min_size=1, max_size=60), start=st.integers(0, 50), size=st.integers(1, 5))
def test_any_text_has_sides(text: str, start: int, size: int) -> None:
    for sentence in segment(Article("a", f"Chile {text} Peru")):
        trigger = Span(sentence.span.start + start, sentence.span.start + start + size)
        acting(sentence, trigger, states_in(sentence.text))


@pytest.mark.parametrize(
    ("text", "word"),
    [("She travelled from Chile to Peru.", "travelled"), ("She left Chile for Peru.", "left")],
)
def test_state_that_is_left_is_no_place_to_go_to(text: str, word: str) -> None:
    sentence = sentence_of(text)
    topics = [m.text for m in states_in(text) if is_topic(sentence, trigger_in(text, word), m)]
    assert topics == ["Chile"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya briefed France on Peru's visit to Chile.", ["Peru"]),
        ("Kenya told France of the visit of Peru.", []),
        ("Kenya's envoy spoke of a visit to Peru.", []),
    ],
)
def test_a_visit_is_that_of_its_owner(text: str, expected: list[str]) -> None:
    found = owners(sentence_of(text), trigger_in(text, "visit"), states_in(text))
    assert [mention.text for mention in found] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chile met Peru and Kenya.", "met", ["Peru", "Kenya"]),
        ("Chile met with Peru.", "met", ["Peru"]),
        ("Chile met in the house of Peru.", "met", []),
        ("Chile criticised Peru.", "criticised", []),
        ("Chile's talks with Peru ended.", "talks", ["Chile", "Peru"]),
        ("Chile's summit in Peru ended.", "summit", []),
        ("Chile underlined this by meeting with Peru.", "meeting", ["Chile", "Peru"]),
        ("Chile met Kenya before holding talks with Peru.", "talks", ["Chile", "Peru"]),
    ],
)
def test_people_are_met_who_are_the_object_of_a_meeting(text: str, word: str, expected: list[str]) -> None:
    people = [replace(each, type=EntityType.PERSON) for each in states_in(text)]
    found = met(sentence_of(text), trigger_in(text, word), people)
    assert [each.text for each in people if each in found] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kenya invited Peru during the summit in Chile.", "invited", ["Chile"]),
        ("The envoy came to Kenya after talks in Peru.", "came", ["Peru"]),
        ("The envoy spoke after his visit to Kenya.", "visit", []),
    ],
)
def test_what_was_before_or_after_is_no_place_to_go_to(text: str, word: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, word)
    found = [each.text for each in states_in(text) if is_before_or_after(sentence, trigger, each)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chile blamed Peru, which recalled its envoy.", "recalled", True),
        ("Chile blamed Peru, which was condemned.", "condemned", False),
        ("Chile blamed Peru, whom Kenya condemned.", "condemned", False),
        ("Chile recalled its envoy.", "recalled", False),
        ("Chile spoke after condemning Peru.", "condemning", True),
        ("Chile was thanked for condemning Peru.", "condemning", False),
    ],
)
def test_clause_on_who_acts_is_told_from_others(text: str, word: str, expected: bool) -> None:
    assert is_of_clause(sentence_of(text), trigger_in(text, word)) is expected
