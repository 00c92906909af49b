"""doers: who by the parse does what a trigger tells, where the model or further words agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from graph.events.model.predict import Prediction, Trigger
from graph.events.roles.acting import acting, has_unnamed_subject, is_of_clause
from graph.events.roles.belonging import is_kin, only_owns_whole
from graph.events.roles.bystanders import head_of_title, is_imposer
from graph.events.roles.directions import givers, is_honoured, summoning, writers
from graph.events.roles.expulsions import orders_of
from graph.events.roles.fits import CORE
from graph.events.roles.relative import is_citizen
from graph.events.roles.shut_out import GIVEN
from graph.events.roles.supported import is_of_others
from graph.events.schema import fillers_of
from graph.events.syntax.coordination import root_of, rooted_at, with_conjuncts
from graph.model import EntityType, Form, Mention, Sentence

# Of these a sentence names one actor, or one list of them.
ONE_VOICE = frozenset({"Statement"})
# From here on somebody surely acts, and with him whoever the parse joins to him.
SURE = 0.9
_AND = re.compile(r"\band\b|[,&]")
# Who acts for sure where the parse says so.
_DOING = frozenset(
    {EntityType.COMPANY, EntityType.COUNTRY, EntityType.INTERNATIONAL_ORGANIZATION, EntityType.PERSON}
)


def doer_of(trigger: Trigger) -> str:
    """The role of whoever does what a trigger tells."""
    return "speaker" if trigger.type in ONE_VOICE else "actor"


def find_doers(
    trigger: Trigger,
    prediction: Prediction,
    sentence: Sentence,
    mentions: Sequence[Mention],
    *,
    taking: frozenset[Mention],
) -> dict[Mention, float]:
    """Who acts by the parse, and how surely; whoever is `taking` what others give does not."""
    doer = doer_of(trigger)
    if doer not in fillers_of(trigger.type):
        return {}
    sent_by = writers(sentence, trigger.span, mentions) if doer == "speaker" else frozenset()
    ordering, ordered = orders_of(trigger, sentence, mentions)
    if sent_by or ordered:
        return dict.fromkeys(sent_by or ordering, 1.0)
    acts = _without_kin(trigger, sentence, acting(sentence, trigger.span, mentions) - taking)
    if citizens := frozenset(each for each in acts if is_citizen(sentence, trigger.span, each)):
        return {each: 1.0 for each in acts - citizens if each.type is EntityType.COUNTRY}
    if taking and trigger.type in GIVEN:
        # Beside who takes it, whose it is has given it, whatever the model thinks
        return dict.fromkeys(acts or givers(sentence, trigger.span, mentions), 1.0)
    scores = {each: prediction.slot_scores(trigger, each.span)[doer] for each in mentions}
    return _likely(trigger, sentence, scores, acts)


def is_done_by_unnamed(trigger: Trigger, sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """Whether a noun that names none of the mentions does what a trigger tells."""
    if doer_of(trigger) != "actor":
        return False  # Speech is told backwards, too: "The world helps, summed up A"
    if any(is_citizen(sentence, trigger.span, each) for each in mentions):
        return True
    return has_unnamed_subject(sentence, trigger.span, list(_without_kin(trigger, sentence, mentions)))


def _without_kin(trigger: Trigger, sentence: Sentence, mentions: Iterable[Mention]) -> frozenset[Mention]:
    return frozenset(
        each
        for each in mentions
        if not is_kin(sentence, trigger.span, each) and not only_owns_whole(sentence, each)
    )


def _likely(
    trigger: Trigger, sentence: Sentence, scores: Mapping[Mention, float], acts: frozenset[Mention]
) -> dict[Mention, float]:
    """Who acts, if the model thinks it likely or further words say so, or else of whom a pronoun means.

    `scores` are the model's for all mentions, `acts` are those who act by the parse.
    """
    doing = {each: scores[each] for each in acts if scores[each] >= CORE}
    doing |= dict.fromkeys(_joined(sentence, doing, acts), SURE)
    doing = doing or dict.fromkeys(_said_to_act(trigger, sentence, tuple(scores), acts), 1.0)
    if doing:
        return doing
    is_of_actor = doer_of(trigger) == "actor" and trigger.type != "Appointment"
    if is_of_actor and is_of_clause(sentence, trigger.span):
        # "B, which did it": no other acts in the clause, whatever the model thinks
        return {each: 1.0 for each in acts if each.type in _DOING}
    meant = {each: max(scores[other] for other in scores if _are_same(each, other)) for each in acts}
    return {each: score for each, score in meant.items() if score >= CORE}


def _joined(
    sentence: Sentence, doing: Mapping[Mention, float], acts: Iterable[Mention]
) -> frozenset[Mention]:
    """Who else acts by the parse, joined by his name to somebody who surely does: "A and B demanded"."""
    found = set[Mention]()
    named = [each for each in acts if each.form is Form.NAME and each.type in _DOING and each not in doing]
    for sure in (each for each, score in doing.items() if score >= SURE):
        root = root_of(sentence, sure.span)
        listed = with_conjuncts([head_of_title(root)] if root is not None else [])
        for each in rooted_at(listed, sentence, named):
            first, last = sorted((each.span, sure.span))
            if _AND.search(sentence.text_between(first, last)):
                found.add(each)
    return frozenset(found)


def _said_to_act(
    trigger: Trigger, sentence: Sentence, mentions: Sequence[Mention], acts: frozenset[Mention]
) -> frozenset[Mention]:
    """Who acts by words of his own, however unlikely: who summons, honours, backs or has sanctions."""
    if trigger.type == "Criticism":
        return summoning(sentence, trigger.span, mentions)
    if trigger.type == "Sanction":
        return frozenset(each for each in mentions if is_imposer(sentence, each))
    if trigger.type == "Support" and is_of_others(sentence, trigger.span):
        return acts
    is_honouring = doer_of(trigger) == "speaker" and is_honoured(sentence, trigger.span)
    return acts if is_honouring else frozenset()


def _are_same(one: Mention, other: Mention) -> bool:
    return not set(one.entities).isdisjoint(other.entities)
