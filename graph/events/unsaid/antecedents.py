"""antecedents: who may fill a role that a sentence leaves open, and what speaks for each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from graph.events.draft import MUTUAL, Draft
from graph.events.model.predict import Prediction
from graph.events.roles.acting import has_unnamed_subject
from graph.events.roles.belonging import is_kin
from graph.events.roles.mutual import is_mutual
from graph.events.roles.shut_out import DOERS
from graph.events.schema import core_roles, fillers_of
from graph.events.unsaid.anaphors import spoken_of
from graph.events.unsaid.crowds import is_by_nobody, is_by_others, is_of_many, is_with_many
from graph.events.unsaid.gaps import gap
from graph.events.unsaid.inner import is_inner
from graph.events.unsaid.ruled_out import ruled_out
from graph.events.unsaid.story import Place, Story
from graph.model import EntityType

# Of whom something is asked must be told.
_TOLD_TARGETS = frozenset({"Demand", "Threat"})
# What the world at large may do, of which nobody is told.
_OF_ANYBODY = frozenset({"Criticism", "Demand"})
# What may be turned down, and within how many sentences.
_TURNED_DOWN = frozenset({"Criticism", "Demand", "Invitation", "Proposal", "Threat"})
_REJECTION_REACH = 3
SIDES = frozenset({"actor", "party", "participant", "visitor"})
CONTACTS = frozenset({"Agreement", "Meeting", "Visit"})
# A person is never a party: he signs for one.
NEVER = {"party": frozenset({EntityType.PERSON})}
# So many events back a reader looks for what a draft is about.
EVENTS_BACK = 40
LAST_EVENTS = 3
EVENT_REACH = 3
SLOT_STEPS = (0.02, 0.05, 0.1, 0.2, 0.4)


def open_roles(draft: Draft) -> tuple[str, ...]:
    """The core roles of a draft that nothing fills, and the mutual one that one side alone fills.

    Of whom something is demanded must be told: "called for reforms" leaves nobody open. Who is appointed
    must be named: a headline's "four envoys present credentials" is told again below with their names.
    """
    if draft.is_own or (draft.attribute == "Summit" and draft.roles.get("participant")):
        return ()
    empty = [role for role in core_roles(draft.type) if role != "appointee" and not draft.roles.get(role)]
    if draft.type in _TOLD_TARGETS:
        empty = [role for role in empty if role != "target"]
    mutual = MUTUAL.get(draft.type, "")
    return (*empty, mutual) if len(draft.roles.get(mutual, ())) == 1 else tuple(empty)


def antecedents(draft: Draft, role: str, story: Story) -> tuple[int, ...]:
    """The entities that may fill a role of a draft: in reach or much spoken of, and in no role of it yet.

    Nobody does who is `ruled_out`. What sides do to one another is done to nobody else, nor do others share
    in what a government does with its opponents. Turned down is only whose act was told shortly before.
    """
    if _is_among_themselves(draft, role, story):
        return ()
    if role in DOERS and _is_of_kin(draft, story):
        return ()
    out = draft.everyone | ruled_out(draft, role, story)
    able = fillers_of(draft.type)[role] - NEVER.get(role, frozenset())
    near = dict.fromkeys((*story.before(draft), *story.after(draft), *story.main))
    if draft.type == "Rejection" and role == "target":
        near = dict.fromkeys(_turned_down(draft, story))
    return tuple(each for each in near if each not in out and story.scene.entities[each].type in able)


def _is_among_themselves(draft: Draft, role: str, story: Story) -> bool:
    """Whether nobody from elsewhere shares in what members, sides or a government and its opponents do."""
    sentence = story.scene.sentences[draft.sentence]
    if role == MUTUAL.get(draft.type) and is_inner(sentence, draft.trigger):
        return True
    if role == "participant" and is_of_many(sentence, draft.trigger):
        return True
    if draft.roles.get("participant") and is_with_many(sentence, draft.trigger):
        return True
    if role in DOERS and is_by_others(sentence, draft.trigger):
        return True
    if role in DOERS and draft.type in _OF_ANYBODY and is_by_nobody(sentence, draft.trigger):
        return True
    return _is_of_members(draft, story) or (role == "target" and _is_mutual(draft, story))


def _turned_down(draft: Draft, story: Story) -> Iterator[int]:
    """Who asked for, offered or said what somebody rejects: "A accused B. B rejected it"."""
    rejecting = story.countries(draft.roles.get("actor", ()))
    for told in story.told_before(draft):
        targets = story.countries(told.roles.get("target", ()))
        is_near = told.type in _TURNED_DOWN and draft.sentence - told.sentence <= _REJECTION_REACH
        if is_near and (not targets or targets & rejecting):
            yield from told.roles.get("actor", ())


def _is_of_members(draft: Draft, story: Story) -> bool:
    """Whether an organization alone meets: those who come are its own."""
    alone = [story.kind(each) for each in draft.roles.get("participant", ())]
    return draft.type == "Meeting" and alone == ["union"]


def _is_of_kin(draft: Draft, story: Story) -> bool:
    """Whether somebody's allies or critics act, whom the sentence does not name."""
    sentence = story.scene.sentences[draft.sentence]
    mentions = [each for each in story.mentions[draft.sentence] if each.entities]
    others = [each for each in mentions if not is_kin(sentence, draft.trigger, each)]
    return len(others) < len(mentions) and has_unnamed_subject(sentence, draft.trigger, others)


def _is_mutual(draft: Draft, story: Story) -> bool:
    return is_mutual(story.scene.sentences[draft.sentence], draft.trigger)


def signs(
    draft: Draft, role: str, entities: Iterable[int], story: Story, prediction: Prediction
) -> dict[int, frozenset[str]]:
    """Names what speaks for or against each of some entities as the filler of a role."""
    of_role = ("any", role, f"{draft.type} {role}", *gap(draft, role, story.scene.sentences[draft.sentence]))
    taken, spoken = draft.everyone, spoken_of(draft, story)
    before = [entity for entity in story.before(draft) if entity not in taken]
    return {
        entity: frozenset(
            (
                *of_role,
                *_kind(draft, role, entity, story),
                *_nearness(draft, role, entity, story, before),
                *_weight(entity, story),
                *_fit(draft, role, entity, story, prediction),
                *_kinship(draft, role, entity, story),
                *_last_events(draft, role, entity, story),
                *_dealings(draft, role, entity, story),
                *_topic(draft, role, entity, story, spoken),
            )
        )
        for entity in entities
    }


def _kind(draft: Draft, role: str, entity: int, story: Story) -> Iterator[str]:
    kind = story.kind(entity)
    yield kind
    yield f"{role} {kind}"
    yield f"{draft.type} {role} {kind}"


def _nearness(draft: Draft, role: str, entity: int, story: Story, before: Iterable[int]) -> Iterator[str]:
    distance = _distance(draft, story.of_entity[entity])
    yield f"at {distance}"
    yield f"{role} at {distance}"
    kind = story.kind(entity)
    like = [other for other in before if story.kind(other) == kind]
    yield f"recency {min(like.index(entity), 4) if entity in like else 5}"


def _distance(draft: Draft, places: Sequence[Place]) -> str:
    """How many sentences away an entity is spoken of, before rather than after."""
    first = bisect_left(places, draft.sentence, key=lambda place: place.sentence)
    if first < len(places) and places[first].sentence == draft.sentence:
        return "home"
    if first > 0:
        back = draft.sentence - places[first - 1].sentence
        return f"-{back}" if back <= 3 else "-6" if back <= 6 else "-far"
    ahead = places[first].sentence - draft.sentence
    return "+1" if ahead == 1 else "+3" if ahead <= 3 else "+far"


def _weight(entity: int, story: Story) -> Iterator[str]:
    rank, kind = min(story.rank[entity], 4), story.kind(entity)
    yield f"rank {rank}"
    yield f"{kind} rank {rank}"
    if story.of_entity[entity][0].sentence <= 1:
        yield "in the opening"


def _fit(draft: Draft, role: str, entity: int, story: Story, prediction: Prediction) -> Iterator[str]:
    """What the model says of the entity's mentions in the sentence itself."""
    trigger = next(
        (each for each in prediction.triggers if each.type == draft.type and each.span == draft.trigger), None
    )
    inside = [mention.span for mention in story.mentions[draft.sentence] if entity in mention.entities]
    if trigger is not None and inside:
        score = max(prediction.slot_scores(trigger, span)[role] for span in inside)
        for step in SLOT_STEPS:
            if score >= step:
                yield f"slot {step}"


def _kinship(draft: Draft, role: str, entity: int, story: Story) -> Iterator[str]:
    taken = draft.everyone
    country = story.country(entity)
    if country is not None and country in story.countries(taken):
        yield "compatriot"
        yield f"{role} compatriot"
    if any(entity in story.scene.served_by(filler) for filler in taken):
        yield "served by a filler"


def _last_events(draft: Draft, role: str, entity: int, story: Story) -> Iterator[str]:
    """What the entity does in the events told last and next."""
    for back, told in enumerate(islice(story.told_before(draft), LAST_EVENTS)):
        if draft.sentence - told.sentence > EVENT_REACH:
            break
        part = [name for name, fillers in told.roles.items() if entity in fillers]
        for name in part:
            yield f"{'side' if name in SIDES else name} {back} back"
            if back == 0:
                yield f"{draft.type} after {name}"
                yield f"{role} after {told.type} {name}"
        if not part and _is_represented(entity, told, story):
            yield f"represented {back} back"
    following = next(story.told_after(draft), None)
    is_near = following is not None and following.sentence <= draft.sentence + 1
    if following is not None and is_near and entity in following.everyone:
        yield "in the next event"


def _is_represented(entity: int, told: Draft, story: Story) -> bool:
    """Whether a compatriot takes part for a state, or the state for its people."""
    country = story.country(entity)
    return country is not None and any(
        story.country(filler) == country and "state" in (story.kind(entity), story.kind(filler))
        for filler in told.everyone
    )


def _dealings(draft: Draft, role: str, entity: int, story: Story) -> Iterator[str]:
    """What the entity and those who act in the draft had to do with one another before."""
    acting = {filler for name in (*SIDES, "host") for filler in draft.roles.get(name, ())}
    countries = story.countries(draft.everyone)
    for told in islice(story.told_before(draft), EVENTS_BACK):
        actors, targets = set(told.roles.get("actor", ())), set(told.roles.get("target", ()))
        if entity in actors and targets & acting:
            yield "acted on the actor"
        if entity in targets and actors & acting:
            yield "the actor acted on it"
        if told.type in CONTACTS:
            everyone = told.everyone
            if entity in everyone and (everyone & acting or countries & story.countries(everyone)):
                yield "partner"
        if told.type == draft.type and entity in told.roles.get(role, ()):
            yield "same part before"
            if draft.sentence - told.sentence <= EVENT_REACH:
                yield "same part just before"
            if acting & actors:
                yield "same part before, same actor"


def _topic(draft: Draft, role: str, entity: int, story: Story, spoken: Iterable[Draft]) -> Iterator[str]:
    """Whether the sentence speaks of what the entity did, or the article is about it and who acts here."""
    for told in spoken:
        for name, fillers in told.roles.items():
            if entity in fillers:
                part = "side" if name in SIDES else name
                yield f"{part} of what is spoken of"
                yield f"{role}: {part} of the {told.type} spoken of"
    mine = story.countries(draft.everyone)
    main = [other for other in story.main if story.kind(other) == "state"][:2]
    others = [other for other in main if story.country(other) not in mine]
    if len(main) == 2 and others == [entity]:
        yield "the other main state"
        yield f"{role} the other main state"
    elif len(others) == 1 and story.country(entity) == story.country(others[0]):
        yield "of the other main state"
