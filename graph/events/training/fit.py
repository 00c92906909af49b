"""fit: annotated lines become a trained network (needs the extra `train`)."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy
from torch.nn.utils import clip_grad_norm_

from graph.events.model.encoding import ATTRIBUTE_LABELS, EVENT_TYPES, SLOTS, EncodedSentence
from graph.events.training.batches import Example, batches_of, tensors_of
from graph.events.training.lines import AnnotatedEvent, AnnotatedLine
from graph.events.training.network import Network

ENCODER_RATE, HEAD_RATE = 1.5e-4, 1e-3
# Weights that were trained before go on at this share of the rates.
GOING_ON = 0.5

Report = Callable[[int, int, float], None]
# A line and its sentence in the window that is this row of a batch.
Placed = tuple[int, EncodedSentence, AnnotatedLine]


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
    batches = batches_of(lines, epochs=epochs, shuffle=shuffle)
    network = trained or Network()
    if not batches:
        return network.eval()
    optimizer, schedule = _optimizer(network, len(batches), pace=GOING_ON if trained else 1.0)
    network.train()
    for step, batch in enumerate(batches, start=1):
        loss = _loss(network, batch)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        report(step, len(batches), loss.item())
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


def _loss(network: Network, batch: Sequence[Example]) -> Tensor:
    token_ids, mask, type_ids, in_sentence = tensors_of(batch)
    hidden = network.encode(token_ids, mask, type_ids)
    placed = [(row, sentence, line) for row, each in enumerate(batch) for sentence, line in each.pairs]
    rows = torch.tensor([row for row, *_ in placed])
    ends = torch.tensor([sentence.end for _, sentence, _ in placed])
    diplomatic = torch.tensor([float(line.diplomatic) for *_, line in placed])
    gate = binary_cross_entropy_with_logits(network.gate(hidden[rows, ends]).squeeze(-1), diplomatic)
    loss = 20 * _trigger_loss(network, placed, hidden, in_sentence) + 0.1 * gate
    return loss + _event_loss(network, placed, hidden)


def _trigger_loss(network: Network, placed: Sequence[Placed], hidden: Tensor, in_sentence: Tensor) -> Tensor:
    wanted = torch.zeros(*in_sentence.shape, len(EVENT_TYPES))
    for row, sentence, line in placed:
        for event in line.events:
            wanted[row, sentence.tokens_of(*event.trigger), event.type] = 1
    losses = binary_cross_entropy_with_logits(
        network.trigger(hidden), wanted, pos_weight=torch.tensor(3.0), reduction="none"
    )
    return (losses * in_sentence.unsqueeze(-1)).sum() / in_sentence.sum()


def _event_loss(network: Network, placed: Sequence[Placed], hidden: Tensor) -> Tensor:
    events = [
        (row, tokens[0], sentence, event)
        for row, sentence, line in placed
        for event in line.events
        if (tokens := sentence.tokens_of(*event.trigger))
    ]
    if not events:
        return torch.zeros(())
    rows = torch.tensor([row for row, *_ in events])
    trigger = hidden[rows, torch.tensor([token for _, token, *_ in events])]
    ends = hidden[rows, torch.tensor([sentence.end for _, _, sentence, _ in events])]
    types = torch.tensor([event.type for *_, event in events])
    statuses, attributes = network.describe(trigger, ends, types)
    own, kept = _own_tokens(hidden, [(row, sentence) for row, _, sentence, _ in events])
    wanted = torch.zeros(*own.shape[:2], len(SLOTS))
    for number, (_, _, sentence, event) in enumerate(events):
        for slot, characters in event.fillers:
            wanted[number, [token - sentence.first for token in sentence.tokens_of(*characters)], slot] = 1
    slots = binary_cross_entropy_with_logits(
        network.slots(trigger, types, own), wanted, pos_weight=torch.tensor(2.0), reduction="none"
    )
    status_loss = cross_entropy(statuses, torch.tensor([event.status for *_, event in events]))
    attribute_loss = _attribute_loss(attributes, [event for *_, event in events])
    return 0.5 * status_loss + 0.3 * attribute_loss + 8 * (slots * kept).sum() / kept.sum()


def _own_tokens(hidden: Tensor, sentences: Sequence[tuple[int, EncodedSentence]]) -> tuple[Tensor, Tensor]:
    """The states of each sentence's tokens, sentences × tokens × WIDTH, and which of them are no padding."""
    widest = torch.arange(max(len(sentence.offsets) for _, sentence in sentences))
    lengths = torch.tensor([[len(sentence.offsets)] for _, sentence in sentences])
    firsts = torch.tensor([[sentence.first] for _, sentence in sentences])
    rows = torch.tensor([[row] for row, _ in sentences])
    kept = widest < lengths
    return hidden[rows, firsts + torch.minimum(widest, lengths - 1)], kept.unsqueeze(-1).float()


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
