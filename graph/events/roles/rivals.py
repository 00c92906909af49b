"""rivals: which mentions belong to another event of their sentence: "A visited X, and B went to Y"."""

from __future__ import annotations

from collections.abc import Sequence

from graph.events.merging.occasions import is_inside, is_of_other, tells_when
from graph.events.merging.openings import Opening, find_opening
from graph.events.model.predict import Trigger
from graph.events.roles.fits import FILLER, Fit
from graph.events.roles.journeys import is_of_other_journey
from graph.events.syntax.governors import belongs_elsewhere, share_verb
from graph.model import Sentence

# By so much a mention must fit another trigger of the class better, to be no filler of this one.
RIVAL = 0.25
# The roles of what an act is done to, or leads to.
_ENDS = ("destination", "target")


def unrivalled(
    trigger: Trigger,
    fits: Sequence[Fit],
    others: Sequence[tuple[Trigger, Sequence[Fit]]],
    sentence: Sentence,
) -> list[Fit]:
    """The fits of a trigger, but for mentions that belong to one of the others, given with their fits."""
    triggers = [other for other, _ in others]
    opening = _opening(trigger, fits, triggers, sentence)
    if opening is not None:
        return _of_opening(trigger, fits, opening)
    like = [
        (other, theirs)
        for other, theirs in others
        if other.type == trigger.type and not share_verb(sentence, trigger.span, other.span)
    ]
    spans = [other.span for other, _ in like]
    own = _without_better(fits, [fit for _, theirs in like for fit in theirs])
    own = [fit for fit in own if not belongs_elsewhere(sentence, fit.mention, trigger.span, spans)]
    for rule in (_own_guests, _own_destinations, _own_ends):
        own = rule(trigger, own, triggers, sentence)
    return own


def _opening(
    trigger: Trigger, fits: Sequence[Fit], others: Sequence[Trigger], sentence: Sentence
) -> Opening | None:
    """The opening of a sentence with two talks, if the trigger is one of them."""
    if trigger.type != "Meeting":
        return None
    meetings = [each.span for each in (trigger, *others) if each.type == "Meeting"]
    return find_opening(sentence, meetings, [fit.mention for fit in fits])


def _of_opening(trigger: Trigger, fits: Sequence[Fit], opening: Opening) -> list[Fit]:
    """The fits of the talk with which a sentence opens, or of the one with which it goes on."""
    if trigger.span == opening.other:
        return [fit for fit in fits if fit.mention.span.start >= opening.end]
    return [
        Fit(fit.mention, "participant", 1.0) if fit.mention in opening.both else fit
        for fit in fits
        if fit.mention.span.start < opening.other.start
    ]


def _without_better(fits: Sequence[Fit], rivals: Sequence[Fit]) -> list[Fit]:
    """The fits but those of mentions that fit the same role of a rival better."""
    return [
        fit
        for fit in fits
        if not any(
            rival.mention == fit.mention and rival.role == fit.role and rival.score > fit.score + RIVAL
            for rival in rivals
        )
    ]


def _own_guests(
    trigger: Trigger, fits: list[Fit], others: Sequence[Trigger], sentence: Sentence
) -> list[Fit]:
    """The fits but those of mentions that take part in another gathering: "met ahead of the summit of C"."""
    meetings = [each.span for each in others if each.type == "Meeting"]
    if trigger.type == "Meeting" and tells_when(sentence, trigger.span):
        return [fit for fit in fits if is_inside(sentence, trigger.span, fit.mention.span)]
    if trigger.type != "Meeting" or not meetings:
        return fits
    mentions = [fit.mention for fit in fits]
    return [fit for fit in fits if not is_of_other(sentence, fit.mention, trigger.span, meetings, mentions)]


def _own_destinations(
    trigger: Trigger, fits: list[Fit], others: Sequence[Trigger], sentence: Sentence
) -> list[Fit]:
    """The fits but those of places to which another journey leads: "A's visit to B and C's to D"."""
    journeys = [each.span for each in others if each.type == trigger.type == "Visit"]
    return [
        fit
        for fit in fits
        if fit.role != "destination" or not is_of_other_journey(sentence, trigger.span, journeys, fit.mention)
    ]


def _own_ends(trigger: Trigger, fits: list[Fit], others: Sequence[Trigger], sentence: Sentence) -> list[Fit]:
    """The fits but those on which, or where, another act is done, if its own are told.

    "Commended A and urged B", "flew to A and invited B to C".
    """
    acts = [each.span for each in others]
    for role in _ENDS:
        own = [
            fit
            for fit in fits
            if fit.role != role or not belongs_elsewhere(sentence, fit.mention, trigger.span, acts)
        ]
        fits = own if any(fit.role == role and fit.score >= FILLER for fit in own) else fits
    return fits
