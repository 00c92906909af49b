"""predict: a sentence becomes triggers, with scores of their statuses, attributes and slots (onnxruntime)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from io import BytesIO
from itertools import islice

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from graph.events.model.encoding import (
    ATTRIBUTE_LABELS,
    EVENT_TYPES,
    SLOTS,
    STATUSES,
    EncodedSentence,
    InContext,
    encode,
)
from graph.model import Span, Status

Floats = NDArray[np.float32]

# What scores less is no event; what scores less than the floor is not even shown by `explain`.
TRIGGER = 0.8
FLOOR = 0.2


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that the model takes for an event: its score, and what it says of the event.

    `slots` holds the probability of each of the sentence's tokens in each slot, tokens × slots.
    """

    type: str
    span: Span
    score: float
    statuses: Mapping[Status, float]
    attribute: str | None
    slots: Floats = field(compare=False, repr=False)

    @property
    def status(self) -> Status:
        """The likeliest status; of equals the one that the ontology names first."""
        return max(Status, key=lambda status: self.statuses[status])


@dataclass(frozen=True, slots=True)
class Prediction:
    """What the model says of one sentence: its tokens' spans, and how diplomatic it sounds, 0 to 1."""

    tokens: tuple[Span, ...]
    gate: float
    triggers: tuple[Trigger, ...]

    def slot_scores(self, trigger: Trigger, span: Span) -> dict[str, float]:
        """How well a span fills each slot of a trigger: the mean probability of its tokens."""
        first = bisect_right(self.tokens, span.start, key=lambda token: token.end)
        last = bisect_left(self.tokens, span.end, key=lambda token: token.start)
        if first >= last:
            return dict.fromkeys(SLOTS, 0.0)
        mean = trigger.slots[first:last].sum(axis=0) / (last - first)  # `mean` takes twice the time
        return dict(zip(SLOTS, mean.tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class _Found:
    """A trigger before the heads are asked: its sentence, its class, its first and last token there."""

    sentence: EncodedSentence
    type: int
    first: int
    last: int
    score: float


@dataclass(frozen=True, slots=True)
class Heads:
    """The weights of the heads that look at one trigger, as `graph.events.training.network` names them.

    `slot_of_token` has one map a slot.
    """

    type_embedding: Floats
    status: tuple[Floats, Floats]
    attribute: tuple[Floats, Floats]
    slot_of_trigger: tuple[Floats, Floats]
    slot_of_token: tuple[Floats, Floats]
    slot_bias: Floats


@cache
def load_encoder() -> onnxruntime.InferenceSession:
    """The encoder with its trigger and gate heads, on one thread: a worker is a process."""
    onnxruntime.disable_telemetry_events()  # nothing that reads articles tells anybody that it does
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    weights = files("graph.events.model").joinpath("encoder.onnx").read_bytes()
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])


@cache
def load_heads() -> Heads:
    """The remaining heads, kept in half precision, computed in single."""
    stored = np.load(BytesIO(files("graph.events.model").joinpath("heads.npz").read_bytes()))
    weights = {name: stored[name].astype(np.float32) for name in stored.files}

    def linear(name: str) -> tuple[Floats, Floats]:
        return weights[f"{name}.weight"].T.copy(), weights[f"{name}.bias"]

    weight, bias = linear("slot_of_token")
    return Heads(
        type_embedding=weights["type_embedding.weight"],
        status=linear("status"),
        attribute=linear("attribute"),
        slot_of_trigger=linear("slot_of_trigger"),
        slot_of_token=(np.array(np.split(weight, len(SLOTS), axis=1)), bias.reshape(len(SLOTS), 1, -1)),
        slot_bias=weights["slot_bias"],
    )


def predict(sentences: Iterable[InContext], *, forced: str | None = None) -> Iterator[Prediction]:
    """Says what the model finds in each of consecutive sentences.

    An event of the class `forced` is found in each at the word likeliest to tell it, however unlikely that
    is.

    Windows go through one by one: the quantised encoder scales its activations over a whole batch, so that
    a batch would let one window change another's answer.
    """
    for window in encode(sentences):
        hidden, triggers, gate = load_encoder().run(
            None,
            {
                "token_ids": np.array([window.token_ids], np.int64),
                "type_ids": np.array([window.type_ids], np.int64),
            },
        )
        found = [list(_found(sentence, triggers[0], forced)) for sentence in window.sentences]
        told = _describe([each for several in found for each in several], hidden[0])
        for sentence, several in zip(window.sentences, found, strict=True):
            yield Prediction(
                tokens=tuple(sentence.span(number, number) for number in range(len(sentence.offsets))),
                gate=float(gate[0, sentence.end, 0]),
                triggers=tuple(islice(told, len(several))),
            )


def _found(sentence: EncodedSentence, scores: Floats, forced: str | None) -> Iterator[_Found]:
    """Gives the words of a sentence that the model takes for events, class by class."""
    said = _of_words(scores[sentence.first : sentence.end], sentence.words)
    likely = set((said >= FLOOR).nonzero()[1].tolist())
    for number, event_type in enumerate(EVENT_TYPES):
        if number not in likely and event_type != forced:
            continue
        for first, last in _runs_or_best(said[:, number], sentence, is_forced=event_type == forced):
            yield _Found(sentence, number, first, last, float(said[first : last + 1, number].max()))


def _of_words(scores: Floats, words: Sequence[int | None]) -> Floats:
    """Each token's scores as the mean over the pieces of its word: "Met" is nothing in "Mette"."""
    if not words:
        return scores
    starts = [number for number, word in enumerate(words) if number == 0 or word != words[number - 1]]
    pieces = np.diff([*starts, len(words)])
    means = np.add.reduceat(scores, starts, axis=0) / pieces[:, None]
    result: Floats = np.repeat(means, pieces, axis=0).astype(np.float32)
    return result


def _runs_or_best(scores: Floats, sentence: EncodedSentence, *, is_forced: bool) -> list[tuple[int, int]]:
    runs = list(_runs(scores, sentence.offsets))
    return [(int(scores.argmax()),) * 2] if is_forced and not runs and len(scores) else runs


def _runs(scores: Floats, offsets: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """First and last of each run of adjoining tokens above the floor: the words of one trigger."""
    first = None
    for number, score in enumerate(scores):
        apart = first is not None and offsets[number][0] - offsets[number - 1][1] > 1
        if first is not None and (score < FLOOR or apart):
            yield first, number - 1
            first = None
        if first is None and score >= FLOOR:
            first = number
    if first is not None:
        yield first, len(scores) - 1


def _describe(found: Sequence[_Found], hidden: Floats) -> Iterator[Trigger]:
    """Asks the heads about the triggers of a window, given the states of its tokens.

    They are asked about all at once: each question runs through all the weights of the heads.
    """
    if not found:
        return
    heads = load_heads()
    words = hidden[[each.sentence.first + each.first for each in found]]
    ends = hidden[[each.sentence.end for each in found]]
    types = heads.type_embedding[[each.type for each in found]]
    features = np.concatenate([words, ends, types], axis=1)
    statuses, attributes = _softmax(_apply(heads.status, features)), _apply(heads.attribute, features)
    slots = _slots(found, np.concatenate([words, types], axis=1), hidden)
    for number, (each, scores) in enumerate(zip(found, slots, strict=True)):
        event_type = EVENT_TYPES[each.type]
        yield Trigger(
            type=event_type,
            span=each.sentence.span(each.first, each.last),
            score=each.score,
            statuses={Status(name): float(p) for name, p in zip(STATUSES, statuses[number], strict=True)},
            attribute=_attribute(event_type, attributes[number]),
            slots=scores,
        )


def _attribute(event_type: str, scores: Floats) -> str | None:
    own = [
        (scores[number], value)
        for number, (owner, value) in enumerate(ATTRIBUTE_LABELS)
        if owner == event_type
    ]
    return max(own, key=lambda pair: pair[0])[1] if own else None


def _slots(found: Sequence[_Found], triggers: Floats, hidden: Floats) -> Iterator[Floats]:
    """Scores each token of a trigger's sentence in each slot.

    The maps of triggers and tokens are joined first, as tokens are many.
    """
    heads = load_heads()
    weight, bias = heads.slot_of_token
    wanted = _apply(heads.slot_of_trigger, triggers).reshape(len(found), len(SLOTS), -1).transpose(1, 2, 0)
    keys, shifts = weight @ wanted, (bias @ wanted)[:, 0]
    for number, each in enumerate(found):
        tokens = hidden[each.sentence.first : each.sentence.end]
        scores = tokens @ keys[..., number].T + shifts[:, number]
        yield _sigmoid(scores / np.sqrt(wanted.shape[1]) + heads.slot_bias)


def _apply(linear: tuple[Floats, Floats], features: Floats) -> Floats:
    weight, bias = linear
    result: Floats = features @ weight + bias
    return result


def _softmax(scores: Floats) -> Floats:
    """Makes each row of scores into probabilities."""
    powers: Floats = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return result


def _sigmoid(scores: Floats) -> Floats:
    result: Floats = (1 / (1 + np.exp(-np.clip(scores, -30, 30)))).astype(np.float32)
    return result
