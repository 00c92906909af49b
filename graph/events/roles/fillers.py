"""fillers: the mentions of a sentence fill the roles of its triggers."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.events.draft import SPEECH
from graph.events.merging.occasions import is_inside, is_of_other, tells_when
from graph.events.merging.openings import Opening, find_opening
from graph.events.model.predict import Prediction, Trigger
from graph.events.roles.acting import acting, has_unnamed_subject, is_of_clause
from graph.events.roles.appointments import named
from graph.events.roles.belonging import is_kin
from graph.events.roles.between import both_sides, tied
from graph.events.roles.bystanders import head_of_title, is_imposer, is_partner
from graph.events.roles.chairs import chairing
from graph.events.roles.directions import aimed_at, givers, handed, is_honoured, summoned, summoning, writers
from graph.events.roles.expulsions import expelled, is_left, orders
from graph.events.roles.guests import guests
from graph.events.roles.journeys import is_of_other_journey, owners
from graph.events.roles.missions import OF_MISSIONS, standing_places
from graph.events.roles.mutual import ONE_SIDED
from graph.events.roles.partners import companions, met, visited
from graph.events.roles.sanctioned import sanctioned
from graph.events.roles.shut_out import GIVEN, able_to_take_part, shut_roles, takers_of
from graph.events.roles.supported import supported
from graph.events.roles.undergoing import beyond_object, undergoing
from graph.events.schema import core_roles, fillers_of
from graph.events.syntax.coordination import coordinated, root_of, rooted_at, with_conjuncts
from graph.events.syntax.governors import belongs_elsewhere, share_verb
from graph.linking.gazetteer import load_gazetteer
from graph.model import Entity, EntityType, Form, Mention, Sentence, Span

FILLER = 0.45
# What stands in one list with a filler needs less to fill the same role.
LISTED = 0.15
# Beside so many people of a list the others need nothing.
MANY = 3
# So does what is likeliest to fill a core role that nothing else fills.
CORE = 0.2
# From here on somebody surely acts, and with him whoever the parse joins to him.
SURE = 0.9
_AND = re.compile(r"\band\b|[,&]")
# By so much a mention must fit another trigger of the class better, to be no filler of this one.
RIVAL = 0.25
# Of these a sentence names one actor, or one list of them.
ONE_VOICE = frozenset({"Statement"})
# In the passive these are done to their subject, and to nobody else: "A was accused of bombing B".
_ADDRESSED = frozenset({"Criticism", "Demand", "Threat"})
# Of which a verb may tell that somebody refuses or faces it.
_AIMED = frozenset({"Criticism", "Demand", "Proposal", "Threat"})
# The noun for these may tell on whom, or for whom, they are.
_BY_NOUN = {"Sanction": sanctioned, "Support": supported}
# The roles of what an act is done to, or leads to.
_ENDS = ("destination", "target")
# Who acts for sure where the parse says so.
_DOING = frozenset(
    {EntityType.COMPANY, EntityType.COUNTRY, EntityType.INTERNATIONAL_ORGANIZATION, EntityType.PERSON}
)

Roles = dict[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a mention fits the role of a trigger that it fits best."""

    mention: Mention
    role: str
    score: float

    @property
    def is_person(self) -> bool:
        """Whether the mention is of a person: in one list stand people, or bodies."""
        return self.mention.type is EntityType.PERSON


def fill_roles(
    triggers: Sequence[Trigger],
    prediction: Prediction,
    sentence: Sentence,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
) -> tuple[Roles, ...]:
    """Gives the roles of each trigger, as indexes of entities in the order of the text."""
    lists = coordinated(sentence, mentions)
    fits = [_fits(trigger, prediction, sentence, mentions) for trigger in triggers]
    return tuple(
        _entities_of(
            _hold(trigger, _unrivalled(trigger, own, triggers, fits, sentence), lists), trigger, entities
        )
        for trigger, own in zip(triggers, fits, strict=True)
    )


def _fits(
    trigger: Trigger, prediction: Prediction, sentence: Sentence, mentions: Sequence[Mention]
) -> list[Fit]:
    """How well the mentions that may take part fit.

    Beside who acts by the parse nobody else acts, nor does anybody visit beside whose visit it is; what the
    object keeps out is no target.
    """
    able = able_to_take_part(trigger, sentence, mentions)
    doer = "speaker" if trigger.type in ONE_VOICE else "actor"
    own = _own_actors(trigger, doer, prediction, sentence, able)
    # Speech is told backwards, too: "The world helps, summed up A"
    others = [each for each in able if not is_kin(sentence, trigger.span, each)]
    is_unnamed = doer == "actor" and has_unnamed_subject(sentence, trigger.span, others)
    acting_too = {entity for each in own for entity in each.entities}
    beyond = beyond_object(sentence, trigger.span, able) if trigger.type in SPEECH else frozenset()
    partners = _partners(trigger, sentence, able)
    visiting = _visiting(trigger, sentence, able) - partners if trigger.type == "Visit" else frozenset()
    addressed = _addressed(trigger, sentence, able)
    partners_met = met(sentence, trigger.span, able) if trigger.type == "Meeting" else frozenset()
    sides = both_sides(sentence, trigger.span, able) if trigger.type == "Meeting" else frozenset()
    tied_to_each_other = _tied(trigger, sentence, able)
    given = {} if tied_to_each_other else {each: Fit(each, doer, score) for each, score in own.items()}
    beside = companions(sentence, trigger.span, able) if trigger.type == "Visit" else frozenset()
    appointed = named(sentence, trigger.span, able) if trigger.type == "Appointment" else frozenset()
    chairs = chairing(sentence, trigger.span, able) if trigger.type == "Meeting" else frozenset()
    found_by_parse = {
        "appointee": appointed,
        "participant": partners_met | sides,
        # What ties two sides they do to each other
        "target": addressed | tied_to_each_other,
        "visitor": visiting | beside,
        "host": visited(sentence, trigger.span, able) if trigger.type == "Visit" else frozenset(),
        "chair": chairs,
    }
    for role, found in found_by_parse.items():
        given.update({each: Fit(each, role, 1.0) for each in found})
    fits = [given[each] for each in able if each in given]
    for each in (each for each in able if each not in given):
        out = shut_roles(trigger, sentence, each) | ({"visitor"} if visiting or each in partners else set())
        out |= {doer} if own or is_unnamed else set()
        out |= {"participant"} if sides else set()
        out |= {"actor"} if tied_to_each_other else set()
        out |= {"chair"} if chairs else set()
        out |= {"appointee"} if appointed else set()
        if each in beyond or addressed or not acting_too.isdisjoint(each.entities):
            out.add("target")
        if fillers_of(trigger.type).keys() - out:
            fits.append(_fit(trigger, prediction, each, sentence, without=out))
    return fits


def _own_actors(
    trigger: Trigger, doer: str, prediction: Prediction, sentence: Sentence, mentions: Sequence[Mention]
) -> dict[Mention, float]:
    """Who acts by the parse, if the model thinks it likely of him, or else of whom a pronoun means."""
    if doer not in fillers_of(trigger.type):
        return {}
    sent_by = writers(sentence, trigger.span, mentions) if doer == "speaker" else frozenset()
    scores = {each: prediction.slot_scores(trigger, each.span)[doer] for each in mentions}
    taking = takers_of(trigger, sentence, mentions)
    ordering, ordered = _orders(trigger, sentence, mentions)
    if sent_by or ordered:
        return dict.fromkeys(sent_by or ordering, 1.0)
    acts = acting(sentence, trigger.span, mentions) - taking
    acts = frozenset(each for each in acts if not is_kin(sentence, trigger.span, each))
    if taking and trigger.type in GIVEN:
        # Beside who takes it, whose it is has given it, whatever the model thinks
        return dict.fromkeys(acts or givers(sentence, trigger.span, mentions), 1.0)
    summons = summoning(sentence, trigger.span, mentions) if trigger.type == "Criticism" else frozenset()
    honouring = acts if doer == "speaker" and is_honoured(sentence, trigger.span) else frozenset()
    imposers = [each for each in mentions if trigger.type == "Sanction" and is_imposer(sentence, each)]
    doing = {each: scores[each] for each in acts if scores[each] >= CORE}
    doing |= dict.fromkeys(_joined(sentence, doing, acts), SURE)
    own = doing or dict.fromkeys([*summons, *honouring, *imposers], 1.0)
    if own:
        return own
    if doer == "actor" and trigger.type != "Appointment" and is_of_clause(sentence, trigger.span):
        # "B, which did it": no other acts in the clause, whatever the model thinks
        return {each: 1.0 for each in acts if each.type in _DOING}
    meant = {each: max(scores[other] for other in mentions if _are_same(each, other)) for each in acts}
    return {each: score for each, score in meant.items() if score >= CORE}


def _joined(
    sentence: Sentence, doing: Mapping[Mention, float], acts: Iterable[Mention]
) -> frozenset[Mention]:
    """Who else acts by the parse, joined by his name to somebody who surely does: "A and B demanded"."""
    found = frozenset[Mention]()
    named = [each for each in acts if each.form is Form.NAME and each.type in _DOING and each not in doing]
    for sure in (each for each, score in doing.items() if score >= SURE):
        root = root_of(sentence, sure.span)
        joined = rooted_at(with_conjuncts([head_of_title(root)] if root is not None else []), sentence, named)
        found |= {each for each in joined if _AND.search(_between(sentence, each, sure))}
    return found


def _between(sentence: Sentence, one: Mention, other: Mention) -> str:
    first, last = sorted((one.span, other.span))
    return sentence.text[first.end - sentence.span.start : last.start - sentence.span.start]


def _are_same(one: Mention, other: Mention) -> bool:
    return not set(one.entities).isdisjoint(other.entities)


def _addressed(trigger: Trigger, sentence: Sentence, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions to whom by the parse something is done, if any: nobody else is its target."""
    aimed = aimed_at(sentence, trigger.span, mentions) if trigger.type in _AIMED else frozenset()
    if aimed:
        return aimed
    if trigger.type in _ADDRESSED:
        ways = (undergoing, handed, summoned)
        return next((found for way in ways if (found := way(sentence, trigger.span, mentions))), frozenset())
    if trigger.type in GIVEN:
        taking = takers_of(trigger, sentence, mentions)
        is_invited = not taking and trigger.type == "Invitation"
        return undergoing(sentence, trigger.span, mentions) if is_invited else taking
    if trigger.type in _BY_NOUN:
        return _BY_NOUN[trigger.type](sentence, trigger.span, mentions)
    ordered = _orders(trigger, sentence, mentions)[1] or _expelled(trigger, sentence, mentions)
    if not ordered and trigger.attribute in OF_MISSIONS:
        return standing_places(sentence, trigger.span, mentions)
    return ordered


def _tied(trigger: Trigger, sentence: Sentence, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """Both sides whose relations are changed, if nobody does it to another."""
    is_of_both = trigger.type == "RelationsChange" and trigger.attribute not in ONE_SIDED
    return tied(sentence, trigger.span, mentions) if is_of_both else frozenset()


def _orders(
    trigger: Trigger, sentence: Sentence, mentions: Sequence[Mention]
) -> tuple[frozenset[Mention], frozenset[Mention]]:
    """Who orders, and who is ordered, out of a state."""
    is_out = trigger.attribute in {"close-mission", "expel"}
    return orders(sentence, trigger.span, mentions) if is_out else (frozenset(), frozenset())


def _expelled(trigger: Trigger, sentence: Sentence, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """Of whom the noun tells that they are thrown out of a state."""
    return expelled(sentence, trigger.span, mentions) if trigger.attribute == "expel" else frozenset()


def _visiting(trigger: Trigger, sentence: Sentence, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions of those whose visit it is, or who come at the invitation of others."""
    invited = rooted_at({each.i for each in guests(sentence, trigger.span, mentions)}, sentence, mentions)
    return invited | owners(sentence, trigger.span, mentions)


def _partners(trigger: Trigger, sentence: Sentence, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions of those who receive the guest of a visit, be it by a pronoun."""
    if trigger.type != "Visit":
        return frozenset()
    acts = acting(sentence, trigger.span, mentions)
    going = {entity for each in acts if each.form is not Form.PRONOUN for entity in each.entities}
    partners = (each for each in mentions if is_partner(sentence, trigger.span, each))
    entities = {entity for each in partners for entity in each.entities} - going
    return frozenset(each for each in mentions if not entities.isdisjoint(each.entities))


def _fit(
    trigger: Trigger, prediction: Prediction, mention: Mention, sentence: Sentence, *, without: Container[str]
) -> Fit:
    slots = prediction.slot_scores(trigger, mention.span)
    scores = {slot: score for slot, score in slots.items() if slot not in without}
    if trigger.type == "Agreement" and mention.type is EntityType.PERSON:
        # A person is never a party: he signs for one.
        scores["signatory"] = max(scores["signatory"], scores.pop("party"))
    if trigger.attribute == "expel" and is_left(sentence, mention):
        # Whoever has to leave a state is expelled by it, if by no other
        scores.pop("target", None)
        scores |= {"actor": max(scores["actor"], slots["target"])} if "actor" in scores else {"target": 0.0}
    role = max(fillers_of(trigger.type) & scores.keys(), key=lambda role: (scores[role], role))
    if "actor" in without and scores[role] < FILLER <= slots["actor"]:
        # Who would act, if others did not, is not what is acted on either
        return Fit(mention, role, 0.0)
    return Fit(mention, role, scores[role])


def _unrivalled(
    trigger: Trigger,
    fits: Sequence[Fit],
    triggers: Sequence[Trigger],
    others: Sequence[Sequence[Fit]],
    sentence: Sentence,
) -> list[Fit]:
    """The fits but those of mentions that belong to another event: "A visited X, and B went to Y"."""
    meetings = [each.span for each in triggers if each.type == trigger.type == "Meeting"]
    opening = find_opening(sentence, meetings, [fit.mention for fit in fits])
    if opening is not None:
        return _of_opening(trigger, fits, opening)
    like = [
        (other, theirs)
        for other, theirs in zip(triggers, others, strict=True)
        if other is not trigger and other.type == trigger.type
        if not share_verb(sentence, trigger.span, other.span)
    ]
    rivals = [fit for _, theirs in like for fit in theirs]
    spans = [other.span for other, _ in like]
    kept = [
        fit
        for fit in fits
        if not any(
            rival.mention == fit.mention and rival.role == fit.role and rival.score > fit.score + RIVAL
            for rival in rivals
        )
        and not belongs_elsewhere(sentence, fit.mention, trigger.span, spans)
    ]
    return _own_targets(trigger, _own_guests(trigger, kept, triggers, sentence), triggers, sentence)


def _of_opening(trigger: Trigger, fits: Sequence[Fit], opening: Opening) -> list[Fit]:
    """The fits of the talk with which a sentence opens, or of the one with which it goes on."""
    if trigger.span == opening.other:
        return [fit for fit in fits if fit.mention.span.start >= opening.end]
    return [
        Fit(fit.mention, "participant", 1.0) if fit.mention in opening.both else fit
        for fit in fits
        if fit.mention.span.start < opening.other.start
    ]


def _own_guests(
    trigger: Trigger, fits: list[Fit], triggers: Sequence[Trigger], sentence: Sentence
) -> list[Fit]:
    """The fits but those of mentions that take part in another gathering: "met ahead of the summit of C"."""
    others = [each.span for each in triggers if each is not trigger and each.type == "Meeting"]
    if trigger.type == "Meeting" and tells_when(sentence, trigger.span):
        return [fit for fit in fits if is_inside(sentence, trigger.span, fit.mention.span)]
    if trigger.type != "Meeting" or not others:
        return fits
    mentions = [fit.mention for fit in fits]
    return [fit for fit in fits if not is_of_other(sentence, fit.mention, trigger.span, others, mentions)]


def _own_targets(
    trigger: Trigger, fits: list[Fit], triggers: Sequence[Trigger], sentence: Sentence
) -> list[Fit]:
    """The fits but those on which, or where, another act is done, if its own are told.

    "Commended A and urged B", "flew to A and invited B to C", "A's visit to B and C's to D".
    """
    acts = [each.span for each in triggers if each is not trigger]
    journeys = [
        each.span for each in triggers if each is not trigger and each.type == trigger.type == "Visit"
    ]
    fits = [
        fit
        for fit in fits
        if fit.role != "destination" or not is_of_other_journey(sentence, trigger.span, journeys, fit.mention)
    ]
    for role in _ENDS:
        others = [
            fit
            for fit in fits
            if fit.role == role and belongs_elsewhere(sentence, fit.mention, trigger.span, acts)
        ]
        own = [fit for fit in fits if fit not in others]
        fits = own if any(fit.role == role and fit.score >= FILLER for fit in own) else fits
    return fits


def _hold(trigger: Trigger, fits: Sequence[Fit], lists: Mapping[Mention, int]) -> list[Fit]:
    """The fits that hold: the good, and those in a list with one; nothing inside what fills a role itself."""
    held: list[Fit] = []
    for fit in sorted(fits, key=_longest_first):
        if fit.score >= FILLER and not _is_inside(fit, held):
            held.append(fit)
    if trigger.type in ONE_VOICE and held:
        best = max(held, key=lambda fit: fit.score)
        held = [fit for fit in held if _are_listed(fit, best, lists)]
    good = tuple(held)
    for fit in fits:
        beside = sum(_are_alike(fit, other) and _are_listed(fit, other, lists) for other in good)
        enough = fit.score >= LISTED or (fit.is_person and beside >= MANY)
        if fit.score < FILLER and beside and enough and not _is_inside(fit, held):
            held.append(fit)
    for role in core_roles(trigger.type):
        likely = [fit for fit in fits if fit.role == role and fit.score >= CORE and not _is_inside(fit, held)]
        if likely and not any(fit.role == role for fit in held):
            held.append(max(likely, key=lambda fit: fit.score))
    return sorted(held, key=lambda fit: fit.mention.span)


def _longest_first(fit: Fit) -> tuple[int, Span]:
    return fit.mention.span.start - fit.mention.span.end, fit.mention.span


def _are_alike(one: Fit, other: Fit) -> bool:
    return one.role == other.role and one.is_person == other.is_person


def _are_listed(one: Fit, other: Fit, lists: Mapping[Mention, int]) -> bool:
    head = lists.get(one.mention)
    return one == other or (head is not None and head == lists.get(other.mention))


def _is_inside(fit: Fit, held: Sequence[Fit]) -> bool:
    span = fit.mention.span
    return any(
        other.mention.span.start <= span.start and span.end <= other.mention.span.end for other in held
    )


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
