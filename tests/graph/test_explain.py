"""A reader who doubts sees, sentence by sentence, why the graph says what it says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.explain import explain
from graph.model import Article
from graph.pipeline import Reading, read_closely

TEXT = (
    "Kenyan President Nadira Ostavik visited Peru on 5 May 2024. "
    "The foreign ministers of Kenya and Peru signed an agreement on visas in Lima."
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_closely(Article("a", TEXT))


def test_article_is_explained_sentence_by_sentence(reading: Reading) -> None:
    lines = list(explain(reading))
    heads = [line for line in lines if line.startswith("[")]
    assert heads == [f"[{number}] {each.text}" for number, each in enumerate(reading.sentences, start=1)]
    assert lines[0].startswith("Is it about diplomacy? ")
    assert {line.split()[0] for line in lines[1:] if line.startswith("    ")} == {
        "mention",
        "trigger",
        "rules",
        "position",
        "event",
    }


def test_what_the_wider_text_adds_is_told_with_whom_it_means() -> None:
    text = "Ghana and Togo signed a treaty on their border in Accra. Nigeria welcomed the agreement."
    lines = list(explain(read_closely(Article("a", text)), only=2))
    assert "    rules     'welcomed' for Support: target from the wider text (Ghana, Togo)" in lines


def test_what_became_of_each_trigger_is_told() -> None:
    text = (
        "Ministers met in Geneva in June 2013. Ghana and Togo signed a treaty in Accra. "
        "The treaty was signed by the presidents of Ghana and Togo. Peru had no objections to the plan. "
        "Will Kenya sign a treaty with Peru?"
    )
    lines = list(explain(read_closely(Article("a", text))))
    assert [line[14:] for line in lines if line.startswith("    fate")] == [
        "discarded: nobody is named who takes part",
        "one event with what is told in [3]",
        "one event with what is told in [2]",
        "discarded: the word has another sense here",
        "discarded: it is only asked",
    ]
    events = [line for line in lines if line.startswith("    event")]
    assert len(events) == 2
    assert events[0] == events[1]
    assert events[0].endswith("; party Ghana, Togo; instrument treaty; place Accra")


def test_only_one_sentence_is_explained_on_demand(reading: Reading) -> None:
    head, *rest = explain(reading)
    first, second = list(explain(reading, only=1)), list(explain(reading, only=2))
    assert (first[0], second[0]) == (head, head)
    assert first[1:] + second[1:] == rest
    assert list(explain(reading, only=3)) == [head]


def test_every_claim_and_every_resolved_mention_is_explained(reading: Reading) -> None:
    text = "\n".join(explain(reading))
    extraction = reading.extraction
    assert extraction.events
    assert extraction.positions
    for event in extraction.events:
        for filler in (filler for fillers in event.roles.values() for filler in fillers):
            assert extraction.entities[filler].name in text
    for position in extraction.positions:
        holder, of = extraction.entities[position.holder], extraction.entities[position.of]
        assert f"    position  {holder.name}: {position.role} of {of.name}" in text
    for mention in extraction.mentions:
        assert f"    mention   {mention.text} — " in text


def test_article_off_the_subject_is_told_why_it_has_no_events() -> None:
    text = "The striker scored twice before half-time. The coach praised his young defenders."
    lines = list(explain(read_closely(Article("a", text))))
    assert lines[0].endswith("all events are discarded")
    assert [line for line in lines if line.startswith("    event")] == []


@settings(max_examples=10, deadline=None)
@given(text=st.text(max_size=80), only=st.none() | st.integers(1, 3))
def test_any_text_is_explained(text: str, only: int | None) -> None:
    assert next(explain(read_closely(Article("a", text)), only=only)).startswith("Is it about diplomacy?")
