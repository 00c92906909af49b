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
    encode,
)
from graph.model import Status
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


def test_offsets_are_code_points_into_the_sentence() -> None:
    sentence = "🙂 Gurbanguly Berdimuhamedow’s état visited İzmir."
    encoded = encode("They met in Genève.", sentence)
    covered = {place for left, right in encoded.offsets for place in range(left, right)}
    assert covered == {place for place, character in enumerate(sentence) if not character.isspace()}


def test_sentence_follows_its_context() -> None:
    encoded = encode("They met.", "It began.")
    words = len(encoded.offsets)
    assert encoded.offsets == [(0, 2), (3, 8), (8, 9)]
    assert encoded.token_ids[encoded.first : encoded.first + words] == encode("", "It began.").token_ids[2:-1]
    assert encoded.type_ids == [0] * encoded.first + [1] * (words + 1)


def test_tokens_of_a_stretch_are_those_that_touch_it() -> None:
    encoded = encode("", "Kenya met Peru.")
    assert encoded.tokens_of(6, 9) == [encoded.first + 1]
    assert encoded.tokens_of(4, 11) == [encoded.first, encoded.first + 1, encoded.first + 2]
    assert encoded.tokens_of(5, 6) == []


def test_long_context_loses_its_beginning() -> None:
    kept = "one " * (CONTEXT_TOKENS - 1) + "end"
    assert encode("lost words " * 50 + kept, "It began.") == encode(kept, "It began.")


def test_long_sentence_loses_its_end() -> None:
    kept = " ".join(["one"] * SENTENCE_TOKENS)
    assert encode("", f"{kept} lost words") == encode("", kept)
    assert len(encode("", kept).offsets) == SENTENCE_TOKENS


@settings(max_examples=100, deadline=None)
@given(context=st.text(max_size=80), sentence=st.text(max_size=80))
def test_any_text_encodes_and_its_tokens_lie_within_it_in_order(context: str, sentence: str) -> None:
    encoded = encode(context, sentence)
    assert all(0 <= left <= right <= len(sentence) for left, right in encoded.offsets)
    assert [left for left, _ in encoded.offsets] == sorted(left for left, _ in encoded.offsets)
    assert all(sentence[left:right].strip() for left, right in encoded.offsets)
    assert len(encoded.token_ids) == len(encoded.type_ids) == encoded.first + len(encoded.offsets) + 1
