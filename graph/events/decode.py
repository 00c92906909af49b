"""decode: a prediction and the mentions of its sentence become drafts that the schema allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from graph.events.dates import find_dates
from graph.events.draft import Draft
from graph.events.encoding import SLOTS
from graph.events.predict import Prediction, Trigger
from graph.events.schema import fillers_of
from graph.events.when import find_when
from graph.model import Entity, EntityType, Form, Mention, Sentence, Span, Status

TRIGGER = 0.5
FILLER = 0.45
PLACE = 0.5
TEXT = 0.5

LOCATIONS = frozenset({EntityType.PLACE, EntityType.COUNTRY})
Roles = dict[str, tuple[int, ...]]


def decode(
    number: int,
    sentence: Sentence,
    prediction: Prediction,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    *,
    published: date | None,
) -> tuple[Draft, ...]:
    """Turns the triggers of sentence `number` into drafts; `mentions` are those of the sentence."""
    expressions = find_dates(sentence.text)
    return tuple(
        Draft(
            sentence=number,
            trigger=trigger.span,
            type=trigger.type,
            status=(status := best_status(trigger)),
            score=trigger.score,
            evidence=sentence.span,
            roles=_roles(trigger, prediction, mentions, entities),
            attribute=trigger.attribute,
            details=_texts(trigger, prediction, sentence),
            places=_places(trigger, prediction, mentions, entities),
            when=find_when(trigger, prediction, sentence, expressions, status=status, published=published),
        )
        for trigger in prediction.triggers
        if trigger.score >= TRIGGER
    )


def best_status(trigger: Trigger) -> Status:
    """The likeliest status; of equals the one named first in the ontology's order."""
    return max(Status, key=lambda status: trigger.statuses[status])


def _roles(
    trigger: Trigger, prediction: Prediction, mentions: Sequence[Mention], entities: Sequence[Entity]
) -> Roles:
    allowed = fillers_of(trigger.type)
    roles: dict[str, list[int]] = {}
    for mention, role in _assign(trigger, prediction, mentions, allowed):
        for entity in mention.entities:
            if entities[entity].type in allowed[role] and entity not in roles.setdefault(role, []):
                roles[role].append(entity)
    return {role: tuple(filled) for role, filled in roles.items() if filled}


def _assign(
    trigger: Trigger,
    prediction: Prediction,
    mentions: Sequence[Mention],
    allowed: Mapping[str, frozenset[EntityType]],
) -> Iterator[tuple[Mention, str]]:
    """Gives each mention its best role; what stands inside a mention that fills a role fills none itself."""
    taken: list[Span] = []
    for mention in sorted(mentions, key=lambda mention: mention.span.start - mention.span.end):
        if not mention.entities or any(_within(mention.span, span) for span in taken):
            continue
        scores = prediction.slot_scores(trigger, mention.span)
        role = max(allowed, key=lambda role: scores[role])
        if scores[role] >= FILLER:
            taken.append(mention.span)
            yield mention, role


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _places(
    trigger: Trigger, prediction: Prediction, mentions: Sequence[Mention], entities: Sequence[Entity]
) -> tuple[int, ...]:
    found = [
        entity
        for mention in mentions
        if mention.form is not Form.PRONOUN
        and prediction.slot_scores(trigger, mention.span)["place"] >= PLACE
        for entity in mention.entities
        if entities[entity].type in LOCATIONS
    ]
    return tuple(dict.fromkeys(found))


def _texts(trigger: Trigger, prediction: Prediction, sentence: Sentence) -> dict[str, str | int | bool]:
    """What stands in the sentence as the subject and the amount of the event."""
    found = {slot: slot_span(trigger, prediction, slot) for slot in ("subject", "amount")}
    start = sentence.span.start
    return {
        slot: sentence.text[span.start - start : span.end - start] for slot, span in found.items() if span
    }


def slot_span(trigger: Trigger, prediction: Prediction, slot: str) -> Span | None:
    """The best-scored run of tokens in a slot, or None where no token is likely in it."""
    scores = trigger.slots[:, SLOTS.index(slot)].tolist()
    if not scores or max(scores) < TEXT:
        return None
    first = last = scores.index(max(scores))
    while first > 0 and scores[first - 1] >= TEXT:
        first -= 1
    while last + 1 < len(scores) and scores[last + 1] >= TEXT:
        last += 1
    return Span(prediction.tokens[first].start, prediction.tokens[last].end)
