"""decode: a prediction and the mentions of its sentence become drafts that the schema allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.events.dates.distances import count_off
from graph.events.dates.when import Dates, find_when
from graph.events.draft import Draft
from graph.events.merging.occasions import is_own
from graph.events.model.predict import Prediction, Trigger
from graph.events.places.where import find_places
from graph.events.roles.fillers import fill_roles
from graph.events.syntax.coordination import root_of
from graph.events.triggers.details import find_details
from graph.events.triggers.kinds import choose_kind
from graph.events.triggers.nested import is_nested
from graph.events.triggers.settle import settle
from graph.events.triggers.spoken import counting, find_spare
from graph.events.triggers.statuses import choose_status
from graph.model import Entity, Mention, Sentence


def decode(
    number: int,
    sentence: Sentence,
    prediction: Prediction,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    dates: Dates,
) -> tuple[Draft, ...]:
    """Turns the triggers of sentence `number` into drafts; mentions and dates are those of the sentence."""
    line = _Line(number, sentence, prediction, mentions, entities, dates)
    triggers = counting(prediction, sentence, mentions)
    spare = find_spare(triggers, prediction, sentence, mentions)
    return (
        *_drafts(triggers, line),
        *(replace(draft, is_spare=True) for draft in _drafts(spare, line)),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence with its number and all that its drafts are made of."""

    number: int
    sentence: Sentence
    prediction: Prediction
    mentions: Sequence[Mention]
    entities: Sequence[Entity]
    dates: Dates


def _drafts(triggers: Sequence[Trigger], line: _Line) -> tuple[Draft, ...]:
    sentence, prediction, mentions, entities = line.sentence, line.prediction, line.mentions, line.entities
    filled = fill_roles(triggers, prediction, sentence, mentions, entities)
    statuses = [choose_status(trigger, sentence) for trigger in triggers]
    named = [
        find_when(trigger, status, prediction, sentence, line.dates)
        for trigger, status in zip(triggers, statuses, strict=True)
    ]
    dated = count_off(triggers, statuses, named, sentence, line.dates)
    return tuple(
        Draft(
            sentence=line.number,
            trigger=trigger.span,
            type=trigger.type,
            status=settle(
                status,
                trigger.type,
                when,
                line.dates.published,
                sentence.text,
                told=root_of(sentence, trigger.span),
            ),
            score=trigger.score,
            evidence=(sentence.span,),
            roles=roles,
            attribute=choose_kind(trigger.type, trigger.attribute, sentence, trigger.span),
            details=find_details(trigger, triggers, prediction, sentence),
            places=find_places(trigger, prediction, sentence, mentions, entities),
            when=when,
            is_own=_is_own(trigger, triggers, sentence, mentions),
        )
        for trigger, status, roles, when in zip(triggers, statuses, filled, dated, strict=True)
        # Whom it is told of is no part of the accusation, so it takes its fillers first
        if not is_nested(trigger, sentence)
    )


def _is_own(
    trigger: Trigger, triggers: Sequence[Trigger], sentence: Sentence, mentions: Sequence[Mention]
) -> bool:
    others = [each.span for each in triggers if each.type == trigger.type and each is not trigger]
    return trigger.type == "Meeting" and is_own(sentence, trigger.span, others, mentions)
