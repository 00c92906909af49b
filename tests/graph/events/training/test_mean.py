"""The mean of two networks lies half way between them."""

from __future__ import annotations

from copy import deepcopy
from importlib.resources import as_file, files

import pytest

torch = pytest.importorskip("torch", reason="training needs the extra `train`")


def test_mean_of_two_networks_is_half_way_between_them() -> None:
    from graph.events.training.mean import mean  # noqa: PLC0415 -- needs torch, which the line above asks for
    from graph.events.training.reload import reload  # noqa: PLC0415

    with as_file(files("graph.events.model")) as model:
        first = reload(model)
    second = deepcopy(first)
    with torch.no_grad():
        for weight in second.parameters():
            weight.add_(1.0)
    between = mean(first, second).state_dict()
    gaps = [(between[name] - weight).mean().item() for name, weight in first.named_parameters()]
    assert gaps == pytest.approx([0.5] * len(gaps), abs=1e-3)
