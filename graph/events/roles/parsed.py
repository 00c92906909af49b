"""parsed: whom the parse of a sentence names for the roles of a trigger, and whom it keeps out of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.events.draft import SPEECH
from graph.events.model.predict import Prediction, Trigger
from graph.events.roles.addressed import addressed
from graph.events.roles.appointments import named
from graph.events.roles.between import both_sides, tied
from graph.events.roles.chairs import chairing
from graph.events.roles.directions import sources
from graph.events.roles.doers import doer_of, find_doers, is_done_by_unnamed
from graph.events.roles.fits import Fit
from graph.events.roles.mutual import ONE_SIDED
from graph.events.roles.partners import companions, met, visited
from graph.events.roles.sanctioned import spared
from graph.events.roles.shut_out import takers_of
from graph.events.roles.undergoing import beyond_object
from graph.events.roles.visitors import hosting, receiving, visiting
from graph.model import Mention, Sentence, Span

# Whom these are from they are not against, nor for.
_REACTIONS = frozenset({"Criticism", "Support", "Threat"})
_Named = Mapping[str, frozenset[Mention]]


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the parse says of who fills the roles of a trigger.

    `fits` are those of the mentions that it names for a role, `closed` are the roles that no others fill, and
    of each of the roles `barred` are those who do not fill it.
    """

    fits: Mapping[Mention, Fit]
    closed: frozenset[str]
    barred: _Named

    def shut_roles(self, mention: Mention) -> set[str]:
        """The roles that a mention cannot fill, if the parse names it for none."""
        return {*self.closed, *(role for role, out in self.barred.items() if mention in out)}


def read_parse(
    trigger: Trigger, prediction: Prediction, sentence: Sentence, mentions: Sequence[Mention]
) -> Parsed:
    """Gives what the parse says of the mentions that may take part.

    Beside who acts by the parse nobody else acts, nor does anybody visit beside whose visit it is; what the
    object keeps out is no target.
    """
    doer, taking = doer_of(trigger), takers_of(trigger, sentence, mentions)
    doing = find_doers(trigger, prediction, sentence, mentions, taking=taking)
    sides = _tied(trigger, sentence, mentions)
    hosts = receiving(sentence, trigger.span, mentions) if trigger.type == "Visit" else frozenset()
    alone = _named_alone(trigger, sentence, mentions, taking=taking, hosts=hosts)
    closed = {role for role, found in alone.items() if found}
    if doing or sides or is_done_by_unnamed(trigger, sentence, mentions):
        closed.add(doer)
    # What ties two sides they do to each other
    fits = _fits({"target": sides}) if sides else {each: Fit(each, doer, doing[each]) for each in doing}
    return Parsed(
        fits=fits | _fits(_named_too(trigger, sentence, mentions)) | _fits(alone),
        closed=frozenset(closed),
        barred={
            "target": beyond(trigger.type, sentence, trigger.span, mentions) | _of_same(mentions, doing),
            "visitor": hosts,
        },
    )


def beyond(
    event_type: str, sentence: Sentence, trigger: Span, mentions: Sequence[Mention]
) -> frozenset[Mention]:
    """The mentions to whom by the parse nothing is done, as it says to whom it is."""
    if event_type == "Sanction":
        return spared(sentence, trigger, mentions)
    if event_type not in SPEECH:
        return frozenset()
    beside = beyond_object(sentence, trigger, mentions, denies=event_type == "Rejection")
    return beside | sources(sentence, trigger, mentions) if event_type in _REACTIONS else beside


def _fits(named: _Named) -> dict[Mention, Fit]:
    return {each: Fit(each, role, 1.0) for role, found in named.items() for each in found}


def _named_alone(
    trigger: Trigger,
    sentence: Sentence,
    mentions: Sequence[Mention],
    *,
    taking: frozenset[Mention],
    hosts: frozenset[Mention],
) -> _Named:
    """Whom the parse names for roles that nobody else fills, but for those who act."""
    span = trigger.span
    if trigger.type == "Appointment":
        return {"appointee": named(sentence, span, mentions)}
    if trigger.type == "Meeting":
        return {
            "participant": both_sides(sentence, span, mentions),
            "chair": chairing(sentence, span, mentions),
        }
    if trigger.type == "Visit":
        return {"visitor": visiting(sentence, span, mentions) - hosts}
    return {"target": addressed(trigger, sentence, mentions, taking=taking)}


def _named_too(trigger: Trigger, sentence: Sentence, mentions: Sequence[Mention]) -> _Named:
    """Whom the parse names for roles that others may fill as well."""
    if trigger.type == "Meeting":
        return {"participant": met(sentence, trigger.span, mentions)}
    if trigger.type == "Visit":
        return {
            "visitor": companions(sentence, trigger.span, mentions),
            "host": visited(sentence, trigger.span, mentions) | hosting(sentence, trigger.span, mentions),
        }
    return {}


def _tied(trigger: Trigger, sentence: Sentence, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """Both sides whose relations are changed, if nobody does it to another."""
    is_of_both = trigger.type == "RelationsChange" and trigger.attribute not in ONE_SIDED
    return tied(sentence, trigger.span, mentions) if is_of_both else frozenset()


def _of_same(mentions: Sequence[Mention], others: Iterable[Mention]) -> frozenset[Mention]:
    """The mentions of entities that are among those of others."""
    entities = {entity for each in others for entity in each.entities}
    return frozenset(each for each in mentions if not entities.isdisjoint(each.entities))
