"""A passage told of other states tells the same acts of them."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from graph.events.training.lines import AnnotatedEvent, AnnotatedLine, load_lines, passages
from graph.events.training.swapped import swap
from graph.linking.known import read_countries
from tests.graph.events.training.test_lines import FILES

TEXTS = (
    "Peru and the Philippines signed a treaty in Lima.",
    "Peruvian envoys, the Peruvians said, left the Netherlands for Nairobi.",
)


def line(text: str, context: str = "", *events: AnnotatedEvent) -> AnnotatedLine:
    return AnnotatedLine("a", context, text, events, diplomatic=True)


def chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - a choice of states is no secret


def test_each_state_is_another_all_through_a_passage() -> None:
    first, second = swap([line(TEXTS[0]), line(TEXTS[1], TEXTS[0])], chance(3))
    told = re.fullmatch(r"(.+) and (.+) signed a treaty in (.+)\.", first.text)
    assert told is not None
    states = {state.name: state for state in read_countries()}
    one, other = states[told[1]], states[told[2]]
    assert {one.name, other.name}.isdisjoint({"Peru", "Philippines"})
    assert told[3] == one.capital
    assert second.text.startswith(f"{one.demonyms[0]} envoys, the ")
    assert second.context == first.text


def test_passage_without_states_stays_as_it_is() -> None:
    told = [line("The envoys signed a treaty.")]
    assert swap(told, chance(1)) == told


@pytest.mark.parametrize("path", FILES[:3], ids=lambda path: path.stem)
def test_triggers_and_fillers_are_where_they_were_but_for_the_names(path: Path) -> None:
    for told in passages(load_lines([path])):
        for before, after in zip(told, swap(told, chance(1)), strict=True):
            for one, other in zip(before.events, after.events, strict=True):
                assert _is_like(before.text[slice(*one.trigger)], after.text[slice(*other.trigger)])
                assert [slot for slot, _ in one.fillers] == [slot for slot, _ in other.fillers]
                assert all(
                    _is_like(before.text[slice(*here)], after.text[slice(*there)])
                    for (_, here), (_, there) in zip(one.fillers, other.fillers, strict=True)
                )


def _is_like(before: str, after: str) -> bool:
    """Whether the small words of a stretch are still there."""
    small = [word for word in before.split() if word.islower() and word != "the"]
    return [word for word in after.split() if word.islower() and word != "the"][: len(small)] == small
