"""measure: the weights' answers on annotated lines become figures, and what a score is worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import isotonic_regression

from graph.events.model.encoding import EVENT_TYPES, SLOTS, STATUSES
from graph.events.model.predict import Prediction, Trigger, predict
from graph.events.training.lines import AnnotatedEvent, AnnotatedLine, passages
from graph.model import Span

# Scores at which the calibration is kept: most scores lie near 1.
KNOTS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995, 0.998, 0.999)


@dataclass(frozen=True, slots=True)
class Answer:
    """A line and what the model says of it."""

    line: AnnotatedLine
    prediction: Prediction

    def pairs(self, threshold: float) -> Iterator[tuple[Trigger, AnnotatedEvent | None]]:
        """Each trigger at or above the threshold with the event that it finds; an event is found once."""
        left = list(self.line.events)
        for trigger in sorted(self.prediction.triggers, key=lambda trigger: -trigger.score):
            if trigger.score >= threshold:
                found = next((event for event in left if _hits(trigger, event)), None)
                if found is not None:
                    left.remove(found)
                yield trigger, found


def _hits(trigger: Trigger, event: AnnotatedEvent) -> bool:
    start, end = event.trigger
    overlap = trigger.span.start < end and trigger.span.end > start
    return overlap and EVENT_TYPES[event.type] == trigger.type


def answer_lines(lines: Iterable[AnnotatedLine]) -> list[Answer]:
    """Runs the packaged weights over the lines."""
    return [
        Answer(line, prediction)
        for passage in passages(lines)
        for line, prediction in zip(passage, predict(line.in_context for line in passage), strict=True)
    ]


def trigger_figures(answers: Sequence[Answer], *, threshold: float) -> dict[str, float]:
    """F1 of triggers of each type, and of all types but Statement as `all`."""
    right, said, wanted = Counter[str](), Counter[str](), Counter[str]()
    for answer in answers:
        wanted.update(EVENT_TYPES[event.type] for event in answer.line.events)
        for trigger, event in answer.pairs(threshold):
            said[trigger.type] += 1
            right[trigger.type] += event is not None
    others = [name for name in EVENT_TYPES if name != "Statement"]
    figures = {name: _f1(right[name], said[name], wanted[name]) for name in EVENT_TYPES}
    totals = (sum(counter[name] for name in others) for counter in (right, said, wanted))
    return {"all": _f1(*totals), **figures}


def status_accuracy(answers: Sequence[Answer], *, threshold: float) -> float:
    """Share of the found events whose likeliest status is the annotated one."""
    found = [pair for answer in answers for pair in answer.pairs(threshold) if pair[1] is not None]
    right = sum(trigger.status == STATUSES[event.status] for trigger, event in found if event is not None)
    return right / len(found) if found else 0.0


def role_figure(answers: Sequence[Answer], *, threshold: float, cutoff: float) -> float:
    """F1 of role fillers of the found events, the line's annotated fillers being the candidates."""
    right = said = wanted = 0
    for answer in answers:
        candidates = {characters for event in answer.line.events for _, characters in event.fillers}
        for trigger, event in answer.pairs(threshold):
            if event is None:
                continue
            truth = {(slot, characters) for slot, characters in event.fillers if SLOTS[slot] != "subject"}
            given = {
                (SLOTS.index(slot), characters)
                for characters in candidates
                for slot, score in answer.prediction.slot_scores(trigger, Span(*characters)).items()
                if slot != "subject" and score >= cutoff
            }
            right += len(truth & given)
            said += len(given)
            wanted += len(truth)
    return _f1(right, said, wanted)


def calibration(answers: Sequence[Answer]) -> list[tuple[float, float]]:
    """What a trigger's score is worth: (score, share that is right), rising (isotonic regression)."""
    found: dict[float, list[bool]] = {}
    for answer in answers:
        for trigger, event in answer.pairs(KNOTS[0]):
            found.setdefault(trigger.score, []).append(event is not None)
    if not found:
        return []
    scores = sorted(found)
    shares = [sum(found[score]) / len(found[score]) for score in scores]
    fitted = isotonic_regression(shares, weights=[len(found[score]) for score in scores]).x
    return [(knot, round(float(np.interp(knot, scores, fitted)), 3)) for knot in KNOTS]


def _f1(right: int, said: int, wanted: int) -> float:
    return round(2 * right / (said + wanted), 3) if said + wanted else 0.0
