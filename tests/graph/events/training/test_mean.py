"""The mean of two networks lies between them."""

from __future__ import annotations

from copy import deepcopy
from importlib.resources import as_file, files

import pytest

torch = pytest.importorskip("torch", reason="training needs the extra `train`")


@pytest.mark.parametrize("share", [0.5, 0.25])
def test_mean_lies_between_two_networks_as_near_to_the_second_as_its_share(share: float) -> None:
    from graph.events.training.mean import mean  # noqa: PLC0415 -- needs torch, which the line above asks for
    from graph.events.training.reload import reload  # noqa: PLC0415

    with as_file(files("graph.events.model")) as model:
        first = reload(model)
    second = deepcopy(first)
    with torch.no_grad():
        for weight in second.parameters():
            weight.add_(1.0)
    between = mean(first, second, share=share).state_dict()
    gaps = [(between[name] - weight).mean().item() for name, weight in first.named_parameters()]
    assert gaps == pytest.approx([share] * len(gaps), abs=1e-3)
