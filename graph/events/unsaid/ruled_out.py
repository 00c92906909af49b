"""ruled_out: who in an event's sentence cannot fill a role that it leaves open."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from graph.events.draft import SPEECH, Draft
from graph.events.roles.absent import stays_away
from graph.events.roles.acting import has_unnamed_subject
from graph.events.roles.announced import is_where_announced
from graph.events.roles.attacked import is_curbed
from graph.events.roles.belonging import is_only_served, is_tied_to, only_owns_whole
from graph.events.roles.bystanders import acts_otherwise, is_ground, is_rumoured, only_tells
from graph.events.roles.complete import own_sides
from graph.events.roles.excluded import is_excluded
from graph.events.roles.journeys import is_left_behind, is_origin
from graph.events.roles.parsed import beyond
from graph.events.roles.shut_out import DOERS, HELD_AGAINST, does_not_act, is_only_beside
from graph.events.roles.subjects import sharing_subject, subjects_of
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import verb_of
from graph.events.unsaid.story import Story
from graph.model import Mention

_NO_PERSONS = frozenset(
    {"bloc", "council", "country", "embassy", "government", "it", "ministry", "nation", "party", "state"}
)
_AGAINST = frozenset({"Criticism", "Demand", "Threat"})


def ruled_out(draft: Draft, role: str, story: Story) -> frozenset[int]:
    """The entities that do not fill a role of a draft, by what is told of them.

    Nobody who was attacked is taken for him against whom an act of speech is, nor is the state that the
    speaker serves. Of two meetings in a sentence each has its own participants. Nobody visits his own
    country.
    """
    out = _meeting_beside(draft, story) | _at_home(draft, role, story)
    out |= _named_where(lambda mention: _is_ruled_out(mention, draft, role, story), draft, story)
    if role == "actor":
        out |= _beside_unnamed(draft, story) | _no_persons(draft, story)
    if role != "target":
        return out
    out |= _spared(draft, story)
    if draft.type in _AGAINST:
        out |= story.attacked
    if draft.type in SPEECH:
        actors = draft.roles.get("actor", ())
        out |= own_sides(draft.type, actors, story.scene) | story.scene.states_of_bodies(actors)
    return out


def _spared(draft: Draft, story: Story) -> frozenset[int]:
    """The entities that a draft's sentence names only where by the parse nothing is done to anybody."""
    sentence, mentions = story.scene.sentences[draft.sentence], story.mentions[draft.sentence]
    beside = beyond(draft.type, sentence, draft.trigger, mentions)
    others = [
        each
        for each in mentions
        if each not in beside and not is_only_beside(draft.type, sentence, draft.trigger, each)
    ]
    named = {entity for each in others for entity in each.entities}
    out = {entity for each in mentions for entity in each.entities if entity not in named}
    # "Officials close to A" are not he, be he named again: "after his victory"
    return frozenset(out) | _named_where(lambda each: is_tied_to(sentence, each), draft, story)


def _named_where(holds: Callable[[Mention], bool], draft: Draft, story: Story) -> frozenset[int]:
    """The entities of those mentions in a draft's sentence of which something holds."""
    return frozenset(
        entity for mention in story.mentions[draft.sentence] if holds(mention) for entity in mention.entities
    )


def _is_ruled_out(mention: Mention, draft: Draft, role: str, story: Story) -> bool:
    """Whether the sentence itself says that a mention does not fill a role."""
    return (
        is_only_served(story.scene.sentences[draft.sentence], mention, speaks=draft.type in SPEECH)
        or (draft.type == "Meeting" and _stays_away(mention, draft, story))
        or (draft.type == "Invitation" and is_excluded(story.scene.sentences[draft.sentence], mention))
        or (role == "destination" and _is_not_there(mention, draft, story))
        or (role in DOERS and only_owns_whole(story.scene.sentences[draft.sentence], mention))
        or (role in DOERS and _acts_otherwise(mention, draft, story))
        or (role == "target" and _is_curbed(mention, draft, story))
    )


def _stays_away(mention: Mention, draft: Draft, story: Story) -> bool:
    """Whether somebody does not come, or is only rumoured to: "absent from the talks was A"."""
    sentence = story.scene.sentences[draft.sentence]
    return (
        stays_away(sentence, draft.trigger, mention)
        or is_excluded(sentence, mention)
        or is_rumoured(sentence, draft.trigger, mention)
    )


def _is_not_there(mention: Mention, draft: Draft, story: Story) -> bool:
    """Whether a visit is only announced somewhere, or nobody goes there: "flew in from A"."""
    sentence = story.scene.sentences[draft.sentence]
    return any(
        (
            is_excluded(sentence, mention),
            is_where_announced(sentence, draft.trigger, mention),
            is_left_behind(sentence, draft.trigger, mention),
            is_origin(sentence, draft.trigger, mention),
        )
    )


def _acts_otherwise(mention: Mention, draft: Draft, story: Story) -> bool:
    """Whether somebody acts in another clause than the event's."""
    sentence = story.scene.sentences[draft.sentence]
    verb = verb_of(root_of(sentence, draft.trigger))
    # By whom something "was cut" may well be who tells it
    is_active = verb is not None and not any(child.dep_ == "auxpass" for child in verb.children)
    return (
        acts_otherwise(sentence, draft.trigger, mention)
        or does_not_act(draft.type, sentence, draft.trigger, mention)
        or (is_active and only_tells(sentence, draft.trigger, mention))
    )


def _is_curbed(mention: Mention, draft: Draft, story: Story) -> bool:
    """Whether something spoken of is set against somebody, or only its grounds name him.

    "Condemned the sanctions on Peru", "punished firms for their part in a raid on Peru".
    """
    sentence = story.scene.sentences[draft.sentence]
    is_only_named = draft.type in HELD_AGAINST and is_ground(sentence, draft.trigger, mention)
    return is_only_named or is_curbed(draft.type, sentence, draft.trigger, mention)


def _beside_unnamed(draft: Draft, story: Story) -> frozenset[int]:
    """Whom a sentence names beside an unnamed subject: "after a talk with A the council condemned it"."""
    sentence = story.scene.sentences[draft.sentence]
    mentions = [each for each in story.mentions[draft.sentence] if each.entities]
    if not has_unnamed_subject(sentence, draft.trigger, mentions):
        return frozenset()
    beside = (each for each in mentions if not _is_place(root_of(sentence, each.span)))
    return frozenset(entity for mention in beside for entity in mention.entities)


def _no_persons(draft: Draft, story: Story) -> frozenset[int]:
    """All persons, where by its subject no person acts: "it", "the country"."""
    verb = verb_of(root_of(story.scene.sentences[draft.sentence], draft.trigger))
    subjects = subjects_of(sharing_subject(verb)) if verb is not None else []
    if not any(each.lemma_.lower() in _NO_PERSONS for each in subjects):
        return frozenset()
    return frozenset(each for each in story.of_entity if story.scene.is_person(each))


def _is_place(word: Token | None) -> bool:
    """Whether a word tells where something is done: "in Peru the government"."""
    return word is not None and word.dep_ == "pobj" and word.head.lower_ in {"at", "in"}


def _at_home(draft: Draft, role: str, story: Story) -> frozenset[int]:
    """Who is at home where a draft's visit leads, or what is home to its visitors."""
    other = {"visitor": "destination", "destination": "visitor"}.get(role)
    if other is None:
        return frozenset()
    told = story.countries(draft.roles.get(other, ()))
    return frozenset(each for each in story.of_entity if story.country(each) in told)


def _meeting_beside(draft: Draft, story: Story) -> frozenset[int]:
    """Who takes part in another meeting of the sentence, of which the participants are told."""
    return frozenset(
        participant
        for told in story.told_in(draft.sentence)
        if draft.type == told.type == "Meeting" and told.trigger != draft.trigger
        for participant in told.roles.get("participant", ())
        if len(told.roles["participant"]) > 1
    )
