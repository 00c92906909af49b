"""fates: what became of each trigger that the model found, in a few words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.events.draft import Draft
from graph.events.find import gather, names_somebody
from graph.events.model.predict import TRIGGER, Trigger
from graph.events.triggers.meant import why_not_meant
from graph.events.triggers.nested import is_nested
from graph.model import Sentence, Span
from graph.pipeline import Reading

Key = tuple[Span, str]


@dataclass(frozen=True, slots=True)
class Fates:
    """The drafts of an article by trigger and class, and the tellings that became one event with each."""

    drafts: frozenset[Key]
    groups: Mapping[Key, Sequence[Draft]]

    def of(self, trigger: Trigger, sentence: Sentence) -> str:
        """What became of a trigger of the sentence; nothing where it became an event of its own."""
        key = (trigger.span, trigger.type)
        reason = why_not_meant(trigger, sentence)
        if reason is not None:
            return f"discarded: {reason}"
        if key not in self.drafts:
            return _why_no_draft(trigger, sentence)
        group = self.groups.get(key)
        if group is None:
            return "discarded: the article is no diplomacy"
        if not names_somebody(group):
            return "discarded: nobody is named who takes part"
        others = sorted({draft.sentence + 1 for draft in group if draft.trigger != trigger.span})
        return (
            f"one event with what is told in {', '.join(f'[{number}]' for number in others)}"
            if others
            else ""
        )


def read_fates(reading: Reading) -> Fates:
    """Reads what became of the triggers of an article."""
    groups = gather(reading.telling)
    return Fates(
        drafts=frozenset((draft.trigger, draft.type) for draft in reading.telling.drafts),
        groups={(draft.trigger, draft.type): group for group in groups for draft in group},
    )


def _why_no_draft(trigger: Trigger, sentence: Sentence) -> str:
    if trigger.score < TRIGGER:
        return f"discarded: below {TRIGGER:.2f}"
    if is_nested(trigger, sentence):
        return "discarded: somebody is only accused of it, or asked for it"
    return "discarded: the sentence tells it better as another event"
