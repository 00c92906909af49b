"""The parse tells who is named only to say whose, or of what place, another is."""

from __future__ import annotations

import re

import pytest

from graph.events.roles.belonging import (
    is_against,
    is_agency,
    is_favoured,
    is_home_of_body,
    is_home_of_group,
    is_home_of_person,
    is_home_of_place,
    is_in_medium,
    is_kin,
    is_of_house,
    is_only_served,
    is_post,
    is_post_abroad,
    is_seat,
    is_served,
    is_tied_to,
    only_has_member,
    only_leads,
    only_owns_whole,
)
from graph.model import EntityType, Form, Mention, Span
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import PEOPLE, people_in, states_in, trigger_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marek Velkanov, an adviser to President Nadira Ostavik, warned Peru.", [PEOPLE[0]]),
        ("Nadira Ostavik's envoy, Marek Velkanov, warned Peru.", [PEOPLE[0]]),
        ("Peru met Marek Velkanov, the widower of Nadira Ostavik.", [PEOPLE[0]]),
        ("President Nadira Ostavik's spokesman Marek Velkanov warned Peru.", [PEOPLE[0]]),
        ("Nadira Ostavik's host Marek Velkanov warned Peru.", []),
        ("The envoy of Nadira Ostavik warned Peru.", []),
        ("Nadira Ostavik and her son, Marek Velkanov, warned Peru.", []),
    ],
)
def test_whose_aide_acts_does_not_act(text: str, expected: list[str]) -> None:
    people = people_in(text)
    assert [each.text for each in people if is_served(sentence_of(text), each, people)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nadira Ostavik of Kenya visited Peru.", ["Kenya"]),
        ("Nadira Ostavik (Kenya) called on Peru to sign.", ["Kenya"]),
        ("The visit of Kenya to Peru followed.", []),
        ("The council (Kenya, Peru) called on them to sign.", []),
        ("Nadira Ostavik spoke of Kenya.", []),
    ],
)
def test_state_whose_citizen_acts_does_not_act(text: str, expected: list[str]) -> None:
    states = [
        Mention(Span(*match.span()), match[0], EntityType.COUNTRY, Form.NAME, (9,))
        for match in re.finditer("Kenya|Peru", text)
    ]
    sentence, everyone = sentence_of(text), [*people_in(text), *states]
    assert [each.text for each in states if is_home_of_person(sentence, each, everyone)] == expected


def bodies_in(text: str) -> list[Mention]:
    return [
        Mention(Span(*match.span()), match[0], EntityType.ORGANIZATION, Form.NAME, (number,))
        for number, match in enumerate(re.finditer("Delta Council|Coastal Union|Telvane", text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Delta Council of the Coastal Union met.", ["Coastal Union"]),
        ("The Delta Council and the Coastal Union met.", []),
        ("The envoy of the Coastal Union met the Delta Council.", []),
    ],
)
def test_body_of_which_another_is_an_organ_takes_no_part(text: str, expected: list[str]) -> None:
    sentence, bodies = sentence_of(text), bodies_in(text)
    assert [each.text for each in bodies if is_home_of_body(sentence, each, bodies)] == expected


def test_body_whose_man_acts_does_not_act() -> None:
    text = "Nadira Ostavik of the Coastal Union met Marek Velkanov."
    everyone = [*people_in(text), *bodies_in(text)]
    found = [each.text for each in bodies_in(text) if is_home_of_person(sentence_of(text), each, everyone)]
    assert found == ["Coastal Union"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nadira Ostavik's allies condemned Peru.", [PEOPLE[0]]),
        ("Critics of Nadira Ostavik condemned Peru.", [PEOPLE[0]]),
        ("Nadira Ostavik and her allies condemned Peru.", []),
        ("Nadira Ostavik jarred allies and condemned Peru.", []),
        ("Nadira Ostavik's political heirs condemned Peru.", [PEOPLE[0]]),
    ],
)
def test_whose_ally_or_critic_acts_does_not_act(text: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, "condemned")
    assert [each.text for each in people_in(text) if is_kin(sentence, trigger, each)] == expected


def test_state_whose_opposition_acts_does_not_act() -> None:
    text = "Peru's opposition condemned Chile."
    sentence, trigger = sentence_of(text), trigger_in(text, "condemned")
    assert [each.text for each in states_in(text) if is_kin(sentence, trigger, each)] == ["Peru"]


def test_of_an_alliance_the_trigger_itself_may_tell() -> None:
    text = "Peru, an ally of Nadira Ostavik, waited."
    assert not is_kin(sentence_of(text), trigger_in(text, "ally"), people_in(text)[0])


def test_state_of_a_city_only_says_where_it_is() -> None:
    text = "The pact was signed in Lima, Peru's capital, by envoys of Kenya."
    assert [each.text for each in states_in(text) if is_home_of_place(sentence_of(text), each)] == ["Peru"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile condemned the Kenya group Telvane.", ["Kenya"]),
        ("Chile hit a Kenya shipping firm, Telvane, with sanctions.", ["Kenya"]),
        ("Kenya condemned the group Telvane.", []),
        ("Amid Kenya anger, Telvane left.", []),
        ("Chile blamed Kenya and Telvane.", []),
    ],
)
def test_state_of_a_group_only_says_where_it_is(text: str, expected: list[str]) -> None:
    start = text.index("Telvane")
    group = Mention(Span(start, start + 7), "Telvane", EntityType.ORGANIZATION, Form.NAME, (9,))
    everyone = [*states_in(text), group]
    assert [
        each.text for each in states_in(text) if is_home_of_group(sentence_of(text), each, everyone)
    ] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile hit officials close to Peru with sanctions.", ["Peru"]),
        ("Chile hit firms linked to the president of Peru.", ["Peru"]),
        ("Chile urged groups that are allied with Peru to leave.", ["Peru"]),
        ("Chile linked Kenya to Peru.", []),
        ("Chile praised the close ties of Kenya with Peru.", []),
    ],
)
def test_who_has_others_on_his_side_is_not_they(text: str, expected: list[str]) -> None:
    assert [each.text for each in states_in(text) if is_tied_to(sentence_of(text), each)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two members of Nadira Ostavik's party met Marek Velkanov.", [PEOPLE[0]]),
        ("Radicals within Nadira Ostavik's party met Marek Velkanov.", [PEOPLE[0]]),
        ("Nadira Ostavik's ministers met Marek Velkanov.", []),
        ("An official in Nadira Ostavik's office met Marek Velkanov.", []),
        ("The party met members of Nadira Ostavik's staff.", []),
    ],
)
def test_whose_party_or_staff_others_are_of_does_not_act(text: str, expected: list[str]) -> None:
    assert [each.text for each in people_in(text) if only_owns_whole(sentence_of(text), each)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anti-Chile protests were held.", True),
        ("Kenya spoke of anti-Chile protests.", True),
        ("The antics of Chile were told.", False),
        ("Protests of Chile were told.", False),
    ],
)
def test_state_that_others_are_against_does_not_act(text: str, expected: bool) -> None:
    chile = next(each for each in states_in(text) if each.text == "Chile")
    assert is_against(sentence_of(text), chile) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pro-Kenya majority condemned Peru.", ["Kenya"]),
        ("A pro of Kenya condemned Peru.", []),
    ],
)
def test_on_whose_side_others_are_takes_no_part(text: str, expected: list[str]) -> None:
    assert [each.text for each in states_in(text) if is_favoured(sentence_of(text), each)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile urged the Kenya-led Telvane to act.", ["Kenya"]),
        ("Chile urged the Kenya-led group to act.", []),
        ("Chile urged the group led by Kenya to act.", []),
    ],
)
def test_who_leads_a_named_body_takes_no_part_beside_it(text: str, expected: list[str]) -> None:
    everyone = [*states_in(text), *bodies_in(text)]
    found = [each.text for each in everyone if only_leads(sentence_of(text), each, everyone)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ostavik told Radio Kenya that Peru had left.", ["Kenya"]),
        ("Ostavik told the Voice of Kenya that Peru had left.", ["Kenya"]),
        ("Ostavik told Kenya that Peru had left.", []),
        ("Ostavik told Radio Lima, a partner of Kenya, that Peru had left.", []),
        ("Ostavik told Radio Lima Kenya had left.", []),
    ],
)
def test_state_in_the_name_of_a_medium_takes_no_part(text: str, expected: list[str]) -> None:
    assert [each.text for each in states_in(text) if is_in_medium(sentence_of(text), each)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya severed ties with fellow Union state Peru.", True),
        ("Union members Kenya and Chile severed ties with Peru.", True),
        ("Union states severed ties with Peru.", False),
        ("Union states Monday severed ties with Peru.", False),
        ("The Union severed ties with Peru.", False),
    ],
)
def test_union_of_which_a_state_is_a_member_takes_no_part(text: str, expected: bool) -> None:
    kind = EntityType.INTERNATIONAL_ORGANIZATION
    union = Mention(trigger_in(text, "Union"), "Union", kind, Form.NAME, (0,))
    assert only_has_member(sentence_of(text), union) is expected


@pytest.mark.parametrize(("text", "expected"), [("the Lima-based envoy", True), ("the Lima talks", False)])
def test_city_in_which_somebody_has_his_seat_takes_no_part(text: str, expected: bool) -> None:
    told = f"Chile expelled {text}."
    lima = Mention(trigger_in(told, "Lima"), "Lima", EntityType.PLACE, Form.NAME, (0,))
    assert is_seat(sentence_of(told), lima) is expected


def test_state_in_which_a_group_has_its_seat_takes_no_part() -> None:
    text = "The Kenya-based watch condemned Peru."
    assert [each.text for each in states_in(text) if is_seat(sentence_of(text), each)] == ["Kenya"]


def test_agency_of_a_dateline_takes_no_part() -> None:
    text = "LIMA (Peru Press) – Envoys of Kenya and Chile met."
    agency = Mention(Span(6, 16), "Peru Press", EntityType.COMPANY, Form.NAME, (0,))
    found = [each.text for each in (agency, *states_in(text)[1:]) if is_agency(sentence_of(text), each)]
    assert found == ["Peru Press"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A special envoy of Nadira Ostavik visited Kenya.", [PEOPLE[0]]),
        ("Nadira Ostavik's envoy visited Kenya.", [PEOPLE[0]]),
        ("Brother of Peruvian President Nadira Ostavik visits Kenya.", [PEOPLE[0]]),
        ("The talks of Nadira Ostavik went well.", []),
    ],
)
def test_who_is_served_by_an_unnamed_envoy_is_not_the_envoy(text: str, expected: list[str]) -> None:
    assert [each.text for each in people_in(text) if is_only_served(sentence_of(text), each)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The sister of Nadira Ostavik condemned Peru.", [PEOPLE[0]]),
        ("Nadira Ostavik's predecessor condemned Peru.", [PEOPLE[0]]),
        ("A spokesman for Nadira Ostavik condemned Peru.", []),
    ],
)
def test_relative_does_not_speak_for_a_person_and_an_aide_does(text: str, expected: list[str]) -> None:
    people, sentence = people_in(text), sentence_of(text)
    assert [each.text for each in people if is_only_served(sentence, each, speaks=True)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nadira Ostavik, the ambassador to Kenya and envoy for Peru, visited Lima.", ["Kenya", "Peru"]),
        ("Nadira Ostavik flew to Kenya for talks with the envoy Peru sent.", []),
    ],
)
def test_state_to_which_somebody_is_sent_is_his_post(text: str, expected: list[str]) -> None:
    assert [each.text for each in states_in(text) if is_post(sentence_of(text), each)] == expected


def test_envoy_is_sent_abroad_to_one_state_by_another() -> None:
    text = "The ambassador of Peru to Kenya condemned Chile."
    assert [each.text for each in states_in(text) if is_post_abroad(sentence_of(text), each)] == ["Kenya"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Velkanov met Ostavik at the residence of the ambassador of Peru in Kenya.", {"Peru"}),
        ("Velkanov met Ostavik at Peru's ambassador's residence in Kenya.", {"Peru"}),
        ("Velkanov met the ambassador of Peru at his residence.", set()),
        ("The office of the ambassador of Peru condemned Kenya.", set()),
        ("Velkanov met Ostavik at the house of the president of Peru.", set()),
    ],
)
def test_whose_envoy_has_the_house_is_not_there(text: str, expected: set[str]) -> None:
    assert {each.text for each in states_in(text) if is_of_house(sentence_of(text), each)} == expected
