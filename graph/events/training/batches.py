"""batches: annotated lines become windows of passages, and batches of these (needs the extra `train`)."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import torch
from torch import Tensor

from graph.errors import SchemaError
from graph.events.model.encoding import (
    CONTEXT_TOKENS_TO_LEARN,
    EncodedSentence,
    Window,
    encode,
    load_tokenizer,
)
from graph.events.training.lines import AnnotatedLine, passages
from graph.events.training.swapped import swap

BATCH = 640  # tokens
WINDOWS = (32, 64, 96, 128, 160)  # tokens
# Shares of the passages that are told of other states, and of the tokens that are hidden
SWAPPED, HIDDEN = 0.5, 0.05


@dataclass(frozen=True, slots=True)
class Example:
    """A window of a passage, and the lines in it."""

    window: Window
    lines: tuple[AnnotatedLine, ...]

    @property
    def pairs(self) -> Iterator[tuple[EncodedSentence, AnnotatedLine]]:
        """Each sentence of the window with its line."""
        yield from zip(self.window.sentences, self.lines, strict=True)


def batches_of(lines: Sequence[AnnotatedLine], *, epochs: int, shuffle: random.Random) -> list[list[Example]]:
    """The batches of all epochs: each cuts the passages into other windows."""
    return [batch for _ in range(epochs) for batch in _batched(cut(lines, shuffle), shuffle)]


def cut(lines: Sequence[AnnotatedLine], shuffle: random.Random) -> list[Example]:
    """Cuts passages into windows, of one length chosen by `shuffle` a passage: texts are short and long.

    Some passages are told of other states.
    """
    examples = []
    for told in passages(lines):
        passage = swap(told, shuffle) if shuffle.random() < SWAPPED else told
        left = iter(passage)
        windows = encode(
            [line.in_context for line in passage],
            window_tokens=shuffle.choice(WINDOWS),
            context_tokens=CONTEXT_TOKENS_TO_LEARN,
        )
        examples += [Example(each, tuple(islice(left, len(each.sentences)))) for each in windows]
    return examples


def _batched(examples: Sequence[Example], shuffle: random.Random) -> Iterator[list[Example]]:
    """Batches of examples of like length, in random order."""
    ordered = sorted(examples, key=lambda example: (len(example.window.token_ids) // 8, shuffle.random()))
    batches: list[list[Example]] = [[]]
    for example in ordered:
        if batches[-1] and (len(batches[-1]) + 1) * len(example.window.token_ids) > BATCH:
            batches.append([])
        batches[-1].append(example)
    shuffle.shuffle(batches)
    yield from batches


def tensors_of(batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Token ids, mask, type ids, and what is in a sentence, each windows × tokens; some tokens are hidden."""
    width = max(len(example.window.token_ids) for example in batch)
    token_ids, mask, type_ids, in_sentence = (
        torch.zeros(len(batch), width, dtype=torch.long) for _ in range(4)
    )
    for row, example in enumerate(batch):
        window, length = example.window, len(example.window.token_ids)
        token_ids[row, :length] = torch.tensor(window.token_ids)
        type_ids[row, :length] = torch.tensor(window.type_ids)
        mask[row, :length] = 1
        for sentence in window.sentences:
            in_sentence[row, sentence.first : sentence.end] = 1
    hidden = (torch.rand(token_ids.shape) < HIDDEN) & (in_sentence > 0)
    token_ids[hidden] = _mask()
    return token_ids, mask, type_ids, in_sentence


def _mask() -> int:
    """The token in the place of one that is hidden."""
    mask = load_tokenizer().token_to_id("[MASK]")
    if mask is None:
        raise SchemaError("the tokenizer of the packaged weights has no [MASK]")
    return int(mask)
