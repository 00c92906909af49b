"""lists: what a list announces, each of its items tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.events.draft import SPEECH, Draft
from graph.events.model.encoding import in_context
from graph.events.model.predict import TRIGGER, Prediction, Trigger, predict
from graph.events.triggers.overrides import Announcement, announced_by, announced_under
from graph.model import Sentence, Status

# A lead-in need not be an event itself ("the following proposals"): a trigger in it is believed sooner.
ANNOUNCED = 0.3
# What as many of its items tell, even faintly, the whole list tells.
SHARE = 0.5
# Classes whose events come in lists; what an item of a list of proposals speaks of is proposed, not told.
LISTABLE = frozenset({"Agreement", "Proposal", "Aid", "Demand", "Sanction", "Appointment", "Rejection"})
OUTER = frozenset({"Proposal", "Demand"})


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: the numbers of its lead-in and of its items among an article's sentences."""

    lead: int
    items: tuple[int, ...]


def find_lists(sentences: Sequence[Sentence]) -> tuple[Listing, ...]:
    """The lists of an article, in order."""
    lists: list[Listing] = []
    for number, sentence in enumerate(sentences):
        if not sentence.is_item:
            continue
        if lists and sentences[lists[-1].lead].text == sentence.context:
            lists[-1] = replace(lists[-1], items=(*lists[-1].items, number))
        elif number and sentences[number - 1].text == sentence.context:
            lists.append(Listing(number - 1, (number,)))
    return tuple(lists)


def announce(
    lists: Sequence[Listing], sentences: Sequence[Sentence], predictions: Sequence[Prediction]
) -> tuple[Prediction, ...]:
    """Lets each item of a list tell the event that the list announces, where the model finds none in it."""
    announced = list(predictions)
    for listing in lists:
        for number in listing.items:
            found = _told_by_place(listing, number, sentences, predictions)
            if found is not None:
                announced[number] = _tell(sentences[number], predictions[number], *found)
    return tuple(announced)


def _told_by_place(
    listing: Listing, item: int, sentences: Sequence[Sentence], predictions: Sequence[Prediction]
) -> tuple[Announcement, float] | None:
    """What an item tells by its place, and how sure that is."""
    lead, text = sentences[listing.lead].text, sentences[item].text
    own = announced_by(text) or announced_under(lead, text)
    if own is not None:
        return own, 1.0
    triggers = [
        (trigger.score, trigger.type)
        for trigger in predictions[listing.lead].triggers
        if trigger.type in LISTABLE and trigger.score >= ANNOUNCED
    ]
    score, event_type = max(triggers, default=_majority(listing, predictions))
    if not event_type or (not triggers and _tells_another(event_type, predictions[item])):
        return None
    return Announcement(event_type), score


def _tells_another(event_type: str, prediction: Prediction) -> bool:
    """Whether an item clearly tells an event of another class than most items of its list."""
    clear = {trigger.type for trigger in prediction.triggers if trigger.score >= TRIGGER}
    return bool(clear) and event_type not in clear


def _majority(listing: Listing, predictions: Sequence[Prediction]) -> tuple[float, str]:
    """The class of event that most items tell, and their share; nothing where they are few."""
    votes = Counter(
        event_type
        for number in listing.items
        for event_type in {trigger.type for trigger in predictions[number].triggers}
        if event_type in LISTABLE
    )
    winner, count = max(votes.items(), key=lambda vote: (vote[1], vote[0]), default=("", 0))
    share = count / len(listing.items)
    return (share, winner) if share >= SHARE and count > 1 else (0.0, "")


def _tell(sentence: Sentence, prediction: Prediction, told: Announcement, score: float) -> Prediction:
    """The prediction with the event that the item tells by its place; a proposal tells nothing else."""
    own = [trigger for trigger in prediction.triggers if trigger.type == told.type]
    clear = [trigger for trigger in own if trigger.score >= TRIGGER]
    if not clear or told.type in OUTER:
        clear = [_likeliest(sentence, own, told, score)]
    others = [trigger for trigger in prediction.triggers if trigger.type != told.type]
    return replace(prediction, triggers=(*(() if told.type in OUTER else others), *clear))


def _likeliest(sentence: Sentence, own: Sequence[Trigger], told: Announcement, score: float) -> Trigger:
    if not own:
        (forced,) = predict([in_context(sentence)], forced=told.type)
        own = [trigger for trigger in forced.triggers if trigger.type == told.type]
    best = max(own, key=lambda trigger: trigger.score)
    return replace(
        best,
        score=max(best.score, score),
        attribute=told.attribute or best.attribute,
        statuses=best.statuses if told.status is None else {**dict.fromkeys(Status, 0.0), told.status: 1.0},
    )


def spread(lists: Sequence[Listing], drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Gives the items of a list what their lead-in tells, and drops the lead-in's own draft for theirs."""
    leads = {item: listing.lead for listing in lists for item in listing.items}
    announcing = {(draft.sentence, draft.type): draft for draft in reversed(drafts)}
    listed = {(leads[draft.sentence], draft.type) for draft in drafts if draft.sentence in leads}
    voices = _voices(drafts)
    spread_out: list[Draft] = []
    for draft in drafts:
        if draft.sentence in leads:
            lead = announcing.get((leads[draft.sentence], draft.type))
            item = _inherit(draft, lead, spread_out)
            spread_out.append(_voiced(item, voices.get(leads[draft.sentence], ())))
        elif (draft.sentence, draft.type) not in listed:
            spread_out.append(draft)
    return tuple(spread_out)


def _inherit(draft: Draft, lead: Draft | None, before: Sequence[Draft]) -> Draft:
    """Takes from the lead-in what the item leaves out; one that names nobody is of those told of last."""
    led = lead.roles if lead else {}
    # Who proposes stands in the lead-in, whoever an item speaks of
    roles = {**draft.roles, **led} if draft.type in OUTER else {**led, **draft.roles}
    if not roles:
        told = (other for other in reversed(before) if other.type == draft.type and not other.is_listed)
        last = next((other for other in told if other.roles), None)
        roles = dict(last.roles) if last else {}
    return replace(
        draft,
        roles=roles,
        when=draft.when or (lead.when if lead else None),
        places=draft.places or (lead.places if lead else ()),
        evidence=(*(lead.evidence if lead else ()), *draft.evidence),
        notes=(*draft.notes, "told by its list"),
        is_listed=True,
    )


def _voices(drafts: Sequence[Draft]) -> dict[int, tuple[int, ...]]:
    """Who speaks in each sentence: "Dr Ban said:", "the presidents, gathered in Bergen:"."""
    voices: dict[int, tuple[int, ...]] = {}
    for draft in drafts:
        together = draft.roles.get("participant", ()) if draft.type == "Meeting" else ()
        speaking = draft.roles.get(_voice_role(draft), ()) if draft.type in SPEECH else ()
        voice = speaking or (together if len(together) > 1 else ())
        if voice and (speaking or draft.sentence not in voices):
            voices[draft.sentence] = voice
    return voices


def _voiced(item: Draft, voice: tuple[int, ...]) -> Draft:
    """The item with who speaks in its lead-in, where it names no speaker: "1. Condemned the raid"."""
    role = _voice_role(item)
    if item.type not in SPEECH or item.roles.get(role) or not voice:
        return item
    return replace(item, roles={**item.roles, role: voice})


def _voice_role(draft: Draft) -> str:
    return "speaker" if draft.type == "Statement" else "actor"
