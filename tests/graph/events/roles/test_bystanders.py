"""The parse tells who is named beside an event without doing what it tells."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.events.roles.belonging import is_served
from graph.events.roles.bystanders import (
    acts_otherwise,
    is_aside,
    is_aside_of_actor,
    is_beside,
    is_discussed,
    is_ground,
    is_imposer,
    is_opposed,
    is_outside,
    is_partner,
    is_rumoured,
    only_attends,
    only_greets,
    only_hears,
    only_judges,
    only_responds,
    only_speaks_for,
    only_tells,
)
from graph.model import Article, EntityType, Form, Mention, Span
from graph.pipeline import convert
from graph.reading.segment import segment
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import PEOPLE, people_in, trigger_in


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Nadira Ostavik, who is on a visit to Peru, held talks with Marek Velkanov.",
            "visit",
            [PEOPLE[1]],
        ),
        ("Nadira Ostavik, who came for a visit, met Marek Velkanov.", "visit", [PEOPLE[1]]),
        ("Nadira Ostavik came to Peru and was received by Marek Velkanov.", "came", [PEOPLE[1]]),
        ("Nadira Ostavik met the president of Peru, Marek Velkanov, who is on a visit.", "visit", []),
        ("Nadira Ostavik received Marek Velkanov for a visit.", "visit", [PEOPLE[0]]),
        ("Nadira Ostavik visited Peru with Marek Velkanov.", "visited", []),
        ("Nadira Ostavik and Marek Velkanov visited Peru.", "visited", []),
    ],
)
def test_whom_the_guest_meets_is_no_guest(text: str, word: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, word)
    assert [each.text for each in people_in(text) if is_partner(sentence, trigger, each)] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The talks of Nadira Ostavik were praised by Marek Velkanov.", "talks", [PEOPLE[1]]),
        ("The pact, brokered by Marek Velkanov, was signed by Nadira Ostavik.", "pact", [PEOPLE[1]]),
        ("The pact was criticised by the president of Peru, Marek Velkanov.", "pact", [PEOPLE[1]]),
        ("The pact was criticised by Marek Velkanov.", "criticised", []),
    ],
)
def test_who_responds_to_an_act_does_not_do_it(text: str, word: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, word)
    assert [each.text for each in people_in(text) if only_responds(sentence, trigger, each)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nadira Ostavik said that she commends the decision to leave.", [PEOPLE[0]]),
        ("Nadira Ostavik praised the decision of Marek Velkanov to leave.", [PEOPLE[0]]),
        ("Nadira Ostavik praised the plan to leave.", []),
        ("Nadira Ostavik announced the decision to leave.", []),
        ("Nadira Ostavik made a decision to leave.", []),
    ],
)
def test_who_judges_a_decision_does_not_do_what_was_decided(text: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, "leave")
    assert [each.text for each in people_in(text) if only_judges(sentence, trigger, each)] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Nadira Ostavik said that Marek Velkanov had signed the treaty.", "signed", [PEOPLE[0]]),
        ("Nadira Ostavik regretted the deals that Marek Velkanov signed.", "signed", [PEOPLE[0]]),
        ("Nadira Ostavik said that Marek Velkanov had come and signed the treaty.", "signed", [PEOPLE[0]]),
        ("Nadira Ostavik said that she had signed the treaty.", "signed", []),
        ("Nadira Ostavik met him and signed the treaty.", "signed", []),
        ("Nadira Ostavik said that talks with Marek Velkanov went well.", "talks", []),
        ("Ministers will meet in Lima, said the minister of Peru, Nadira Ostavik.", "meet", [PEOPLE[0]]),
        ("Nadira Ostavik said Marek Velkanov held talks with Ilmar Castellor.", "talks", [PEOPLE[0]]),
    ],
)
def test_who_tells_of_it_does_not_do_it(text: str, word: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, word)
    assert [each.text for each in people_in(text) if only_tells(sentence, trigger, each)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council, chaired by Nadira Ostavik, condemned Peru.", [PEOPLE[0]]),
        ("Marek Velkanov, who met Nadira Ostavik in Lima, condemned Peru.", [PEOPLE[0]]),
        ("Marek Velkanov, who met Nadira Ostavik in Lima, is expected to condemn Peru.", [PEOPLE[0]]),
        ("Nadira Ostavik, the chair, condemned Peru.", []),
        ("Nadira Ostavik condemned Peru, which Marek Velkanov leads.", []),
    ],
)
def test_who_leads_whom_the_sentence_is_about_does_not_act(text: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, "condemn")
    assert [each.text for each in people_in(text) if is_aside(sentence, trigger, each)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marek Velkanov, who met Nadira Ostavik in Lima, condemned Peru.", [PEOPLE[0]]),
        ("The raid, which Nadira Ostavik led, was condemned by Peru.", []),
        ("Marek Velkanov condemned Nadira Ostavik, who left.", []),
    ],
)
def test_who_is_named_in_a_clause_on_who_acts_is_beside_him(text: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, "condemned")
    assert [each.text for each in people_in(text) if is_aside_of_actor(sentence, trigger, each)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They discussed the dispute of Nadira Ostavik and Marek Velkanov.", [*PEOPLE[:2]]),
        ("Nadira Ostavik discussed the dispute with Marek Velkanov.", []),
        ("Nadira Ostavik and Marek Velkanov discussed trade.", []),
    ],
)
def test_who_is_talked_about_does_not_talk(text: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, "discussed")
    assert [each.text for each in people_in(text) if is_discussed(sentence, trigger, each.span)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the presence of Nadira Ostavik and Marek Velkanov a treaty was signed.", [PEOPLE[0], PEOPLE[1]]),
        ("Nadira Ostavik signed it in the presence of the envoy of Peru, Marek Velkanov.", [PEOPLE[1]]),
        ("Nadira Ostavik witnessed the signing of a treaty by Marek Velkanov.", [PEOPLE[0]]),
        ("The envoy of Peru, Nadira Ostavik, was present to see the signing.", [PEOPLE[0]]),
        ("Nadira Ostavik and Marek Velkanov signed a treaty.", []),
    ],
)
def test_who_is_present_does_not_sign(text: str, expected: list[str]) -> None:
    sentence = sentence_of(text)
    assert [each.text for each in people_in(text) if only_attends(sentence, each)] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Nadira Ostavik signed the plea after Marek Velkanov had left.", "plea", [PEOPLE[1]]),
        ("The plea was signed after Nadira Ostavik had met Marek Velkanov.", "met", []),
        ("Nadira Ostavik signed the plea and met Marek Velkanov.", "signed", []),
    ],
)
def test_who_acts_in_a_clause_beside_the_event_does_not_act_in_it(
    text: str, word: str, expected: list[str]
) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, word)
    found = [each.text for each in people_in(text) if acts_otherwise(sentence, trigger, each)]
    assert found == expected


def test_whom_something_is_against_is_told_from_whom_it_is_for() -> None:
    text = "Nadira Ostavik offered Marek Velkanov support against Ilmar Castellor."
    assert [each.text for each in people_in(text) if is_opposed(sentence_of(text), each)] == [PEOPLE[2]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nadira Ostavik conveyed to Marek Velkanov the warm greetings of President Ilmar Castellor.",
            [PEOPLE[2]],
        ),
        ("Nadira Ostavik conveyed the greetings and best wishes of Ilmar Castellor.", [PEOPLE[2]]),
        ("Nadira Ostavik handed Ilmar Castellor's message to Marek Velkanov.", [PEOPLE[2]]),
        ("Nadira Ostavik met the minister of Peru, Marek Velkanov, with a message.", []),
    ],
)
def test_whose_greetings_are_brought_is_not_there(text: str, expected: list[str]) -> None:
    sentence = sentence_of(text)
    assert [each.text for each in people_in(text) if only_greets(sentence, each)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nadira Ostavik met Marek Velkanov a day after she dismissed Ilmar Castellor.", [PEOPLE[2]]),
        ("Nadira Ostavik met Marek Velkanov after calling on Ilmar Castellor.", []),
        ("The leaders met, with Nadira Ostavik and Marek Velkanov taking part.", []),
    ],
)
def test_who_is_told_of_in_a_clause_of_its_own_stands_beside(text: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, "met")
    assert [each.text for each in people_in(text) if is_beside(sentence, trigger, each)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nadira Ostavik held talks to discuss a visit by Marek Velkanov.", [PEOPLE[1]]),
        ("Nadira Ostavik and Marek Velkanov held talks to discuss trade.", []),
        ("Nadira Ostavik held talks with Marek Velkanov to discuss a visit.", []),
    ],
)
def test_whose_visit_is_the_topic_of_talks_takes_no_part(text: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, "talks")
    assert [each.text for each in people_in(text) if is_discussed(sentence, trigger, each.span)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nadira Ostavik waits as the ministers prepare to sign a pact.", ["Nadira Ostavik"]),
        ("Nadira Ostavik left after Marek Velkanov signed a pact.", ["Nadira Ostavik"]),
        ("Nadira Ostavik left after she signed a pact.", []),
        ("Nadira Ostavik left after signing a pact with Marek Velkanov.", []),
        ("Nadira Ostavik said the ministers signed a pact.", []),
    ],
)
def test_whoever_does_something_else_meanwhile_is_outside(text: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, re.search(r"sign\w*", text)[0])
    assert [each.text for each in people_in(text) if is_outside(sentence, trigger, each)] == expected


def test_of_whom_others_speak_does_not_speak() -> None:
    text = "Nadira Ostavik talked with Marek Velkanov about the visit of Ilmar Castellor."
    sentence, trigger = sentence_of(text), trigger_in(text, "talked")
    spoken_of = [each.text for each in people_in(text) if is_discussed(sentence, trigger, each.span)]
    assert spoken_of == [PEOPLE[2]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya expelled an envoy of Peru over a plot against Nadira Ostavik.", [PEOPLE[0]]),
        ("Kenya expelled an envoy of Peru over Nadira Ostavik's remarks.", []),
        ("Kenya expelled an envoy of Peru in response to a plot by Nadira Ostavik.", [PEOPLE[0]]),
        ("Kenya expelled an envoy of Peru in solidarity with Nadira Ostavik.", [PEOPLE[0]]),
        ("Kenya expelled Nadira Ostavik.", []),
        ("Kenya expelled two envoys for their part in the trial of Nadira Ostavik.", [PEOPLE[0]]),
        ("Kenya expelled two envoys responsible for spying on Nadira Ostavik.", [PEOPLE[0]]),
        ("Kenya expelled two envoys for Nadira Ostavik's remarks.", []),
        ("Kenya expelled an envoy amid Nadira Ostavik crisis.", [PEOPLE[0]]),
    ],
)
def test_whom_a_ground_names_is_not_whom_it_is_done_to(text: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, "expelled")
    assert [each.text for each in people_in(text) if is_ground(sentence, trigger, each)] == expected


def test_who_met_to_discuss_somebody_did_not_meet_him() -> None:
    text = "Nadira Ostavik and Marek Velkanov will meet to discuss the arrest of Ilmar Castellor."
    sentence, trigger = sentence_of(text), trigger_in(text, "meet")
    discussed = [each.text for each in people_in(text) if is_discussed(sentence, trigger, each.span)]
    assert discussed == [PEOPLE[2]]


def test_who_belongs_to_what_was_discussed_at_a_meeting_was_not_there() -> None:
    text = "At the meeting with Nadira Ostavik, ties were discussed, as well as the visit of Marek Velkanov."
    sentence, trigger = sentence_of(text), trigger_in(text, "meeting")
    discussed = [each.text for each in people_in(text) if is_discussed(sentence, trigger, each.span)]
    assert discussed == [PEOPLE[1]]


def test_beside_somebodys_allies_nobody_else_acts() -> None:
    text = (
        "While many allies of Peru strongly criticised the decision of Kenya, "
        "French President Nadira Ostavik praised the move, which ended the talks in Geneva."
    )
    events = convert(Article("a", text)).events
    assert [event.roles.get("actor") for event in events if event.type == "Criticism"] == [None]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Peru filed a protest with the Andean Union.", EntityType.INTERNATIONAL_ORGANIZATION, True),
        ("Peru lodged a complaint with the Andean Union.", EntityType.COUNTRY, False),
        ("Peru signed a treaty with the Andean Union.", EntityType.INTERNATIONAL_ORGANIZATION, False),
        ("Peru protested against the Andean Union.", EntityType.INTERNATIONAL_ORGANIZATION, False),
    ],
)
def test_protest_with_an_organization_is_not_against_it(
    text: str, kind: EntityType, *, expected: bool
) -> None:
    mention = Mention(trigger_in(text, "Andean Union"), "Andean Union", kind, Form.NAME, (0,))
    assert only_hears(sentence_of(text), mention) is expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Peru was added to the Andean Union sanctions list.", EntityType.INTERNATIONAL_ORGANIZATION, True),
        ("Peru faces the Andean Union's sanctions.", EntityType.INTERNATIONAL_ORGANIZATION, True),
        ("Peru imposed sanctions on the Andean Union.", EntityType.INTERNATIONAL_ORGANIZATION, False),
        ("Peru lifted the Andean Union sanctions.", EntityType.COUNTRY, False),
    ],
)
def test_sanctions_of_an_organization_are_imposed_by_it(
    text: str, kind: EntityType, *, expected: bool
) -> None:
    mention = Mention(trigger_in(text, "Andean Union"), "Andean Union", kind, Form.NAME, (0,))
    assert is_imposer(sentence_of(text), mention) is expected


@pytest.mark.parametrize(
    ("against", "expected"), [("against Peru", [PEOPLE[0]]), ("", [])], ids=["bearer told", "no bearer"]
)
def test_whose_act_sanctions_answer_bears_them_only_if_no_other_does(
    against: str, expected: list[str]
) -> None:
    text = f"Kenya adopted sanctions {against} in response to Nadira Ostavik's remarks."
    sentence, trigger = sentence_of(text), trigger_in(text, "sanctions")
    assert [each.text for each in people_in(text) if is_ground(sentence, trigger, each)] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Marek Velkanov held talks amid reports of a trip by Nadira Ostavik.", "talks", [PEOPLE[0]]),
        ("Marek Velkanov held talks amid reports of a trip by Nadira Ostavik.", "trip", []),
        ("Marek Velkanov held talks amid a row with Nadira Ostavik.", "talks", []),
        ("Marek Velkanov held talks amid reports of attacks by Nadira Ostavik.", "talks", []),
    ],
)
def test_whom_a_rumour_is_of_takes_no_part(text: str, word: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, word)
    assert [each.text for each in people_in(text) if is_rumoured(sentence, trigger, each)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peruvian spokesman Nadira Ostavik announced the visit of Marek Velkanov.", [PEOPLE[0]]),
        ("Nadira Ostavik announced the visit of Marek Velkanov.", []),
        ("Peruvian spokesman Nadira Ostavik visited Kenya.", []),
    ],
)
def test_spokesman_who_announces_it_takes_no_part(text: str, expected: list[str]) -> None:
    assert [each.text for each in people_in(text) if only_speaks_for(sentence_of(text), each)] == expected


@settings(max_examples=30, deadline=None)
@given(text=st.text(min_size=1, max_size=60), start=st.integers(0, 50), size=st.integers(1, 5))
def test_any_text_has_bystanders_or_none(text: str, start: int, size: int) -> None:
    for sentence in segment(Article("a", f"Nadira Ostavik {text} Marek Velkanov")):
        trigger, people = Span(start, start + size), people_in(sentence.text)
        for each in people:
            is_partner(sentence, trigger, each)
            only_tells(sentence, trigger, each)
            is_served(sentence, each, people)
