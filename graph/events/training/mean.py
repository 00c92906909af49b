"""mean: two networks become the one half way between them (needs the extra `train`)."""

from __future__ import annotations

from graph.events.training.network import Network


def mean(first: Network, second: Network) -> Network:
    """Gives the second network the mean of both networks' weights, ready to be exported."""
    weights = second.state_dict()
    for name, weight in first.state_dict().items():
        if weight.dtype.is_floating_point:
            weights[name].mul_(0.5).add_(weight, alpha=0.5)
    second.eval()
    return second
