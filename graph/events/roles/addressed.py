"""addressed: to whom by the parse something is done: nobody else is its target."""

from __future__ import annotations

from collections.abc import Sequence

from graph.events.model.predict import Trigger
from graph.events.roles.directions import aimed_at, handed, summoned
from graph.events.roles.expulsions import expelled, orders_of
from graph.events.roles.missions import OF_MISSIONS, standing_places
from graph.events.roles.sanctioned import sanctioned
from graph.events.roles.shut_out import GIVEN
from graph.events.roles.supported import supported
from graph.events.roles.undergoing import undergoing
from graph.model import Mention, Sentence

# In the passive these are done to their subject, and to nobody else: "A was accused of bombing B".
_ADDRESSED = frozenset({"Criticism", "Demand", "Threat"})
# Of which a verb may tell that somebody refuses or faces it.
_AIMED = _ADDRESSED | {"Proposal"}
# The noun for these may tell on whom, or for whom, they are.
_BY_NOUN = {"Sanction": sanctioned, "Support": supported}


def addressed(
    trigger: Trigger, sentence: Sentence, mentions: Sequence[Mention], *, taking: frozenset[Mention]
) -> frozenset[Mention]:
    """The mentions to whom by the parse something is done, if any, or who are `taking` what is given."""
    aimed = aimed_at(sentence, trigger.span, mentions) if trigger.type in _AIMED else frozenset()
    if aimed:
        return aimed
    if trigger.type in _ADDRESSED:
        ways = (undergoing, handed, summoned)
        return next((found for way in ways if (found := way(sentence, trigger.span, mentions))), frozenset())
    if trigger.type == "Rejection":
        return undergoing(sentence, trigger.span, mentions)
    if trigger.type in GIVEN:
        is_invited = not taking and trigger.type == "Invitation"
        return undergoing(sentence, trigger.span, mentions) if is_invited else taking
    if trigger.type in _BY_NOUN:
        return _BY_NOUN[trigger.type](sentence, trigger.span, mentions)
    return _out_of_state(trigger, sentence, mentions)


def _out_of_state(trigger: Trigger, sentence: Sentence, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions of those who are ordered or thrown out of a state, or in which a mission stands."""
    _, ordered = orders_of(trigger, sentence, mentions)
    if not ordered and trigger.attribute == "expel":
        ordered = expelled(sentence, trigger.span, mentions)
    if not ordered and trigger.attribute in OF_MISSIONS:
        return standing_places(sentence, trigger.span, mentions)
    return ordered
