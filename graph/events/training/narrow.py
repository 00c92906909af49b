"""narrow: a network's inner layers lose units, and learn to answer as before (needs the extra `train`)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import partial

import torch
from torch import Tensor, nn

from graph.events.training.batches import Example, batches_of, tensors_of
from graph.events.training.descent import Report, descend
from graph.events.training.lines import AnnotatedLine
from graph.events.training.network import WIDTH, Network

RATE = 2e-4
# Batches on which it is measured how much each unit adds
MEASURED = 120
# What the states of a layer count beside those of the last one, which the heads see
BETWEEN = 0.2


@dataclass(slots=True)
class _Activity:
    """What the units of a layer's inner part answered: sums over tokens, and of the squares."""

    total: Tensor
    squares: Tensor
    tokens: int = 0

    @property
    def mean(self) -> Tensor:
        return self.total / self.tokens

    @property
    def variance(self) -> Tensor:
        return self.squares / self.tokens - self.mean**2

    def add(self, answers: Tensor) -> None:
        """Counts the answers of some tokens, tokens × units."""
        self.total += answers.sum(0)
        self.squares += answers.square().sum(0)
        self.tokens += len(answers)


def narrow(
    wide: Network, lines: Sequence[AnnotatedLine], *, width: int, epochs: int, seed: int, report: Report
) -> Network:
    """Makes a network whose inner layers have `width` units, and whose states are close to those of `wide`.

    Of each layer those units stay whose answers vary most in what they add (after McCarley et al.,
    "Structured pruning of a BERT-based question answering model", 2019); the others' means go into the bias.
    Then all layers learn the states of the wide network on the texts of the lines (after Jiao et al.,
    "TinyBERT", Findings of EMNLP 2020); what the lines are annotated with is not asked. The heads stay.
    `report` is called as by `descend`.
    """
    torch.manual_seed(seed)
    shuffle = random.Random(seed)  # noqa: S311 - an order of examples is no secret
    batches = batches_of(lines, epochs=epochs, shuffle=shuffle)
    wide.eval()
    narrowed = _cut(wide, _activities(wide, batches[:MEASURED]), width)
    learning = narrowed.encoder.encoder.parameters()
    optimizer = torch.optim.AdamW(learning, lr=RATE, weight_decay=0.0, fused=True)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=len(batches), pct_start=0.1)
    descend(batches, partial(_loss, narrowed, wide), optimizer, schedule, report=report)
    return narrowed


@torch.no_grad()
def _activities(network: Network, batches: Sequence[Sequence[Example]]) -> list[_Activity]:
    """Measures the inner part of each layer on some batches."""
    found = []
    hooks = []
    mask = torch.empty(0)
    for layer in network.layers:
        units = layer.output.dense.in_features
        activity = _Activity(*torch.zeros(2, units, dtype=torch.double))
        found.append(activity)

        def count(_: nn.Module, inputs: tuple[Tensor, ...], activity: _Activity = activity) -> None:
            activity.add(inputs[0][mask > 0].double())

        hooks.append(layer.output.dense.register_forward_pre_hook(count))
    for batch in batches:
        token_ids, mask, type_ids, _ = tensors_of(batch)
        network.encode(token_ids, mask, type_ids)
    for hook in hooks:
        hook.remove()
    return found


@torch.no_grad()
def _cut(wide: Network, activities: Sequence[_Activity], width: int) -> Network:
    """Copies a network with the units that matter most."""
    narrowed = deepcopy(wide)
    narrowed.set_inner_width(width)
    for layer, old, activity in zip(narrowed.layers, wide.layers, activities, strict=True):
        into, out = old.intermediate.dense, old.output.dense
        worth = activity.variance * out.weight.double().square().sum(0)
        kept = worth.topk(width).indices.sort().values
        gone = torch.ones(len(worth), dtype=torch.bool)
        gone[kept] = False
        layer.intermediate.dense.weight.copy_(into.weight[kept])
        layer.intermediate.dense.bias.copy_(into.bias[kept])
        layer.output.dense.weight.copy_(out.weight[:, kept])
        layer.output.dense.bias.copy_(out.bias + out.weight[:, gone] @ activity.mean[gone].float())
    return narrowed.eval()


def _loss(narrowed: Network, wide: Network, batch: Sequence[Example]) -> Tensor:
    """Gives how far the states after each layer are apart: the mean square over tokens, layers weighted."""
    token_ids, mask, type_ids, _ = tensors_of(batch)
    kept = mask[..., None].float()
    with torch.no_grad():
        wanted = wide.states(token_ids, mask, type_ids)
    gaps = [
        ((own - other).square() * kept).sum() / (kept.sum() * WIDTH)
        for own, other in zip(narrowed.states(token_ids, mask, type_ids), wanted, strict=True)
    ]
    loss: Tensor = gaps[-1] + BETWEEN * torch.stack(gaps[:-1]).sum()
    return loss
