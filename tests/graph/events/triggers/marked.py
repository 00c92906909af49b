"""The status of an event whose trigger is marked in its sentence."""

from __future__ import annotations

import numpy as np

from graph.events.model.predict import Trigger
from graph.events.triggers.statuses import choose_status
from graph.model import Article, Span, Status
from graph.reading.segment import segment


def status_of(marked: str, event_type: str, **scores: float) -> Status:
    """The status of the trigger in angle brackets, given the model's scores; its sentence follows another."""
    before, word, after = marked.replace(">", "<").split("<")
    sentence = segment(Article("a", f"Peru spoke. {before}{word}{after}"))[1]
    start = sentence.span.start + len(before)
    statuses = {status: scores.get(status, 0.0) for status in Status}
    span = Span(start, start + len(word))
    return choose_status(
        Trigger(event_type, span, 0.9, statuses, None, np.zeros((1, 1), np.float32)), sentence
    )
