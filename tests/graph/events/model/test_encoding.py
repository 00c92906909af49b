"""What the model sees and answers agrees with the ontology and with the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.events.model.encoding import (
    ATTRIBUTE_LABELS,
    ATTRIBUTES,
    CONTEXT_TOKENS,
    EVENT_TYPES,
    SENTENCE_TOKENS,
    SLOTS,
    STATUSES,
    WINDOW_TOKENS,
    InContext,
    Window,
    encode,
)
from graph.model import Span, Status
from ontology.schema import load_event_schemas

SCHEMAS = load_event_schemas()
# Where the ontology keeps the closed list of an attribute, and the value that stands for saying nothing.
CLOSED_LISTS = {
    "Visit": ("visitKind", ["unspecified"]),
    "Agreement": ("instrument", ["unspecified"]),
    "Accession": ("accessionKind", []),
    "RelationsChange": ("changeKind", []),
}


def test_types_are_the_classes_of_events_of_the_ontology() -> None:
    assert sorted(EVENT_TYPES) == [name for name, schema in SCHEMAS.items() if schema.parents == ("Event",)]


def test_statuses_are_those_of_the_model() -> None:
    assert tuple(Status) == STATUSES


def test_slots_are_the_roles_of_the_ontology_and_what_else_stands_in_a_sentence() -> None:
    roles = {role for schema in SCHEMAS.values() for role in schema.roles}
    assert set(SLOTS) - roles == {"time", "place", "subject", "amount"}
    assert roles - set(SLOTS) == set()
    assert len(SLOTS) == len(set(SLOTS))


@pytest.mark.parametrize("event_type", CLOSED_LISTS)
def test_attribute_has_the_values_of_the_ontology_after_its_default(event_type: str) -> None:
    name, default = CLOSED_LISTS[event_type]
    values = SCHEMAS[event_type].attributes[name].values
    assert sorted(ATTRIBUTES[event_type][1]) == sorted([*default, *values])
    assert ATTRIBUTES[event_type][1][0] in (default or values)


@pytest.mark.parametrize(("event_type", "name"), [("Sanction", "lifted"), ("Appointment", "dismissal")])
def test_flag_of_the_ontology_is_false_unless_said(event_type: str, name: str) -> None:
    assert SCHEMAS[event_type].attributes[name].datatype == "boolean"
    assert ATTRIBUTES[event_type] == (name, ("false", "true"))


def test_meeting_is_one_of_its_subclasses_or_a_plain_one() -> None:
    subclasses = [name for name, schema in SCHEMAS.items() if "Meeting" in schema.parents]
    assert ATTRIBUTES["Meeting"][1][0] == "Meeting"
    assert sorted(ATTRIBUTES["Meeting"][1][1:]) == subclasses


def test_every_closed_list_of_the_ontology_is_known() -> None:
    listed = {
        (name, attribute.name)
        for name, schema in SCHEMAS.items()
        for attribute in schema.attributes.values()
        if attribute.values or attribute.datatype == "boolean"
    }
    flags = {("Sanction", "lifted"), ("Appointment", "dismissal")}
    assert listed == {(event_type, name) for event_type, (name, _) in CLOSED_LISTS.items()} | flags


def test_labels_are_grouped_by_type() -> None:
    assert [value for owner, value in ATTRIBUTE_LABELS if owner == "Sanction"] == ["false", "true"]
    assert len(ATTRIBUTE_LABELS) == len(set(ATTRIBUTE_LABELS))


def one(text: str, context: str = "") -> Window:
    (window,) = encode([InContext(text, context)])
    return window


def test_offsets_are_code_points_into_the_sentence() -> None:
    sentence = "🙂 Gurbanguly Berdimuhamedow’s état visited İzmir."
    (encoded,) = one(sentence, "They met in Genève.").sentences
    covered = {place for left, right in encoded.offsets for place in range(left, right)}
    assert covered == {place for place, character in enumerate(sentence) if not character.isspace()}


def test_spans_count_from_the_start_of_the_article() -> None:
    (window,) = encode([InContext("It began.", "", start=100)])
    assert window.sentences[0].span(0, 1) == Span(100, 108)


def test_sentences_follow_the_context_of_the_first() -> None:
    texts = ("It began.", "They met.")
    (window,) = encode([InContext(texts[0], "Peru"), InContext(texts[1], texts[0])])
    alone = [one(text) for text in texts]
    cls, sep = one("").token_ids[:2]
    words = [each.token_ids[2:-1] for each in alone]
    assert window.token_ids == [cls, *one("Peru").token_ids[2:-1], sep, *words[0], sep, *words[1], sep]
    assert window.type_ids == [0] * 3 + [1] * 8
    assert [(each.first, each.end) for each in window.sentences] == [(3, 6), (7, 10)]
    assert [each.offsets for each in window.sentences] == [each.sentences[0].offsets for each in alone]


def test_sentence_that_no_longer_fits_begins_a_window_with_its_own_context() -> None:
    long = " ".join(["one"] * (WINDOW_TOKENS - 4))
    texts = [InContext("It began.", ""), InContext(long, "Lead-in:"), InContext("They met.", "It began.")]
    windows = list(encode(texts))
    assert windows == [one("It began."), *encode(texts[1:])]
    assert windows[1] == one(long, "Lead-in:")


def test_tokens_of_a_stretch_are_those_that_touch_it() -> None:
    (encoded,) = one("Kenya met Peru.").sentences
    assert encoded.tokens_of(6, 9) == [encoded.first + 1]
    assert encoded.tokens_of(4, 11) == [encoded.first, encoded.first + 1, encoded.first + 2]
    assert encoded.tokens_of(5, 6) == []


def test_long_context_loses_its_beginning() -> None:
    kept = "one " * (CONTEXT_TOKENS - 1) + "end"
    assert one("It began.", "lost words " * 50 + kept).token_ids == one("It began.", kept).token_ids


def test_long_sentence_loses_its_end() -> None:
    kept = " ".join(["one"] * SENTENCE_TOKENS)
    assert one(f"{kept} lost words").token_ids == one(kept).token_ids
    assert len(one(kept).sentences[0].offsets) == SENTENCE_TOKENS


@settings(max_examples=100, deadline=None)
@given(st.lists(st.builds(InContext, st.text(max_size=80), st.text(max_size=80)), max_size=9))
def test_any_text_encodes_and_its_tokens_lie_within_it_in_order(sentences: list[InContext]) -> None:
    windows = list(encode(sentences))
    assert [each.sentence for window in windows for each in window.sentences] == sentences
    for window in windows:
        assert len(window.token_ids) == len(window.type_ids) == window.sentences[-1].end + 1
        for each in window.sentences:
            text = each.sentence.text
            assert all(0 <= left <= right <= len(text) for left, right in each.offsets)
            assert [left for left, _ in each.offsets] == sorted(left for left, _ in each.offsets)
            assert all(text[left:right].strip() for left, right in each.offsets)
