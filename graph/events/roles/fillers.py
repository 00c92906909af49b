"""fillers: the mentions of a sentence fill the roles of its triggers."""

from __future__ import annotations

from collections.abc import Sequence

from graph.events.model.predict import Prediction, Trigger
from graph.events.roles.fits import Fit, find_fit
from graph.events.roles.held import hold
from graph.events.roles.parsed import read_parse
from graph.events.roles.rivals import unrivalled
from graph.events.roles.shut_out import able_to_take_part, shut_roles
from graph.events.schema import fillers_of
from graph.events.syntax.coordination import coordinated
from graph.linking.gazetteer import load_gazetteer
from graph.model import Entity, EntityType, Mention, Sentence

Roles = dict[str, tuple[int, ...]]


def fill_roles(
    triggers: Sequence[Trigger],
    prediction: Prediction,
    sentence: Sentence,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
) -> tuple[Roles, ...]:
    """Gives the roles of each trigger, as indexes of entities in the order of the text."""
    lists = coordinated(sentence, mentions)
    fits = [(trigger, _fits(trigger, prediction, sentence, mentions)) for trigger in triggers]
    filled = []
    for trigger, likely in fits:
        others = [(other, theirs) for other, theirs in fits if other is not trigger]
        own = unrivalled(trigger, likely, others, sentence)
        filled.append(_entities_of(hold(trigger, own, lists), trigger, entities))
    return tuple(filled)


def _fits(
    trigger: Trigger, prediction: Prediction, sentence: Sentence, mentions: Sequence[Mention]
) -> list[Fit]:
    """How well the mentions that may take part fit: as the parse says, or else as the model thinks."""
    able = able_to_take_part(trigger, sentence, mentions)
    parsed = read_parse(trigger, prediction, sentence, able)
    fits = [parsed.fits[each] for each in able if each in parsed.fits]
    for each in (each for each in able if each not in parsed.fits):
        shut = shut_roles(trigger, sentence, each) | parsed.shut_roles(each)
        if fillers_of(trigger.type).keys() - shut:
            fits.append(find_fit(trigger, prediction, sentence, each, without=shut))
    return fits


def _entities_of(held: Sequence[Fit], trigger: Trigger, entities: Sequence[Entity]) -> Roles:
    allowed = fillers_of(trigger.type)
    roles: dict[str, dict[int, None]] = {}
    for fit in held:
        for number in fit.mention.entities:
            actor = number if entities[number].type in allowed[fit.role] else _state_of(number, entities)
            if actor is not None and entities[actor].type in allowed[fit.role]:
                roles.setdefault(fit.role, {})[actor] = None
    return {role: tuple(fillers) for role, fillers in roles.items()}


def _state_of(number: int, entities: Sequence[Entity]) -> int | None:
    """The state for which its capital acts, where the article names it: "talks between Riyadh and Tehran"."""
    capital = entities[number]
    states = {known.qid for known in load_gazetteer().capital_of(capital.name)}
    found = (
        index
        for index, entity in enumerate(entities)
        if entity.type is EntityType.COUNTRY and entity.qid is not None and entity.qid in states
    )
    return next(found, None) if capital.type is EntityType.PLACE else None
