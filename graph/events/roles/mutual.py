"""mutual: what sides do to one another, each of them both does and undergoes."""

from __future__ import annotations

import re

from spacy.tokens import Token

from graph.events.draft import Draft
from graph.events.scene import Scene
from graph.events.schema import fillers_of
from graph.events.syntax.coordination import root_of, upwards
from graph.events.syntax.governors import verb_of
from graph.model import Sentence, Span

# What notes of a draft whose actors are its targets as well.
MUTUAL = "mutual"
# Changes of relations that both sides make, where it is relations that they tie.
TIES = frozenset({"establish", "restore"})
# Changes of relations that one state makes to another.
ONE_SIDED = frozenset({"expel", "recall", "open-mission", "close-mission"})
_TIES = re.compile(r"\b(?:relations|ties)\b", re.IGNORECASE)
_RECIPROCAL = re.compile(r"\b(?:each other|mutual|one another|reciprocal|tit-for-tat)", re.IGNORECASE)
_RECOGNISING = frozenset({"recognise", "recognition", "recognize"})
# Who does what others did does it to those to whom it was done.
_ALIKE = re.compile(r"\b(?:follow\w* suit|d(?:id|one) (?:likewise|so|the same))\b", re.IGNORECASE)
# What stands behind these is no object.
_ASIDE = frozenset({"after", "amid", "before", "despite", "following", "under"})
# Each of those who do so with it gives it and takes it: "traded accusations".
_SWAPPING = frozenset({"exchange", "swap", "trade"})
_ONE, _OTHER = frozenset({"each", "one"}), frozenset({"another", "other"})


def mirror(draft: Draft, scene: Scene) -> Draft:
    """What several sides do to one another, each does to the others."""
    if draft.type == "RelationsChange":
        return _mirror_relations(draft, scene)
    sides = _sides(draft, scene)
    able = fillers_of(draft.type)
    if len(sides) < 2 or not {"actor", "target"} <= able.keys():
        return draft
    if any(scene.entities[side].type not in able["actor"] & able["target"] for side in sides):
        return draft
    return draft.filled({**draft.roles, "actor": sides, "target": sides}, MUTUAL)


def is_mutual(sentence: Sentence, trigger: Span) -> bool:
    """Whether sides do to one another what the trigger tells: "blamed each other", "traded accusations"."""
    verb = _verb_of(sentence, trigger)
    return verb is not None and (_is_swapped(verb) or _has_each_other(verb))


def _verb_of(sentence: Sentence, trigger: Span) -> Token | None:
    """The verb of a trigger; none of an aside, as in "A and B, under sanctions, met each other"."""
    word = root_of(sentence, trigger)
    is_aside = word is not None and word.dep_ == "pobj" and word.head.lower_ in _ASIDE
    return None if is_aside else verb_of(word)


def _sides(draft: Draft, scene: Scene) -> tuple[int, ...]:
    """Those who do to one another what a draft tells, if it is so: in "traded barbs with A" he is one."""
    verb = _verb_of(scene.sentences[draft.sentence], draft.trigger)
    actors, targets = draft.roles.get("actor", ()), draft.roles.get("target", ())
    if verb is not None and _has_each_other(verb):
        return actors or targets
    return tuple(dict.fromkeys((*actors, *targets))) if verb is not None and _is_swapped(verb) else ()


def _is_swapped(verb: Token) -> bool:
    return verb.pos_ == "VERB" and verb.lemma_ in _SWAPPING


def _has_each_other(verb: Token) -> bool:
    return any(_is_each_other(token) and _is_done_to(token, verb) for token in verb.subtree)


def _is_each_other(token: Token) -> bool:
    """Whether a word ends "each other", "one another" or "each … the other"."""
    if token.lower_ not in _OTHER or token.dep_ in {"amod", "det"} or token.i == 0:
        return False
    before = token.nbor(-1).lower_
    if before != "the":
        return before in _ONE
    return any(each.lower_ == "each" for child in token.head.children for each in child.subtree)


def _is_done_to(token: Token, verb: Token) -> bool:
    """Whether a word stands in the object of a verb, or of its preposition, and in no further clause."""
    for each in upwards(token):
        if each.head.i == verb.i:
            return each.dep_ in {"dative", "dobj", "prep"}
        if each.head.pos_ not in {"ADP", "NOUN", "PROPN"}:
            return False
    return False


def _mirror_relations(draft: Draft, scene: Scene) -> Draft:
    """What several sides do to their relations, each does to the others; so do two that tie or renew them."""
    actors, targets = draft.roles.get("actor", ()), draft.roles.get("target", ())
    if draft.attribute in ONE_SIDED and (targets or not _is_tit_for_tat(draft, scene)):
        return draft
    if not targets and _is_recognition(draft, scene):
        return draft
    text = scene.sentences[draft.sentence].text
    sides = tuple(dict.fromkeys((*actors, *targets)))
    ties = draft.attribute in TIES and _TIES.search(text) and not _is_of_one_side(draft, scene)
    if len(sides) < 2 or _ALIKE.search(text) or not (ties or not targets or not actors):
        return draft
    return draft.filled({**draft.roles, "actor": sides, "target": sides}, MUTUAL)


def _is_tit_for_tat(draft: Draft, scene: Scene) -> bool:
    """Whether several do to one another what each alone may do: "expelled each other's envoys"."""
    sentence = scene.sentences[draft.sentence]
    return _RECIPROCAL.search(sentence.text) is not None or is_mutual(sentence, draft.trigger)


def _is_of_one_side(draft: Draft, scene: Scene) -> bool:
    """Whether one side does it to the other: "recognised A", "switched ties to A"."""
    return _is_recognition(draft, scene) or "switched" in draft.notes


def _is_recognition(draft: Draft, scene: Scene) -> bool:
    """Whether a draft tells of "recognised" or "made the recognition"."""
    word = root_of(scene.sentences[draft.sentence], draft.trigger)
    things = [word, *(each for each in word.children if each.dep_ == "dobj")] if word is not None else []
    return any(each.lemma_.lower() in _RECOGNISING for each in things)
