"""A narrower network learns to answer as the wide one does."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import pytest

from graph.errors import SchemaError
from tests.graph.events.training.passages import passage

LINES = Path(__file__).parents[4] / "seeds" / "training"
torch = pytest.importorskip("torch", reason="training needs the extra `train`")


def test_narrow_network_keeps_the_heads_and_comes_closer_to_the_wide_one() -> None:
    from graph.events.training.narrow import narrow  # noqa: PLC0415 -- needs torch, which the line above asks for
    from graph.events.training.reload import reload  # noqa: PLC0415

    with as_file(files("graph.events.model")) as model:
        wide = reload(model)
    gaps = list[float]()
    narrowed = narrow(
        wide, passage("a", 8), width=64, epochs=12, seed=1, report=lambda step, steps, loss: gaps.append(loss)
    )
    assert narrowed.inner_width == 64
    assert torch.equal(narrowed.trigger.weight, wide.trigger.weight)
    assert len(gaps) == 12
    assert gaps[-1] < gaps[0] * 0.8


def test_units_that_always_answer_the_same_are_the_first_to_go_and_change_nothing() -> None:
    from graph.events.training.narrow import narrow  # noqa: PLC0415
    from graph.events.training.reload import reload  # noqa: PLC0415

    with as_file(files("graph.events.model")) as model:
        wide = reload(model)
    idle = wide.inner_width // 2
    with torch.no_grad():
        for layer in wide.layers:
            layer.intermediate.dense.weight[:idle] = 0.0
    gaps = list[float]()
    narrow(
        wide,
        passage("a", 8),
        width=wide.inner_width - idle,
        epochs=1,
        seed=1,
        report=lambda step, steps, loss: gaps.append(loss),
    )
    assert gaps[0] == pytest.approx(0, abs=1e-9)


def test_weights_are_not_narrowed_to_what_is_no_less() -> None:
    from graph.events.training.train import narrow_weights  # noqa: PLC0415

    with as_file(files("graph.events.model")) as model, pytest.raises(SchemaError, match="not narrower"):
        narrow_weights(
            LINES,
            model,
            width=4096,
            epochs=1,
            seed=0,
            held_out=["m"],
            report=lambda step, steps, loss: None,
        )
