"""visitors: by the parse, who pays a visit, and who only receives its guest."""

from __future__ import annotations

from collections.abc import Sequence

from graph.events.roles.acting import acting
from graph.events.roles.bystanders import is_partner
from graph.events.roles.guests import guests
from graph.events.roles.journeys import owners
from graph.events.syntax.coordination import rooted_at
from graph.model import Form, Mention, Sentence, Span


def visiting(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions of those whose visit it is, or who come at the invitation of others."""
    invited = rooted_at({each.i for each in guests(sentence, trigger, mentions)}, sentence, mentions)
    return invited | owners(sentence, trigger, mentions)


def receiving(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions of those who receive the guest of a visit, be it by a pronoun."""
    acts = acting(sentence, trigger, mentions)
    going = {entity for each in acts if each.form is not Form.PRONOUN for entity in each.entities}
    partners = (each for each in mentions if is_partner(sentence, trigger, each))
    entities = {entity for each in partners for entity in each.entities} - going
    return frozenset(each for each in mentions if not entities.isdisjoint(each.entities))
