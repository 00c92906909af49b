"""A sentence, and what the model might say of it."""

from __future__ import annotations

import re

import numpy as np

from graph.events.model.encoding import SLOTS
from graph.events.model.predict import Trigger
from graph.model import Article, Sentence, Span, Status
from graph.reading.segment import segment

Slots = dict[str, dict[str, float]]


def sentence_of(text: str) -> Sentence:
    return segment(Article("a", text))[0]


def trigger(
    text: str,
    event_type: str,
    word: str,
    *,
    score: float = 0.95,
    attribute: str | None = None,
    slots: Slots | None = None,
) -> Trigger:
    """A trigger whose `slots` score stretches of the text: {"visitor": {"Peru": 0.9}}."""
    tokens = tokens_of(text)
    scores = np.zeros((len(tokens), len(SLOTS)), np.float32)
    for slot, fillers in (slots or {}).items():
        for filler, likelihood in fillers.items():
            start = text.index(filler)
            for number, token in enumerate(tokens):
                if token.start < start + len(filler) and token.end > start:
                    scores[number, SLOTS.index(slot)] = likelihood
    start = text.index(word)
    statuses = {each: 0.7 if each is Status.ACTUAL else 0.1 for each in Status}
    return Trigger(event_type, Span(start, start + len(word)), score, statuses, attribute, scores)


def tokens_of(text: str) -> tuple[Span, ...]:
    return tuple(Span(*found.span()) for found in re.finditer(r"\w+|[^\w\s]", text))
