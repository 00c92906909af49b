"""shut out: which roles a mention cannot fill where it stands, whatever the model thinks."""

from __future__ import annotations

from collections.abc import Sequence

from graph.events.draft import GATHERINGS, SPEECH
from graph.events.model.predict import Trigger
from graph.events.roles.absent import stays_away
from graph.events.roles.announced import is_where_announced, only_announces
from graph.events.roles.appointments import only_comes, only_decides
from graph.events.roles.attacked import REACTIONS, attacked_before, is_attacked, is_curbed, is_victim
from graph.events.roles.backed import only_supports
from graph.events.roles.belonging import (
    is_against,
    is_agency,
    is_favoured,
    is_home_of_body,
    is_home_of_group,
    is_home_of_person,
    is_home_of_place,
    is_in_medium,
    is_kin,
    is_of_house,
    is_only_served,
    is_post,
    is_post_abroad,
    is_seat,
    is_served,
    is_tied_to,
    only_has_member,
    only_leads,
    only_owns_whole,
)
from graph.events.roles.bystanders import (
    acts_otherwise,
    is_aside,
    is_aside_of_actor,
    is_beside,
    is_discussed,
    is_ground,
    is_imposer,
    is_opposed,
    is_outside,
    is_rumoured,
    only_attends,
    only_greets,
    only_hears,
    only_judges,
    only_responds,
    only_speaks_for,
    only_tells,
)
from graph.events.roles.directions import is_honoured, takers
from graph.events.roles.excluded import is_broken_from, is_excluded, is_joined
from graph.events.roles.firsts import is_of_kind
from graph.events.roles.helping import only_helps
from graph.events.roles.journeys import is_before_or_after, is_topic
from graph.events.roles.means import is_channel, is_partner_in_work, is_scene
from graph.events.roles.participles import is_in_participle
from graph.events.roles.relative import is_citizen, is_whose, outsiders
from graph.events.roles.undergoing import undergoing
from graph.model import EntityType, Mention, Sentence, Span

# Of these whoever is told of in a clause of its own is no part: "restored ties after B had left C".
_OF_CLAUSES = frozenset({"Meeting", "RelationsChange"})
# In which whoever only announces them takes no part.
_SPOKEN_OF = GATHERINGS | {"Agreement"}
# These are done for what somebody did.
HELD_AGAINST = frozenset({"Criticism", "RelationsChange", "Sanction"})
# Nobody does these to himself: "A's raids were condemned".
_DONE_TO = frozenset({"Criticism", "Rejection"})
# What has somewhere to go to.
_VISITS = frozenset({"Invitation", "Visit"})
# Of which a verb may tell that somebody takes it.
GIVEN = frozenset({"Aid", "Invitation"})
# These are done for somebody.
_HELPING = frozenset({"Aid", "Support"})
# Beside those on whom it is the parse names who is near to them.
_AIMED = SPEECH | {"Sanction"}
# Where a mention of some classes may stand without that it is done to it.
_MEANS = {
    "Aid": is_channel,
    "Criticism": is_scene,
    "Mediation": is_partner_in_work,
    "Threat": is_scene,
}
# Whose allies or opponents are others than they.
_OF_OTHERS = frozenset({EntityType.COUNTRY, EntityType.PERSON})
# The roles of those who act.
DOERS = frozenset({"actor", "appointee", "participant", "party", "signatory", "visitor"})


def able_to_take_part(trigger: Trigger, sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that may take part: not whose aide, citizen or ally does, nor whom an attack was on."""
    reacts = trigger.type in REACTIONS
    outside = outsiders(sentence, trigger.span, mentions) if trigger.type == "Meeting" else frozenset()
    return [
        each
        for each in mentions
        if each.entities
        and each not in outside
        and not is_served(sentence, each, mentions)
        and not is_home_of_person(sentence, each, mentions)
        and not is_home_of_body(sentence, each, mentions)
        and not is_home_of_group(sentence, each, mentions)
        and not is_home_of_place(sentence, each)
        and not is_agency(sentence, each)
        and not is_in_medium(sentence, each)
        and not is_seat(sentence, each)
        and not is_of_house(sentence, each)
        and not is_excluded(sentence, each)
        and not is_only_served(sentence, each, speaks=trigger.type in SPEECH)
        and not only_supports(sentence, each)
        and not only_leads(sentence, each, mentions)
        and not is_favoured(sentence, each)
        and not only_has_member(sentence, each)
        and not (reacts and is_attacked(sentence, each))
        and not (trigger.type == "Visit" and is_of_kind(sentence, each, mentions))
    ]


def shut_roles(trigger: Trigger, sentence: Sentence, mention: Mention) -> set[str]:
    """The roles of a trigger that a mention cannot fill where it stands."""
    shut = {"actor"} if takers_of(trigger, sentence, [mention]) else set()
    if trigger.type == "Statement" and is_honoured(sentence, trigger.span):
        shut.add("speaker")
    if trigger.type == "Meeting" and is_discussed(sentence, trigger.span, mention.span):
        shut.add("participant")
    if trigger.type == "Appointment" and only_decides(sentence, trigger.span, mention):
        shut.add("appointee")
    if trigger.type in _OF_CLAUSES and is_beside(sentence, trigger.span, mention):
        shut |= {"participant", "actor", "target"}
    if is_aside(sentence, trigger.span, mention):
        shut |= DOERS | {"host"}
    elif _only_stands_by(trigger, sentence, mention):
        shut |= DOERS
    if is_kin(sentence, trigger.span, mention):
        shut.add("speaker")
    if is_post_abroad(sentence, mention):
        shut |= {"actor", "speaker", "participant"}
    return shut | _shut_ends(trigger, sentence, mention)


def _only_stands_by(trigger: Trigger, sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention does something else than the trigger tells."""
    if _does_not_come(trigger, sentence, mention):
        return True
    if trigger.type in _SPOKEN_OF and only_speaks_for(sentence, mention):
        return True
    if trigger.type == "Agreement" and (
        only_attends(sentence, mention)
        or only_helps(sentence, trigger.span, mention)
        or is_outside(sentence, trigger.span, mention)
    ):
        return True
    if trigger.type == "Appointment" and only_comes(sentence, trigger.span, mention):
        return True
    if trigger.type not in SPEECH and (
        only_tells(sentence, trigger.span, mention) or only_responds(sentence, trigger.span, mention)
    ):
        return True
    return (
        is_against(sentence, mention)
        or only_owns_whole(sentence, mention)
        or is_kin(sentence, trigger.span, mention)
        or acts_otherwise(sentence, trigger.span, mention)
        or does_not_act(trigger.type, sentence, trigger.span, mention)
    )


def does_not_act(event_type: str, sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether by its words a mention does not do what is told, be it much spoken of."""
    if event_type == "Visit" and only_announces(sentence, trigger, mention):
        return True
    if event_type in GATHERINGS and is_whose(sentence, trigger, mention):
        return True
    if is_citizen(sentence, trigger, mention):
        return True
    if event_type in SPEECH:
        undergoes = event_type in _DONE_TO and mention in undergoing(sentence, trigger, [mention])
        return undergoes or is_in_participle(sentence, trigger, mention)
    return only_judges(sentence, trigger, mention)


def _does_not_come(trigger: Trigger, sentence: Sentence, mention: Mention) -> bool:
    if trigger.type == "Meeting" and stays_away(sentence, trigger.span, mention):
        return True
    if trigger.type in GATHERINGS and is_rumoured(sentence, trigger.span, mention):
        return True
    return trigger.type in GATHERINGS and only_greets(sentence, mention)


def _shut_ends(trigger: Trigger, sentence: Sentence, mention: Mention) -> set[str]:
    """The roles of what an act is done to, or leads to, that a mention cannot fill where it stands."""
    shut = set[str]()
    if trigger.type == "Visit" and (is_topic(sentence, trigger.span, mention) or is_post(sentence, mention)):
        shut.add("destination")
    if trigger.type == "Visit" and is_where_announced(sentence, trigger.span, mention):
        shut.add("destination")
    if trigger.type in _VISITS and is_before_or_after(sentence, trigger.span, mention):
        shut.add("destination")
    return shut | {"target"} if _is_no_target(trigger.type, sentence, trigger.span, mention) else shut


def is_only_beside(event_type: str, sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether a mention only says who acts, or on whose side they are to whom something is done."""
    return event_type in _AIMED and (
        is_tied_to(sentence, mention)
        or is_joined(sentence, mention)
        or (event_type != "Proposal" and is_aside_of_actor(sentence, trigger, mention))
    )


def _is_no_target(event_type: str, sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether an act is not done to a mention where it stands."""
    is_means = event_type in _MEANS and _MEANS[event_type](sentence, mention)
    if is_means or is_only_beside(event_type, sentence, trigger, mention):
        return True
    if event_type in HELD_AGAINST and is_ground(sentence, trigger, mention):
        return True
    if event_type == "Sanction" and (is_imposer(sentence, mention) or is_victim(sentence, mention)):
        return True
    if event_type in _AIMED and mention.type in _OF_OTHERS and is_kin(sentence, trigger, mention):
        return True
    if event_type in _HELPING and any(
        stands_so(sentence, mention) for stands_so in (is_opposed, is_against, attacked_before)
    ):
        return True
    hears = event_type == "Criticism" and only_hears(sentence, mention)
    return hears or is_curbed(event_type, sentence, trigger, mention) or is_broken_from(sentence, mention)


def takers_of(trigger: Trigger, sentence: Sentence, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions who by the parse take what the trigger's event gives, or refuse it."""
    return takers(sentence, trigger.span, mentions, by_verb=trigger.type in GIVEN)
