"""Who takes something has not given it."""

from __future__ import annotations

import pytest

from graph.events.roles.directions import (
    aimed_at,
    givers,
    handed,
    is_honoured,
    sources,
    summoned,
    summoning,
    takers,
    writers,
)
from graph.model import Article, Span
from graph.pipeline import convert
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import states_in

Roles = dict[str, list[str]]


def taking(text: str, word: str, *, by_verb: bool = False) -> list[str]:
    sentence, start, mentions = sentence_of(text), text.index(word), states_in(text)
    found = takers(sentence, Span(start, start + len(word)), mentions, by_verb=by_verb)
    return [each.text for each in mentions if each in found]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chile declined the invitation of Peru.", "invitation", ["Chile"]),
        ("Peru's invitation was accepted by Chile.", "invitation", ["Chile"]),
        ("Chile thanked Peru for the invitation to Kenya.", "invitation", ["Chile"]),
        ("Chile, which borders Peru, received a loan.", "loan", ["Chile"]),
        ("Chile sent an invitation to Peru.", "invitation", []),
        ("Chile visited Peru at the invitation of Kenya.", "invitation", []),
    ],
)
def test_who_takes_what_a_noun_names(text: str, word: str, expected: list[str]) -> None:
    assert taking(text, word) == expected


@pytest.mark.parametrize(("by_verb", "expected"), [(True, ["Chile"]), (False, [])])
def test_a_verb_tells_who_takes_where_it_is_asked(by_verb: bool, expected: list[str]) -> None:
    assert taking("Chile has secured three tanks from Peru.", "secured", by_verb=by_verb) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya has secured 40 million dollars from the World Bank.",
            [("Aid", {"actor": ["World Bank"], "target": ["Kenya"]})],
        ),
        (
            "Kenyan President Peter Kamanga thanked Marek Velkanov for the invitation to visit Lima.",
            [
                ("Statement", {"speaker": ["Peter Kamanga"]}),
                (
                    "Invitation",
                    {"actor": ["Marek Velkanov"], "target": ["Peter Kamanga"], "destination": ["Lima"]},
                ),
            ],
        ),
    ],
)
def test_whoever_receives_it_is_the_target(text: str, expected: list[tuple[str, Roles]]) -> None:
    found = convert(Article("a", text))
    told = [
        (event.type, {role: [found.entities[each].name for each in who] for role, who in event.roles.items()})
        for event in found.events
    ]
    assert told == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chile was handed a note of protest by Peru.", "note", ["Chile"]),
        ("Chile was handed a note of protest by Peru.", "protest", ["Chile"]),
        ("Chile handed Peru a note of protest.", "note", []),
        ("Chile was told of a note of protest by Peru.", "note", []),
        ("Women presented Chile with a note of protest.", "protest", ["Chile"]),
        ("Women presented Chile with a protest against Peru.", "protest", []),
        ("Chile met Peru with a protest.", "protest", []),
    ],
)
def test_who_is_handed_what_a_noun_names_undergoes_it(text: str, word: str, expected: list[str]) -> None:
    sentence, start = sentence_of(text), text.index(word)
    found = handed(sentence, Span(start, start + len(word)), states_in(text))
    assert [each.text for each in states_in(text) if each in found] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The envoy of Chile was summoned to Peru.", "summoned", ["Peru"]),
        ("The envoy of Chile was called in by Peru.", "called in", ["Peru"]),
        ("The envoy of Chile was called into Peru.", "called", ["Peru"]),
        ("Chile summoned the envoy of Peru.", "summoned", []),
        ("The envoy of Chile was sent to Peru.", "sent", []),
    ],
)
def test_who_summons_is_where_the_summoned_goes(text: str, word: str, expected: list[str]) -> None:
    sentence, start = sentence_of(text), text.index(word)
    found = summoning(sentence, Span(start, start + len(word)), states_in(text))
    assert [each.text for each in states_in(text) if each in found] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chile rejected the criticism of Peru.", "criticism", ["Chile"]),
        ("Chile, which borders Kenya, faces demands from Peru.", "demands", ["Chile"]),
        ("The accusations of Peru were denied by Chile.", "accusations", ["Chile"]),
        ("Chile rejected talks and faces criticism from Peru.", "criticism", ["Chile"]),
        ("Chile welcomed the criticism of Peru.", "criticism", []),
        ("Chile repeated its criticism of Peru.", "criticism", []),
    ],
)
def test_criticism_is_aimed_at_who_refuses_or_faces_it(text: str, word: str, expected: list[str]) -> None:
    start, mentions = text.index(word), states_in(text)
    aimed = aimed_at(sentence_of(text), Span(start, start + len(word)), mentions)
    assert [each.text for each in mentions if each in aimed] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile summoned the ambassador of Peru after Kenya had hired guards.", ["Peru"]),
        ("On Friday Chile summoned the Peru envoy to Kenya.", ["Peru"]),
        ("The ambassador of Peru was summoned by Chile.", []),
    ],
    ids=["of", "to", "passive"],
)
def test_whose_envoy_is_summoned_is_whom_it_is_done_to(text: str, expected: list[str]) -> None:
    start, mentions = text.index("summoned"), states_in(text)
    found = summoned(sentence_of(text), Span(start, start + len("summoned")), mentions)
    assert [each.text for each in mentions if each in found] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chile received tents from Peru.", "received", ["Peru"]),
        ("Chile took delivery of 50 vehicles from Peru and Kenya.", "delivery", ["Peru", "Kenya"]),
        ("Chile received tents from Peru's ambassador in Kenya.", "received", ["Peru"]),
        ("Chile received tents from the government of Peru.", "received", ["Peru"]),
        ("Chile received tents for Peru.", "received", []),
        ("Chile received tents for refugees from Peru.", "received", []),
        ("Chile received tents for victims of a raid from Peru.", "received", []),
    ],
)
def test_from_whom_something_is_taken_has_given_it(text: str, word: str, expected: list[str]) -> None:
    sentence, start, mentions = sentence_of(text), text.index(word), states_in(text)
    found = givers(sentence, Span(start, start + len(word)), mentions)
    assert [each.text for each in mentions if each in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile received messages of condolence from Peru and from Kenya.", ["Peru", "Kenya"]),
        ("Chile received an envoy from Peru.", []),
        ("Chile wrote a letter on tents from Peru.", []),
    ],
)
def test_message_that_somebody_gets_is_of_who_sent_it(text: str, expected: list[str]) -> None:
    sentence, mentions = sentence_of(text), states_in(text)
    found = writers(sentence, Span(6, text.index(" ", 6)), mentions)
    assert [each.text for each in mentions if each in found] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Nadira Ostavik was congratulated on her election by Marek Velkanov.", "congratulated", True),
        ("Nadira Ostavik congratulated Marek Velkanov.", "congratulated", False),
        ("Nadira Ostavik was quoted by Marek Velkanov.", "quoted", False),
    ],
)
def test_who_is_congratulated_says_nothing_by_it(text: str, word: str, expected: bool) -> None:
    start = text.index(word)
    assert is_honoured(sentence_of(text), Span(start, start + len(word))) is expected


def test_who_congratulates_in_the_passive_speaks() -> None:
    text = "Kenyan President Nadira Ostavik was congratulated on it by Peruvian President Marek Velkanov."
    found = convert(Article("a", text))
    spoken = [event.roles["speaker"] for event in found.events if event.type == "Statement"]
    assert [[found.entities[each].name for each in one] for one in spoken] == [["Marek Velkanov"]]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("That drew rebukes from Chile, an ally of Peru.", "rebukes", ["Chile", "Peru"]),
        ("Criticism by Chile and Peru grew.", "Criticism", ["Chile", "Peru"]),
        ("Criticism from the ministers of Chile of Peru grew.", "Criticism", []),
        ("The support for Chile grew.", "support", []),
        ("Chile withdrew its threat from Peru.", "withdrew", []),
    ],
)
def test_an_act_is_from_whom_its_noun_says(text: str, word: str, expected: list[str]) -> None:
    sentence, start, mentions = sentence_of(text), text.index(word), states_in(text)
    found = sources(sentence, Span(start, start + len(word)), mentions)
    assert [each.text for each in mentions if each in found] == expected
