"""predict: a sentence becomes triggers, with scores of their statuses, attributes and slots (onnxruntime)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from graph.events.encoding import ATTRIBUTE_LABELS, EVENT_TYPES, SLOTS, STATUSES, Encoded, encode
from graph.model import Span, Status

Floats = NDArray[np.float32]

# What scores less is no event; what scores less than the floor is not even shown by `explain`.
TRIGGER = 0.7
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
        touched = [
            number
            for number, token in enumerate(self.tokens)
            if token.start < span.end and token.end > span.start
        ]
        if not touched:
            return dict.fromkeys(SLOTS, 0.0)
        return dict(zip(SLOTS, trigger.slots[touched].mean(axis=0).tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class Heads:
    """The weights of the heads that look at one trigger, as `graph.events.network` names them."""

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

    return Heads(
        type_embedding=weights["type_embedding.weight"],
        status=linear("status"),
        attribute=linear("attribute"),
        slot_of_trigger=linear("slot_of_trigger"),
        slot_of_token=linear("slot_of_token"),
        slot_bias=weights["slot_bias"],
    )


def predict(text: str, context: str, *, start: int = 0, forced: str | None = None) -> Prediction:
    """Says what the model finds in a sentence that starts at character `start` of its article.

    An event of the class `forced` is found at the word likeliest to tell it, however unlikely that is.

    Sentences go through one by one: the quantised encoder scales its activations over a whole batch, so that
    a batch would let one sentence change another's answer.
    """
    encoded = encode(context, text)
    hidden, triggers, gate = load_encoder().run(
        None,
        {
            "token_ids": np.array([encoded.token_ids], np.int64),
            "type_ids": np.array([encoded.type_ids], np.int64),
        },
    )
    return Prediction(
        tokens=tuple(Span(start + left, start + right) for left, right in encoded.offsets),
        gate=float(gate[0, 0]),
        triggers=tuple(_triggers(start, encoded, hidden[0], triggers[0], forced)),
    )


def _triggers(
    start: int, encoded: Encoded, hidden: Floats, scores: Floats, forced: str | None
) -> Iterator[Trigger]:
    own = scores[encoded.first : encoded.first + len(encoded.offsets)]
    for number, event_type in enumerate(EVENT_TYPES):
        runs = list(_runs(own[:, number], encoded.offsets))
        if event_type == forced and not runs and len(own):
            runs = [(int(own[:, number].argmax()),) * 2]
        for first, last in runs:
            span = Span(start + encoded.offsets[first][0], start + encoded.offsets[last][1])
            score = float(own[first : last + 1, number].max())
            yield _describe(event_type, span, score, encoded.first + first, hidden, encoded)


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


def _describe(
    event_type: str, span: Span, score: float, token: int, hidden: Floats, encoded: Encoded
) -> Trigger:
    heads = load_heads()
    embedded = heads.type_embedding[EVENT_TYPES.index(event_type)]
    features = np.concatenate([hidden[token], hidden[0], embedded])
    statuses = _softmax(_apply(heads.status, features))
    return Trigger(
        type=event_type,
        span=span,
        score=score,
        statuses={Status(name): float(p) for name, p in zip(STATUSES, statuses, strict=True)},
        attribute=_attribute(event_type, _apply(heads.attribute, features)),
        slots=_slots(heads, np.concatenate([hidden[token], embedded]), hidden, encoded),
    )


def _attribute(event_type: str, scores: Floats) -> str | None:
    own = [
        (scores[number], value)
        for number, (owner, value) in enumerate(ATTRIBUTE_LABELS)
        if owner == event_type
    ]
    return max(own, key=lambda pair: pair[0])[1] if own else None


def _slots(heads: Heads, trigger: Floats, hidden: Floats, encoded: Encoded) -> Floats:
    own = hidden[encoded.first : encoded.first + len(encoded.offsets)]
    left = _apply(heads.slot_of_trigger, trigger).reshape(len(SLOTS), -1)
    right = _apply(heads.slot_of_token, own).reshape(len(own), len(SLOTS), -1)
    scores = np.einsum("rd,ird->ir", left, right) / np.sqrt(left.shape[1]) + heads.slot_bias
    return _sigmoid(scores)


def _apply(linear: tuple[Floats, Floats], features: Floats) -> Floats:
    weight, bias = linear
    result: Floats = features @ weight + bias
    return result


def _softmax(scores: Floats) -> Floats:
    powers: Floats = np.exp(scores - scores.max())
    result: Floats = powers / powers.sum()
    return result


def _sigmoid(scores: Floats) -> Floats:
    result: Floats = (1 / (1 + np.exp(-np.clip(scores, -30, 30)))).astype(np.float32)
    return result
