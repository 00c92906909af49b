"""Who was attacked is not whom the condemnation is against."""

from __future__ import annotations

import pytest

from graph.events.roles.attacked import attacked_before, is_attacked, is_curbed, is_victim
from graph.model import Article, EntityType, Form, Mention, Span
from graph.pipeline import convert
from graph.reading.segment import segment
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import states_in


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Portugal condemned the bombings of the Swedish embassies in Ghana.", "Ghana", True),
        ("Chile condemned the killing of tourists from Peru.", "Peru", True),
        ("Chile condemned the killing of tourists from Peru.", "Chile", False),
        ("Chile condemned the attempted coup in Peru.", "Peru", True),
        ("Chile condemned Peru after the coup.", "Peru", False),
        ("Chile condemned the arrest of envoys of Peru in Ghana.", "Peru", True),
        ("Chile condemned the arrest of envoys in Ghana.", "Ghana", False),
        ("Chile condemned the execution by Ghana of its envoy.", "Ghana", False),
        ("Chile condemned the inclusion of Ghana in the text.", "Ghana", True),
        ("Chile condemned Ghana's detention of its envoy.", "Ghana", False),
        ("Finland condemned the attack by Norway on a ship.", "Norway", False),
        ("Finland condemned Norway's attack on a ship.", "Norway", False),
        ("Finland condemned Norway for its silence.", "Norway", False),
        ("Finland blamed the attack in Ghana on Norway.", "Norway", False),
        ("Finland blamed the attack in Ghana on Norway.", "Ghana", True),
        ("Finland blamed Norway for the attack on Ghana.", "Ghana", True),
        ("Finland deplored the blasts outside the embassies of Ghana.", "Ghana", True),
        ("Finland deplored the plan outside the talks with Ghana.", "Ghana", False),
    ],
)
def test_victim_and_scene_of_an_attack_are_attacked(text: str, name: str, expected: bool) -> None:
    start = text.index(name)
    mention = Mention(Span(start, start + len(name)), name, EntityType.COUNTRY, Form.NAME, (0,))
    assert is_attacked(segment(Article("a", text))[0], mention) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two years after Norway's brutal assault, Finland stands with Ghana.", True),
        ("Finland sent aid to Ghana amid Norway's invasion.", True),
        ("Finland sent aid to Ghana after Norway's storm.", False),
        ("Finland welcomed Norway's attack on the smugglers.", False),
    ],
)
def test_attack_after_which_something_is_done_is_told_of_another(text: str, expected: bool) -> None:
    start = text.index("Norway")
    mention = Mention(Span(start, start + 6), "Norway", EntityType.COUNTRY, Form.NAME, (0,))
    assert attacked_before(segment(Article("a", text))[0], mention) is expected


def test_release_of_a_person_is_not_asked_of_him() -> None:
    text = "Chile called for Nadira Ostavik's release."
    person = Mention(Span(17, 31), "Nadira Ostavik", EntityType.PERSON, Form.NAME, (0,))
    assert is_attacked(segment(Article("a", text))[0], person)


def test_condemnation_of_an_attack_is_not_against_the_attacked() -> None:
    text = "The Norwegian government on Monday condemned two bomb attacks in Ghana and Togo."
    extraction = convert(Article("a", text))
    roles = [event.roles for event in extraction.events if event.type == "Criticism"]
    assert [set(each) for each in roles] in ([], [{"actor"}])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya kept the sanctions imposed on Chile after its invasion of Peru.", ["Peru"]),
        ("Kenya imposed sanctions for the raid on Peru.", ["Peru"]),
        ("Kenya imposed sanctions for the raid in Peru.", []),
        ("Kenya imposed sanctions for the raid by Peru.", []),
    ],
)
def test_victim_is_told_from_the_scene(text: str, expected: list[str]) -> None:
    assert [each.text for each in states_in(text) if is_victim(sentence_of(text), each)] == expected


@pytest.mark.parametrize(
    ("text", "word", "event_type", "expected"),
    [
        ("Chile praised the sanctions on Peru.", "praised", "Support", ["Peru"]),
        ("Chile criticised the tariffs imposed on Peru by Kenya.", "criticised", "Criticism", ["Peru"]),
        ("Chile called for sanctions against Peru.", "called", "Demand", ["Peru"]),
        ("Chile condemned remarks against Peru.", "condemned", "Criticism", ["Peru"]),
        ("Chile backed excluding Peru from the talks.", "backed", "Support", ["Peru"]),
        ("Chile backed suspending Peru from Kenya's group.", "backed", "Support", ["Peru", "Kenya"]),
        ("Chile backed the expulsion of Peru and Kenya.", "backed", "Support", ["Peru", "Kenya"]),
        ("Chile endorsed the exclusion of Peru's envoy.", "endorsed", "Support", ["Peru"]),
        ("Chile supports Peru's suspension.", "supports", "Support", ["Peru"]),
        ("Chile supported a resolution condemning Peru.", "supported", "Support", ["Peru"]),
        ("Chile supports Peru's exclusion of Kenya.", "supports", "Support", ["Kenya"]),
        ("Chile welcomed Peru's condemnation of Kenya.", "welcomed", "Support", ["Kenya"]),
        ("Chile welcomed Peru's condemnation.", "welcomed", "Support", []),
        ("Chile welcomed the condemnation from Peru.", "welcomed", "Support", []),
        ("Chile supports admitting Peru and rejects its exclusion.", "supports", "Support", []),
        ("Chile supports the suspension of duties by Peru.", "supports", "Support", []),
        ("Chile lodged a protest against Peru.", "lodged", "Criticism", []),
        ("Chile criticised Peru for the sanctions.", "criticised", "Criticism", []),
        ("Chile criticised the sanctions of Peru.", "criticised", "Criticism", []),
        ("Chile threatened sanctions on Peru.", "threatened", "Threat", []),
        ("Chile imposed sanctions on Peru, condemning a raid.", "condemning", "Criticism", []),
    ],
)
def test_against_whom_a_curb_is_is_no_target_of_what_is_said_of_it(
    text: str, word: str, event_type: str, expected: list[str]
) -> None:
    sentence, at = segment(Article("a", text))[0], text.index(word)
    mentions = [
        Mention(Span(start, start + len(name)), name, EntityType.COUNTRY, Form.NAME, (0,))
        for name in ("Chile", "Peru", "Kenya")
        if (start := text.find(name)) >= 0
    ]
    trigger = Span(at, at + len(word))
    found = [each.text for each in mentions if is_curbed(event_type, sentence, trigger, each)]
    assert found == expected
