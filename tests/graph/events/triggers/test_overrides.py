"""Phrases that mean an event whatever the model says are few, sound and reasoned."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.events.model.encoding import ATTRIBUTES, EVENT_TYPES
from graph.events.triggers.overrides import announced_by

ROWS = tomllib.loads(files("graph.events.triggers").joinpath("overrides.toml").read_text("utf-8"))["item"]


@pytest.mark.parametrize(
    ("item", "attribute"),
    [
        ("Memorandum of Understanding on health", "memorandum"),
        ("a memorandum on customs", "memorandum"),
        ("MoU between the two academies", "memorandum"),
        ("The Joint Communiqué of the ministers", "joint-statement"),
        ("Joint action plan for 2025", "plan"),
        ("Protocol amending the treaty", "protocol"),
        ("Agreement on visa-free travel", "agreement"),
        ("Framework Agreement on water", "agreement"),
        ("Convention on double taxation", "treaty"),
    ],
)
def test_item_that_begins_with_the_name_of_a_paper_is_an_agreement(item: str, attribute: str) -> None:
    found = announced_by(item)
    assert found is not None
    assert (found.type, found.attribute) == ("Agreement", attribute)


@pytest.mark.parametrize(
    "item",
    ["", "opening a centre", "Agreements", "The ministers signed a protocol", "Plan", "moutons", "the "],
)
def test_other_items_announce_nothing(item: str) -> None:
    assert announced_by(item) is None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["begins"][0])
def test_every_override_names_a_class_a_value_and_its_reason(row: dict[str, object]) -> None:
    assert row["type"] in EVENT_TYPES
    assert row.get("attribute") in (None, *ATTRIBUTES[str(row["type"])][1])
    assert str(row["reason"]).strip()


@pytest.mark.parametrize("phrase", [phrase for row in ROWS for phrase in row["begins"]])
def test_every_phrase_announces_its_own_row(phrase: str) -> None:
    (row,) = (row for row in ROWS if phrase in row["begins"])
    found = announced_by(f"{phrase.capitalize()} on trade")
    assert found is not None
    assert (found.type, found.attribute) == (row["type"], row.get("attribute"))


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=40))
def test_any_item_is_read(item: str) -> None:
    assert announced_by(f"\u2063{item}") is None
