"""An act is done to its object, and to nobody beside it."""

from __future__ import annotations

import pytest

from graph.events.roles.undergoing import beyond_object, undergoing
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import states_in, trigger_in


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chile urged all states to cooperate with Peru.", "urged", {"Peru"}),
        ("Chile urged Kenya to cooperate with Peru.", "urged", {"Peru"}),
        ("Chile urged Peru.", "urged", set()),
        ("Chile left Kenya, accusing it of arming rebels and backing Peru.", "accusing", {"Peru"}),
        ("Chile accused the leaders of Peru.", "accused", set()),
        ("Chile accused Kenya of helping Peru.", "accused", {"Peru"}),
        ("Chile called on all states to support Peru.", "called on", {"Peru"}),
        ("Chile called on Kenya and Peru to sign.", "called on", set()),
        ("In talks with Peru, Chile blamed Kenya.", "blamed", {"Peru"}),
        ("Chile praised the stance of Kenya and Peru.", "praised", set()),
        ("Chile praised Kenya and thanked Peru.", "praised", {"Peru"}),
        ("Chile blamed Kenya for the delay and asked Peru for help.", "blamed", {"Peru"}),
        ("Chile condemned and rejected the remarks of Peru.", "condemned", set()),
        ("Chile urged the Kenya envoys who are in Peru to leave.", "urged", {"Peru"}),
        ("Chile welcomed the Kenya truce reached by Peru.", "welcomed", set()),
        ("Chile rejected the Kenya plan that Peru made.", "rejected", set()),
        ("Chile backed the Kenya plan to help Peru.", "backed", set()),
        ("Peru signed as Chile praised Kenya.", "praised", {"Peru"}),
        ("Chile phoned Peru to urge pressure on Kenya.", "urge", {"Chile"}),
        ("Chile wrote to Peru to urge pressure on Kenya.", "urge", {"Chile"}),
        ("Peru's plan, which urged Kenya to leave, failed.", "urged", set()),
        ("Chile called for a truce, blaming Peru.", "called for", {"Peru"}),
        ("Chile called for the withdrawal of Peru.", "called for", set()),
        ("Chile's condemnation of Kenya won over Peru.", "condemnation", {"Chile", "Peru"}),
        ("Chile's condemnation of the Kenya plan that Peru made", "condemnation", {"Chile", "Peru"}),
        ("Chile must urge Kenya to leave Peru.", "must", {"Kenya", "Peru"}),
        ("All states must leave Peru.", "must", {"Peru"}),
        ("They must leave Peru.", "must", set()),
        ("Chile hailed the plan made by the ministers of Kenya and Peru.", "hailed", set()),
        ("Chile hailed the plan that Peru's minister made.", "hailed", set()),
        ("Chile repeated the claim that Peru had left Kenya.", "repeated", {"Kenya"}),
        ("Chile blamed rebels for it and asked Peru for help.", "blamed", {"Peru"}),
        ("Chile condemned the raid and blamed Peru.", "condemned", set()),
        ("Chile blamed its neighbour for it and left Peru.", "blamed", set()),
        ("Chile dismissed the question about ties with Peru.", "dismissed", {"Peru"}),
        ("Chile voiced its concern about Peru.", "voiced", set()),
        ("Chile warned foreign states against backing Peru.", "warned", {"Peru"}),
        ("Chile called Kenya's criticism of Peru absurd.", "called", {"Peru"}),
        ("Chile repeated Kenya's support for Peru.", "repeated", set()),
        ("Criticism from Chile, of which Peru learned, grew.", "Criticism", set()),
        ("Chile welcomed Kenya's withdrawal from Peru.", "welcomed", {"Peru"}),
        ("Chile criticised the minister's deal with Peru.", "criticised", set()),
        ("Chile wants Kenya to give Peru more time.", "wants", {"Peru"}),
        ("Chile stands with Kenya in its quarrel with Peru.", "stands", {"Peru"}),
        ("Chile offered its support to Peru.", "offered", set()),
        ("Chile repeated Kenya's support for Peru.", "support", set()),
        ("Chile refused to recognise Kenya and backed Peru.", "backed", {"Kenya"}),
        ("Kenya overthrew Peru, the country that Chile backed.", "backed", set()),
        ("Chile threatened Kenya with war unless Peru left.", "threatened", {"Peru"}),
        ("Chile threatened sanctions if Peru attacked Kenya.", "threatened", {"Kenya"}),
        ("Chile threatened sanctions after Peru attacked Kenya.", "threatened", {"Peru", "Kenya"}),
    ],
)
def test_what_stands_beside_an_object_is_kept_out(text: str, word: str, expected: set[str]) -> None:
    sentence, trigger, mentions = sentence_of(text), trigger_in(text, word), states_in(text)
    out = {each.text for each in beyond_object(sentence, trigger, mentions)}
    assert out == expected


@pytest.mark.parametrize(("denies", "expected"), [(True, {"Peru"}), (False, set())])
def test_who_is_said_to_have_done_it_is_meant_but_by_a_denial(*, denies: bool, expected: set[str]) -> None:
    text = "Chile dismissed reports that Peru had left."
    sentence, trigger, mentions = sentence_of(text), trigger_in(text, "dismissed"), states_in(text)
    out = {each.text for each in beyond_object(sentence, trigger, mentions, denies=denies)}
    assert out == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chile and Peru were urged by Kenya to sign.", "urged", ["Chile", "Peru"]),
        ("Chile has been accused by Peru of bombing Kenya.", "accused", ["Chile"]),
        ("Chile urged Peru to sign.", "urged", []),
        ("Chile's plan was condemned by Peru.", "condemned", ["Chile"]),
        ("Chile's ally was condemned by Peru.", "condemned", []),
        ("Chile's demand was rejected by Peru.", "rejected", []),
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
