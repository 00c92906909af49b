"""The words beside a trigger name the kind of its event."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from graph.events.model.encoding import ATTRIBUTES
from graph.events.triggers.kinds import choose_kind, named_kind
from graph.model import Article, Span
from graph.reading.segment import segment

TABLES = tomllib.loads(files("graph.events.triggers").joinpath("kinds.toml").read_text("utf-8"))


def kind(event_type: str, text: str, word: str) -> str | None:
    article = Article("a", f"Rain fell. {text}")
    start = article.text.index(word)
    return named_kind(event_type, segment(article)[1], Span(start, start + len(word)))


@pytest.mark.parametrize(
    ("event_type", "text", "word", "expected"),
    [
        ("Visit", "She paid a state visit to Peru.", "visit", "state"),
        ("Visit", "She arrived on a Working Visit.", "Working Visit", "working"),
        ("Visit", "She went on an official trip.", "trip", "official"),
        ("Visit", "She visited the state of Peru.", "visited", None),
        ("Agreement", "They signed a wide-ranging memorandum.", "signed", "memorandum"),
        ("Agreement", "They signed a joint declaration.", "signed", "declaration"),
        ("Agreement", "They agreed on a plan of action.", "agreed", "plan"),
        ("Agreement", "They signed, one after the other at a long table, protocols.", "signed", None),
        ("Agreement", "They agreed.", "agreed", None),
        ("Meeting", "They met on a state visit.", "visit", None),
        ("Meeting", "She paid a courtesy call on the president.", "paid", "Meeting"),
        ("Meeting", "She called on her Peruvian colleague.", "called", "Meeting"),
        ("Meeting", "She spoke alongside her Peruvian colleague.", "spoke", "Meeting"),
        ("Meeting", "She spoke to her Peruvian colleague.", "spoke", None),
        ("Meeting", "They held two calls on their dispute.", "calls", None),
        ("Meeting", "They held summit telephone talks.", "talks", "Call"),
        ("Meeting", "They held a virtual summit.", "summit", "Summit"),
        ("Meeting", "They met after the summit.", "met", None),
        ("Sanction", "Peru suspended the restrictive measures.", "suspended", "true"),
        ("Sanction", "Peru lifted all its old sanctions on Ghana.", "sanctions", "true"),
        ("Sanction", "They welcomed the extension of a sanctions waiver for Ghana.", "waiver", "true"),
        ("Sanction", "Peru renewed its sanctions on Ghana.", "sanctions", "false"),
        ("Sanction", "Peru renewed its sanctions waiver for Ghana.", "renewed", "true"),
        ("Sanction", "Peru suspended flights to Ghana.", "suspended", None),
        ("Sanction", "Peru imposed sanctions on Ghana.", "sanctions", None),
        ("Sanction", "Peru waived the ban on flights.", "waived", "true"),
        ("Sanction", "Peru is to cut its retaliatory tariff on fish.", "tariff", "true"),
        ("Sanction", "Peru cut off aid to Ghana.", "cut off", None),
        ("Appointment", "It came days after the new cabinet took office.", "took office", "false"),
        ("Appointment", "Holm was sworn in as president.", "sworn in", "false"),
        ("Appointment", "Peru removed its envoy.", "removed", "true"),
        ("Appointment", "Peru fired its envoy.", "fired", "true"),
        ("Appointment", "Peru first appointed him in May.", "appointed", None),
        ("Accession", "Peru applied to join the bloc.", "applied", "apply"),
        ("Accession", "Peru was let in a year later.", "let in", "join"),
        ("Accession", "Peru froze its membership.", "froze", "suspend"),
        ("Accession", "The bloc lifted the suspension.", "lifted", "join"),
        ("Accession", "Peru took over.", "took over", None),
        ("RelationsChange", "Peru is raising its envoy to ambassador.", "raising", "upgrade"),
        ("RelationsChange", "Peru announced the return of its ambassador.", "return", "restore"),
        ("RelationsChange", "Peru sent home three diplomats.", "sent home", None),
        ("RelationsChange", "Peru has deepened its ties with Chile.", "deepened", "upgrade"),
        ("RelationsChange", "Peru has forged deeper ties with Chile.", "forged", "upgrade"),
        ("RelationsChange", "Peru and Chile established a strategic partnership.", "established", "upgrade"),
        (
            "RelationsChange",
            "Peru and Chile forged a comprehensive strategic partnership.",
            "forged",
            "upgrade",
        ),
        ("Sanction", "Peru ended a decades-long ban on imports from Chile.", "ban", "true"),
        ("Sanction", "Peru dropped its sanctions against Chile.", "dropped", "true"),
        ("Sanction", "Peru imposed a ban on Chile by the end of May.", "ban", None),
        ("RelationsChange", "Peru and Chile forged diplomatic ties in 1950.", "forged", "establish"),
        ("RelationsChange", "Peru and Chile established diplomatic relations.", "established", None),
        ("Meeting", "Peru spoke at a news conference with Chile.", "news conference", "Meeting"),
        ("RelationsChange", "Peru downgraded its ties with Chile.", "downgraded", "downgrade"),
        ("RelationsChange", "Peru lowered its ties with Chile.", "lowered", "downgrade"),
        ("RelationsChange", "The rupture with Chile came in May.", "rupture", "sever"),
        ("RelationsChange", "Peru severed ties and ordered envoys to leave.", "ordered", None),
    ],
)
def test_kind_is_named_in_the_trigger_or_beside_it(
    event_type: str, text: str, word: str, expected: str | None
) -> None:
    assert kind(event_type, text, word) == expected


def test_kind_of_a_visit_that_the_sentence_does_not_name_is_not_guessed() -> None:
    (sentence,) = segment(Article("a", "The visit began on Monday."))
    trigger = Span(4, 9)
    assert choose_kind("Visit", "state", sentence, trigger) == "unspecified"
    assert choose_kind("Visit", None, sentence, trigger) is None
    assert choose_kind("Agreement", "treaty", sentence, trigger) == "treaty"


@pytest.mark.parametrize("event_type", TABLES)
def test_kinds_are_those_of_the_model(event_type: str) -> None:
    assert TABLES[event_type]["kinds"].keys() <= set(ATTRIBUTES[event_type][1])


@pytest.mark.parametrize(
    ("event_type", "name", "phrase"),
    [
        (event_type, name, phrase)
        for event_type, table in TABLES.items()
        for name, phrases in table["kinds"].items()
        for phrase in phrases
        if not set("?(*+[") & set(phrase)
    ],
)
def test_every_plain_phrase_names_its_kind(event_type: str, name: str, phrase: str) -> None:
    assert kind(event_type, f"There was a {phrase}.", phrase) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers discussed the drought in Peru.", "Meeting"),
        ("Ministers spoke of the drought in Peru.", "Call"),
        ("Ministers discussed the drought by telephone.", "Call"),
        ("Ministers discussed the drought in a conversation.", "Meeting"),
    ],
)
def test_talks_are_a_call_only_where_a_word_of_calling_stands(text: str, expected: str) -> None:
    sentence = segment(Article("a", text))[0]
    assert choose_kind("Meeting", "Call", sentence, Span(10, 15)) == expected
    assert choose_kind("Meeting", "Summit", sentence, Span(10, 15)) == "Summit"
