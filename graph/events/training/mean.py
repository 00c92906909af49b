"""mean: two networks become one between them (needs the extra `train`)."""

from __future__ import annotations

from graph.events.training.network import Network


def mean(first: Network, second: Network, *, share: float = 0.5) -> Network:
    """Gives the second network the mean of both networks' weights, its own with a `share`, to be exported."""
    weights = second.state_dict()
    for name, weight in first.state_dict().items():
        if weight.dtype.is_floating_point:
            weights[name].mul_(share).add_(weight, alpha=1 - share)
    second.eval()
    return second
