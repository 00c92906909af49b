"""exact: an encoder that answers with the same bits on every processor (needs the extra `train`).

The exported encoder rounds its activations to integers, layer by layer. A difference in the last bit of one
of them, as of sums taken in another order, tips roundings, and these tip more: scores then differ by
hundredths from processor to processor and from release to release of onnxruntime. Here the sums over single
numbers are taken in double precision and rounded once, which hides their order; what else is computed on them
is exact, element by element, or is a product of matrices, whose rows all add up alike.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import torch
from torch import Tensor, nn
from transformers import AttentionInterface

from graph.events.training.network import Network

_ATTENTION = "exact"


class LayerNorm(nn.Module):
    """A layer norm with the weights of another, the same in whatever order its sums are taken."""

    def __init__(self, other: nn.LayerNorm) -> None:
        super().__init__()
        self.weight, self.bias, self.eps = other.weight, other.bias, other.eps

    def forward(self, numbers: Tensor) -> Tensor:
        """Norms the last dimension."""
        gaps = numbers - _mean(numbers)
        normed: Tensor = gaps / torch.sqrt(_mean(gaps * gaps) + self.eps) * self.weight + self.bias
        return normed


def exact(network: Network) -> Network:
    """Copies a network for export: its encoder answers the same, without padding and up to rounding."""
    copied = deepcopy(network).eval()
    for part in list(copied.encoder.modules()):
        for name, child in list(part.named_children()):
            if isinstance(child, nn.LayerNorm):
                setattr(part, name, LayerNorm(child))
    AttentionInterface.register(_ATTENTION, attend)
    copied.encoder.set_attn_implementation(_ATTENTION)
    return copied


def attend(
    _: nn.Module, query: Tensor, key: Tensor, value: Tensor, *__: object, scaling: float, **___: Any
) -> tuple[Tensor, None]:
    """Lets each token look at all others of its window, as `transformers` asks of an attention.

    Queries, keys and values are batch × heads × tokens × width; the answer is batch × tokens × heads × width.
    """
    scores = query @ key.transpose(-2, -1) * scaling
    powers = torch.exp(scores - scores.amax(-1, keepdim=True))
    shares = powers / powers.sum(-1, keepdim=True, dtype=torch.double).float()
    return (shares @ value).transpose(1, 2), None


def _mean(numbers: Tensor) -> Tensor:
    return numbers.mean(-1, keepdim=True, dtype=torch.double).float()
