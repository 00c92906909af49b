"""decode: a prediction and the mentions of its sentence become drafts that the schema allows."""

from __future__ import annotations

from collections.abc import Sequence

from graph.events.details import find_details
from graph.events.distances import count_off
from graph.events.draft import SPEECH, Draft
from graph.events.kinds import choose_kind
from graph.events.occasions import is_own
from graph.events.places import find_places
from graph.events.predict import TRIGGER, Prediction, Trigger
from graph.events.roles import fill_roles
from graph.events.statuses import choose_status, settle
from graph.events.vetoes import is_vetoed
from graph.events.when import Dates, find_when
from graph.model import Entity, Mention, Sentence

# From here on a statement counts where nothing else is told in its sentence, and someone surely speaks.
STATEMENT = 0.6
SPEAKER = 0.9
# As does one that only the kind of speech is doubtful of.
SPEECH_SUM = 0.85


def decode(
    number: int,
    sentence: Sentence,
    prediction: Prediction,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    dates: Dates,
) -> tuple[Draft, ...]:
    """Turns the triggers of sentence `number` into drafts; mentions and dates are those of the sentence."""
    triggers = _counting(prediction, sentence, mentions)
    filled = fill_roles(triggers, prediction, sentence, mentions, entities)
    statuses = [choose_status(trigger, sentence) for trigger in triggers]
    named = [
        find_when(trigger, status, prediction, sentence, dates)
        for trigger, status in zip(triggers, statuses, strict=True)
    ]
    dated = count_off(triggers, statuses, named, sentence, dates)
    return tuple(
        Draft(
            sentence=number,
            trigger=trigger.span,
            type=trigger.type,
            status=settle(status, trigger.type, when, dates.published, sentence.text),
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
    )


def _is_own(
    trigger: Trigger, triggers: Sequence[Trigger], sentence: Sentence, mentions: Sequence[Mention]
) -> bool:
    others = [each.span for each in triggers if each.type == trigger.type and each is not trigger]
    return trigger.type == "Meeting" and is_own(sentence, trigger.span, others, mentions)


def _counting(prediction: Prediction, sentence: Sentence, mentions: Sequence[Mention]) -> list[Trigger]:
    """The likely triggers, else the likeliest statement that has a speaker."""
    meant = [each for each in prediction.triggers if not is_vetoed(each.type, each.span, sentence)]
    likely = [trigger for trigger in meant if trigger.score >= TRIGGER]
    spoken = [trigger for trigger in meant if _is_spoken(trigger, prediction, mentions)]
    return likely or sorted(spoken, key=lambda trigger: trigger.score)[-1:]


def _is_spoken(trigger: Trigger, prediction: Prediction, mentions: Sequence[Mention]) -> bool:
    """Whether a trigger is a statement, not too unlikely, of someone who is known.

    That somebody speaks is as likely as all that he may do with his word taken together.
    """
    speech = sum(
        each.score for each in prediction.triggers if each.type in SPEECH and each.span == trigger.span
    )
    return (
        trigger.type == "Statement"
        and (trigger.score >= STATEMENT or speech >= SPEECH_SUM)
        and any(
            mention.entities and prediction.slot_scores(trigger, mention.span)["speaker"] >= SPEAKER
            for mention in mentions
        )
    )
