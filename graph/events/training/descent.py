"""descent: the weights follow the loss down, batch by batch (needs the extra `train`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from torch import Tensor
from torch.nn.utils import clip_grad_norm_
from torch.optim import Optimizer
from torch.optim.lr_scheduler import LRScheduler

from graph.events.training.batches import Example

Report = Callable[[int, int, float], None]


def descend(
    batches: Sequence[Sequence[Example]],
    loss_of: Callable[[Sequence[Example]], Tensor],
    optimizer: Optimizer,
    schedule: LRScheduler,
    *,
    report: Report,
) -> None:
    """Takes a step for each batch, gradients cut to a norm of 1.

    `report` is called after each with its number, the number of steps in all, and the loss.
    """
    parameters = [each for group in optimizer.param_groups for each in group["params"]]
    for step, batch in enumerate(batches, start=1):
        loss = loss_of(batch)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        schedule.step()
        report(step, len(batches), loss.item())
