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


def test_no_epoch_leaves_the_weights_as_they_are() -> None:
    from graph.events.training.fit import fit  # noqa: PLC0415
    from graph.events.training.network import Network  # noqa: PLC0415

    network = Network()
    before = {name: weight.clone() for name, weight in network.state_dict().items()}
    same = fit(passage("a", 2), epochs=0, seed=1, report=lambda *_: None, trained=network)
    assert same is network
    assert all((weight == before[name]).all() for name, weight in same.state_dict().items())
