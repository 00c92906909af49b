"""Training is repeatable."""

from __future__ import annotations

import pytest

from tests.graph.events.training.passages import passage

pytest.importorskip("torch", reason="training needs the extra `train`")


def test_same_lines_and_seed_give_the_same_weights() -> None:
    from graph.events.training.fit import fit  # noqa: PLC0415 -- needs torch, which the line above asks for

    lines, losses = passage("a", 8), list[float]()
    first, again = (
        fit(lines, epochs=2, seed=1, report=lambda step, steps, loss: losses.append(loss)) for _ in range(2)
    )
    assert losses[: len(losses) // 2] == losses[len(losses) // 2 :]
    assert all(
        (one == other).all() for one, other in zip(first.parameters(), again.parameters(), strict=True)
    )
