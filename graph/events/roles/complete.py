"""complete: a draft gains the roles that the domain decides and the sentence alone does not show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.events.draft import SPEECH, Draft
from graph.events.roles.appointments import (
    accredit,
    appoint_others,
    leave_former_offices,
    part_from_predecessor,
)
from graph.events.roles.mutual import MUTUAL, ONE_SIDED, mirror
from graph.events.roles.representatives import answer_for_states, call_home, ratify, stand_for_states
from graph.events.roles.switches import part_switch
from graph.events.scene import OFFICIAL, STATES, Scene
from graph.events.schema import fillers_of
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import has_subject, is_under, share_verb, verb_of
from graph.model import EntityType, Sentence

# Roles in which a state and its people stand side by side.
PARTNERS = frozenset({"party", "destination"})
# Acts against somebody.
_OPPOSING = frozenset({"Criticism", "Rejection", "Sanction", "Threat"})
# Whose actor and target are on two sides.
SIDED = SPEECH | _OPPOSING
_OF_STATE = frozenset({EntityType.COUNTRY, EntityType.GOVERNMENT_BODY})
# How somebody goes home.
_HOMEWARD = frozenset({"depart", "fly", "head", "leave", "return"})


def complete(drafts: Sequence[Draft], scene: Scene) -> tuple[Draft, ...]:
    """Applies the rules to each draft, in order."""
    completed = [part for draft in drafts for part in part_switch(draft, scene)]
    for rule in (
        accredit,
        part_from_predecessor,
        leave_former_offices,
        appoint_others,
        _sign,
        _parties,
        call_home,
        stand_for_states,
        ratify,
        answer_for_states,
        _guests,
        _leave_home,
        _person_for_state,
        mirror,
        _one_side_each,
        _not_own_state,
        _not_own_agency,
    ):
        completed = [rule(draft, scene) for draft in completed]
    return tuple(
        draft
        for draft in completed
        if not _is_told_better(draft, completed, scene)
        and not _is_told_twice(draft, completed, scene)
        and not _is_at_home(draft, scene)
    )


def _sign(draft: Draft, scene: Scene) -> Draft:
    """A person is never a party: he signs for one."""
    parties = draft.roles.get("party", ())
    persons = tuple(party for party in parties if scene.is_person(party))
    if draft.type != "Agreement" or not persons:
        return draft
    roles = dict(draft.roles)
    roles["party"] = tuple(party for party in parties if party not in persons)
    roles["signatory"] = tuple(dict.fromkeys((*roles.get("signatory", ()), *persons)))
    return draft.filled(roles, "persons sign for the parties")


def _parties(draft: Draft, scene: Scene) -> Draft:
    """The parties of an agreement are those for whom its signatories sign."""
    signatories = draft.roles.get("signatory", ())
    if draft.type != "Agreement" or not signatories:
        return draft
    bodies = [body for person in signatories for body in scene.bodies_of(person, draft.sentence)]
    able = [body for body in bodies if scene.entities[body].type in fillers_of("Agreement")["party"]]
    parties = tuple(dict.fromkeys((*draft.roles.get("party", ()), *able)))
    if len(draft.roles.get("party", ())) >= 2:
        return draft
    return draft.filled({**draft.roles, "party": parties}, "parties of the signatories")


def _guests(draft: Draft, scene: Scene) -> Draft:
    """Nobody visits his own country: who is at home there receives the others."""
    if draft.type != "Visit":
        return draft
    visited = {scene.entities[place].country for place in draft.roles.get("destination", ())} - {None}
    visitors = draft.roles.get("visitor", ())
    at_home = tuple(each for each in visitors if scene.is_person(each) and _homes(each, scene) & visited)
    if not at_home or len(at_home) == len(visitors):
        return draft
    roles = {
        **draft.roles,
        "visitor": tuple(each for each in visitors if each not in at_home),
        "host": tuple(dict.fromkeys((*draft.roles.get("host", ()), *at_home))),
    }
    return draft.filled(roles, "at home")


def _leave_home(draft: Draft, scene: Scene) -> Draft:
    """Nobody visits the state that he serves: "returned to A from a visit to B", "on his visit A signed"."""
    homes, places = _homes_reached(draft, scene), draft.roles.get("destination", ())
    away = tuple(place for place in places if place not in homes)
    is_told = bool(away) or not _is_at_home(draft, scene)
    return draft.filled({**draft.roles, "destination": away}, "not home") if is_told else draft


def _is_at_home(draft: Draft, scene: Scene) -> bool:
    """Whether those who leave only go home, or about in their own state: "on a visit to their border"."""
    homes = _homes_reached(draft, scene)
    if not homes or not homes.issuperset(draft.roles["destination"]):
        return False
    sentence = scene.sentences[draft.sentence]
    word = root_of(sentence, draft.trigger)
    verb = verb_of(word)
    inside = scene.mentions_in(draft.sentence)
    roots = [root_of(sentence, each.span) for each in inside if not homes.isdisjoint(each.entities)]
    is_under_it = word is not None and any(root is not None and is_under(root, word) for root in roots)
    return is_under_it or (verb is not None and verb.lemma_ in _HOMEWARD)


def _homes_reached(draft: Draft, scene: Scene) -> frozenset[int]:
    """The places of a draft in the state that all who leave for them serve."""
    visitors = draft.roles.get("visitor", ()) if draft.type == "Visit" else ()
    served = [scene.states_served_by([each]) for each in visitors if scene.is_person(each)]
    if not served or len(served) < len(visitors):
        return frozenset()
    own = frozenset.intersection(*served)
    places = draft.roles.get("destination", ())
    return frozenset(place for place in places if own.intersection(scene.states_of(place)))


def _homes(person: int, scene: Scene) -> set[str | None]:
    served = {scene.entities[body].country for body in scene.served_by(person)}
    return {scene.entities[person].country, *served} - {None}


def _person_for_state(draft: Draft, scene: Scene) -> Draft:
    """Where someone acts beside his own state, he is who acts: the state only says whose minister he is."""
    roles = {
        role: fillers if role in PARTNERS else without_own_states(fillers, scene)
        for role, fillers in draft.roles.items()
    }
    return draft.filled(roles, "persons act for their states")


def without_own_states(fillers: tuple[int, ...], scene: Scene) -> tuple[int, ...]:
    """The fillers without the states, ministries and offices whose own people stand among them."""
    persons = {filler for filler in fillers if scene.is_person(filler)}
    states = {scene.entities[person].country for person in persons} - {None}
    served = {body for person in persons for body in scene.served_by(person)}
    return tuple(
        filler
        for filler in fillers
        if not (scene.entities[filler].type in STATES and scene.entities[filler].country in states)
        and not (scene.entities[filler].type in OFFICIAL and filler in served)
    )


def _is_told_better(draft: Draft, drafts: Sequence[Draft], scene: Scene) -> bool:
    """Whether a statement only reports an act of speech, of its speaker or his state, told as an event."""
    speakers = draft.roles.get("speaker", ())
    return draft.type == "Statement" and any(
        other.sentence == draft.sentence
        and other.type in SPEECH - {"Statement"}
        and all(_speaks_for(speaker, other.roles.get("actor", ()), scene) for speaker in speakers)
        and not _adds(draft, other, scene.sentences[draft.sentence])
        for other in drafts
    )


def _is_told_twice(draft: Draft, drafts: Sequence[Draft], scene: Scene) -> bool:
    """Whether one verb tells an act of speech of the same actor better.

    "Called for talks" asks nothing of anybody beside what it proposes; "raised the proposal" proposes once.
    """
    sentence = scene.sentences[draft.sentence]
    return draft.type in {"Demand", "Proposal"} and any(
        _is_better(other, draft)
        and other.sentence == draft.sentence
        and other.roles.get("actor") == draft.roles.get("actor")
        and share_verb(sentence, other.trigger, draft.trigger)
        for other in drafts
    )


def _is_better(other: Draft, draft: Draft) -> bool:
    if draft.type == "Demand":
        return other.type == "Proposal" and not draft.roles.get("target")
    return other.type == draft.type and (other.score, other.trigger) > (draft.score, draft.trigger)


def _adds(statement: Draft, act: Draft, sentence: Sentence) -> bool:
    """Whether a speaker says something besides the act.

    "A welcomed the deal, though B said", "condemned the raid but thanked B", "affirmed this, urging B to".
    """
    said, done = (verb_of(root_of(sentence, each.trigger)) for each in (statement, act))
    if said is None or done is None:
        return False
    if said.dep_ == "advcl" and said.head.i == done.i:
        return has_subject(said)
    return done in said.conjuncts or (done.dep_ == "advcl" and done.head.i == said.i)


def _speaks_for(speaker: int, actors: Sequence[int], scene: Scene) -> bool:
    """Whether someone is among the actors, serves one of them, or is of the state that is."""
    return not {speaker, *scene.served_by(speaker), *scene.states_of(speaker)}.isdisjoint(actors)


def _one_side_each(draft: Draft, scene: Scene) -> Draft:
    """Nobody acts on himself, but for mutual acts and changes of relations."""
    if draft.type != "RelationsChange" and MUTUAL in draft.notes:
        return draft
    actors, targets = draft.roles.get("actor", ()), draft.roles.get("target", ())
    if draft.attribute in ONE_SIDED:
        # Whose ministry recalls its envoy does nothing to itself
        own = {state for actor in actors for state in scene.states_of(actor)} - set(actors)
        targets = tuple(target for target in targets if target not in own)
        draft = draft.filled({**draft.roles, "target": targets}, "not of one's own side")
    if set(actors).isdisjoint(targets) or (draft.type == "RelationsChange" and _is_mutual(draft)):
        return draft
    others = tuple(target for target in targets if target not in actors)
    roles = {**draft.roles, "target": others}
    if draft.attribute in ONE_SIDED - {"recall"} and not others:
        # Whose envoys are expelled is surer than who expels them, but one's own are recalled
        roles = {**draft.roles, "actor": tuple(actor for actor in actors if actor not in targets)}
    return draft.filled(roles, "not both actor and target")


def _not_own_state(draft: Draft, scene: Scene) -> Draft:
    """Nobody acts for or against the state that he serves: "the president called on her country's allies".

    The head of an organization may well urge it to act, but speaks against others for it.
    """
    if draft.type not in SIDED or MUTUAL in draft.notes:
        return draft
    return draft.filled(without_own_targets(draft.type, draft.roles, scene), "not of one's own side")


def _not_own_agency(draft: Draft, scene: Scene) -> Draft:
    """No state gives aid to itself or its bodies: "Kenya gave Peru tents through the Kenya Relief Agency"."""
    if draft.type != "Aid":
        return draft
    donors = scene.countries_of(draft.roles.get("actor", ()))
    others = tuple(
        target
        for target in draft.roles.get("target", ())
        if scene.entities[target].type not in _OF_STATE or scene.entities[target].country not in donors
    )
    return draft.filled({**draft.roles, "target": others}, "not of the donor's own side")


def without_own_targets(
    event_type: str, roles: Mapping[str, tuple[int, ...]], scene: Scene
) -> dict[str, tuple[int, ...]]:
    """The roles of an act of speech without the sides of its actors as targets."""
    actors = roles.get("actor", ())
    own = {*actors, *own_sides(event_type, actors, scene)}
    others = tuple(target for target in roles.get("target", ()) if target not in own)
    return {role: fillers for role, fillers in {**roles, "target": others}.items() if fillers}


def own_sides(event_type: str, actors: Sequence[int], scene: Scene) -> frozenset[int]:
    """The states that somebody serves, and what he heads or is a body of, if he acts against others.

    Who leads an opposition serves no state.
    """
    serving = [actor for actor in actors if not _opposes(actor, scene)]
    states = scene.states_served_by(serving)
    if event_type not in _OPPOSING:
        return states
    bodies = {body for actor in serving for body in scene.served_by(actor)}
    return states | scene.states_of_bodies(serving) | bodies


def _opposes(actor: int, scene: Scene) -> bool:
    """Whether the article says that somebody's only offices are those of an opposition."""
    roles = [position.role for position in scene.positions_of(actor)]
    return bool(roles) and all("opposition" in role for role in roles)


def _is_mutual(draft: Draft) -> bool:
    """Whether it is of relations between equals, or of both sides to each other."""
    actors, targets = set(draft.roles.get("actor", ())), set(draft.roles["target"])
    if len(actors | targets) < 2:
        return False
    return draft.attribute not in ONE_SIDED or actors == targets
