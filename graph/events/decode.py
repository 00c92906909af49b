"""decode: a prediction and the mentions of its sentence become drafts that the schema allows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.events.coordination import coordinated
from graph.events.draft import Draft
from graph.events.encoding import SLOTS
from graph.events.predict import Prediction, Trigger
from graph.events.schema import fillers_of
from graph.events.when import Dates, find_when
from graph.model import Entity, EntityType, Form, Mention, Sentence, Span, Status

TRIGGER = 0.6
FILLER = 0.45
# What stands in one list with a filler needs less to fill the same role.
LISTED = 0.15
PLACE = 0.5
TEXT = 0.5

# Of these a sentence names one actor, or one list of them.
ONE_VOICE = frozenset({"Statement"})
LOCATIONS = frozenset({EntityType.PLACE, EntityType.COUNTRY})
Roles = dict[str, tuple[int, ...]]


def decode(
    number: int,
    sentence: Sentence,
    prediction: Prediction,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    dates: Dates,
) -> tuple[Draft, ...]:
    """Turns the triggers of sentence `number` into drafts; mentions and dates are those of the sentence."""
    return tuple(
        Draft(
            sentence=number,
            trigger=trigger.span,
            type=trigger.type,
            status=(status := best_status(trigger)),
            score=trigger.score,
            evidence=(sentence.span,),
            roles=_roles(trigger, prediction, sentence, mentions, entities),
            attribute=trigger.attribute,
            details=_texts(trigger, prediction, sentence),
            places=_places(trigger, prediction, mentions, entities),
            when=find_when(trigger, prediction, sentence, dates, status=status),
        )
        for trigger in prediction.triggers
        if trigger.score >= TRIGGER
    )


def best_status(trigger: Trigger) -> Status:
    """The likeliest status; of equals the one named first in the ontology's order."""
    return max(Status, key=lambda status: trigger.statuses[status])


def _roles(
    trigger: Trigger,
    prediction: Prediction,
    sentence: Sentence,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
) -> Roles:
    allowed = fillers_of(trigger.type)
    fits = [_fit(trigger, prediction, mention, allowed) for mention in mentions if mention.entities]
    roles: dict[str, list[int]] = {}
    for fit in sorted(_assign(trigger.type, fits, coordinated(sentence, mentions)), key=_place_in_text):
        for entity in fit.mention.entities:
            if entities[entity].type in allowed[fit.role] and entity not in roles.setdefault(fit.role, []):
                roles[fit.role].append(entity)
    return {role: tuple(filled) for role, filled in roles.items() if filled}


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a mention fits the role that it fits best."""

    mention: Mention
    role: str
    score: float

    @property
    def is_person(self) -> bool:
        """Whether the mention is of a person: in one list stand people, or bodies."""
        return self.mention.type is EntityType.PERSON


def _place_in_text(fit: Fit) -> Span:
    return fit.mention.span


def _fit(
    trigger: Trigger, prediction: Prediction, mention: Mention, allowed: Mapping[str, frozenset[EntityType]]
) -> Fit:
    scores = prediction.slot_scores(trigger, mention.span)
    role = max(allowed, key=lambda role: scores[role])
    return Fit(mention, role, scores[role])


def _assign(event_type: str, fits: Sequence[Fit], lists: Mapping[Mention, int]) -> list[Fit]:
    """The fits that hold: the good, and those in a list with one; nothing inside what fills a role itself."""
    held: list[Fit] = []
    for fit in sorted(
        fits, key=lambda fit: (fit.mention.span.start - fit.mention.span.end, fit.mention.span)
    ):
        if fit.score >= FILLER and not _is_inside(fit, held):
            held.append(fit)
    if event_type in ONE_VOICE and held:
        best = max(held, key=lambda fit: fit.score)
        held = [fit for fit in held if _are_listed(fit, best, lists)]
    for fit in fits:
        beside = any(
            fit.role == other.role and fit.is_person == other.is_person and _are_listed(fit, other, lists)
            for other in held
        )
        if LISTED <= fit.score < FILLER and beside and not _is_inside(fit, held):
            held.append(fit)
    return held


def _are_listed(one: Fit, other: Fit, lists: Mapping[Mention, int]) -> bool:
    head = lists.get(one.mention)
    return one == other or (head is not None and head == lists.get(other.mention))


def _is_inside(fit: Fit, held: Sequence[Fit]) -> bool:
    return any(_within(fit.mention.span, other.mention.span) for other in held)


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
