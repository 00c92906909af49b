"""fit: annotated lines become a trained network (needs the extra `train`)."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy
from torch.nn.utils import clip_grad_norm_

from graph.events.model.encoding import (
    ATTRIBUTE_LABELS,
    CONTEXT_TOKENS_TO_LEARN,
    EVENT_TYPES,
    SLOTS,
    Encoded,
    encode,
)
from graph.events.training.lines import AnnotatedEvent, AnnotatedLine
from graph.events.training.network import Network

BATCH = 16
ENCODER_RATE, HEAD_RATE = 1.5e-4, 1e-3
# Weights that were trained before go on at this share of the rates.
GOING_ON = 0.5

Report = Callable[[int, int, float], None]


@dataclass(frozen=True, slots=True)
class Example:
    """A line, and what the model sees of it."""

    line: AnnotatedLine
    encoded: Encoded


def fit(
    lines: Sequence[AnnotatedLine],
    *,
    epochs: int,
    seed: int,
    report: Report,
    trained: Network | None = None,
) -> Network:
    """Trains a network on annotated lines; the same lines, seed and library versions give the same weights.

    Goes on with the network `trained`, if one is given. `report` is called after each step with the step's
    number, the number of steps in all, and the loss.
    """
    torch.manual_seed(seed)
    shuffle = random.Random(seed)  # noqa: S311 - an order of examples is no secret
    examples = [
        Example(line, encode(line.context, line.text, context_tokens=CONTEXT_TOKENS_TO_LEARN))
        for line in lines
    ]
    network = trained or Network()
    total = epochs * -(-len(examples) // BATCH)
    optimizer, schedule = _optimizer(network, total, pace=GOING_ON if trained else 1.0)
    network.train()
    step = 0
    for _ in range(epochs):
        for batch in _batches(examples, shuffle):
            loss = _loss(network, batch)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            report(step, total, loss.item())
    return network.eval()


def _optimizer(
    network: Network, steps: int, *, pace: float
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    encoder = list(network.encoder.parameters())
    known = {id(parameter) for parameter in encoder}
    heads = [parameter for parameter in network.parameters() if id(parameter) not in known]
    rates = [ENCODER_RATE * pace, HEAD_RATE * pace]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": rates[0]}, {"params": heads, "lr": rates[1]}],
        weight_decay=0.01,
        fused=True,
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rates, total_steps=steps, pct_start=0.1)
    return optimizer, schedule


def _batches(examples: Sequence[Example], shuffle: random.Random) -> Iterator[list[Example]]:
    """Batches of examples of like length, in random order."""
    ordered = sorted(examples, key=lambda example: (len(example.encoded.token_ids) // 8, shuffle.random()))
    batches = [ordered[start : start + BATCH] for start in range(0, len(ordered), BATCH)]
    shuffle.shuffle(batches)
    yield from batches


def _loss(network: Network, batch: Sequence[Example]) -> Tensor:
    token_ids, mask, type_ids, in_sentence = _tensors(batch)
    hidden = network.encode(token_ids, mask, type_ids)
    diplomatic = torch.tensor([float(example.line.diplomatic) for example in batch])
    gate = binary_cross_entropy_with_logits(network.gate(hidden[:, 0]).squeeze(-1), diplomatic)
    loss = 20 * _trigger_loss(network, batch, hidden, in_sentence) + 0.1 * gate
    return loss + _event_loss(network, batch, hidden, in_sentence)


def _tensors(batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    width = max(len(example.encoded.token_ids) for example in batch)
    token_ids, mask, type_ids, in_sentence = (
        torch.zeros(len(batch), width, dtype=torch.long) for _ in range(4)
    )
    for row, example in enumerate(batch):
        encoded, length = example.encoded, len(example.encoded.token_ids)
        token_ids[row, :length] = torch.tensor(encoded.token_ids)
        type_ids[row, :length] = torch.tensor(encoded.type_ids)
        mask[row, :length] = 1
        in_sentence[row, encoded.first : encoded.first + len(encoded.offsets)] = 1
    return token_ids, mask, type_ids, in_sentence


def _trigger_loss(network: Network, batch: Sequence[Example], hidden: Tensor, in_sentence: Tensor) -> Tensor:
    wanted = torch.zeros(*in_sentence.shape, len(EVENT_TYPES))
    for row, example in enumerate(batch):
        for event in example.line.events:
            wanted[row, example.encoded.tokens_of(*event.trigger), event.type] = 1
    losses = binary_cross_entropy_with_logits(
        network.trigger(hidden), wanted, pos_weight=torch.tensor(3.0), reduction="none"
    )
    return (losses * in_sentence.unsqueeze(-1)).sum() / in_sentence.sum()


def _event_loss(network: Network, batch: Sequence[Example], hidden: Tensor, in_sentence: Tensor) -> Tensor:
    events = [
        (row, tokens[0], example, event)
        for row, example in enumerate(batch)
        for event in example.line.events
        if (tokens := example.encoded.tokens_of(*event.trigger))
    ]
    if not events:
        return torch.zeros(())
    rows = torch.tensor([row for row, *_ in events])
    trigger = hidden[rows, torch.tensor([token for _, token, *_ in events])]
    types = torch.tensor([event.type for *_, event in events])
    statuses, attributes = network.describe(trigger, hidden[rows, 0], types)
    wanted = torch.zeros(len(events), hidden.size(1), len(SLOTS))
    for number, (_, _, example, event) in enumerate(events):
        for slot, characters in event.fillers:
            wanted[number, example.encoded.tokens_of(*characters), slot] = 1
    slots = binary_cross_entropy_with_logits(
        network.slots(trigger, types, hidden[rows]),
        wanted,
        pos_weight=torch.tensor(2.0),
        reduction="none",
    )
    kept = in_sentence[rows].unsqueeze(-1)
    status_loss = cross_entropy(statuses, torch.tensor([event.status for *_, event in events]))
    attribute_loss = _attribute_loss(attributes, [event for *_, event in events])
    return 0.5 * status_loss + 0.3 * attribute_loss + 8 * (slots * kept).sum() / kept.sum()


def _attribute_loss(scores: Tensor, events: Sequence[AnnotatedEvent]) -> Tensor:
    """Cross entropy among the values that the event's own type has."""
    losses = []
    for row, event in enumerate(events):
        value = event.attribute
        if value is None:
            continue
        event_type = EVENT_TYPES[event.type]
        columns = [n for n, (owner, _) in enumerate(ATTRIBUTE_LABELS) if owner == event_type]
        target = columns.index(ATTRIBUTE_LABELS.index((event_type, value)))
        losses.append(cross_entropy(scores[row : row + 1, columns], torch.tensor([target])))
    return torch.stack(losses).mean() if losses else torch.zeros(())
