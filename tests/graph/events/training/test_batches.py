"""Annotated lines are learned in windows, each line once an epoch."""

from __future__ import annotations

import random

import pytest

from tests.graph.events.training.passages import passage

pytest.importorskip("torch", reason="training needs the extra `train`")


def test_passages_are_cut_into_windows_that_hold_each_line_once() -> None:
    from graph.events.training.batches import cut  # noqa: PLC0415 -- needs torch, which the line above asks for

    lines = [*passage("a", 20), *passage("b", 3)]
    examples = cut(lines, random.Random(1))  # noqa: S311 - an order of lines is no secret
    held = [line for example in examples for line in example.lines]
    assert [line.passage for line in held] == [line.passage for line in lines]
    assert all(len({line.passage for line in example.lines}) == 1 for example in examples)
    assert [each.sentence.text for example in examples for each, _ in example.pairs] == [
        line.text for line in held
    ]


def test_some_passages_are_told_of_other_states() -> None:
    from graph.events.training.batches import cut  # noqa: PLC0415 -- needs torch, which the line above asks for

    lines = [line for number in range(20) for line in passage(str(number), 1)]
    held = [line for example in cut(lines, random.Random(1)) for line in example.lines]  # noqa: S311 - as above
    own = sum(one.text == other.text for one, other in zip(lines, held, strict=True))
    assert 0 < own < len(lines)
