"""Words that have another sense where they stand tell no event."""

from __future__ import annotations

import pytest

from graph.events.model.encoding import EVENT_TYPES
from graph.events.triggers.vetoes import Veto, is_vetoed, load_vetoes
from graph.model import Article, Span
from graph.reading.segment import segment

VETOES = load_vetoes()


def is_voided(event_type: str, marked: str) -> bool:
    """Whether the trigger in angle brackets has another sense; the sentence follows another."""
    before, word, after = marked.replace(">", "<").split("<")
    sentence = segment(Article("a", f"Peru spoke. {before}{word}{after}"))[1]
    start = sentence.span.start + len(before)
    return is_vetoed(event_type, Span(start, start + len(word)), sentence)


@pytest.mark.parametrize("veto", VETOES, ids=lambda veto: f"{veto.type}: {veto.voids}")
def test_trigger_in_the_vetoed_sense_tells_no_event_of_its_class(veto: Veto) -> None:
    assert is_voided(veto.type, veto.voids)
    assert not is_voided(veto.type, veto.keeps)


@pytest.mark.parametrize("veto", VETOES, ids=lambda veto: f"{veto.type}: {veto.voids}")
def test_veto_is_of_one_class_that_the_model_knows(veto: Veto) -> None:
    assert veto.type in EVENT_TYPES
    assert not is_voided("Statement" if veto.type != "Statement" else "Meeting", veto.voids)


def test_trigger_that_ends_within_a_word_is_the_whole_word() -> None:
    assert is_voided("Support", "Peru is <bolster>ing its presence in the area.")
