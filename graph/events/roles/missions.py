"""missions: in whose country an embassy is opened or closed, by where the sentence says that it stands."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of, rooted_at
from graph.events.syntax.governors import THINGS
from graph.model import Mention, Sentence, Span

# The changes of relations that are of a mission.
OF_MISSIONS = frozenset({"open-mission", "close-mission"})
_MISSIONS = frozenset({"consulate", "embassy", "mission"})
_PLACING = frozenset({"at", "in", "to"})


def standing_places(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions that say where the mission stands: "reopened its embassy in A, which it had closed"."""
    mission = _mission_of(root_of(sentence, trigger))
    if mission is None:
        return frozenset()
    places = {
        place.i
        for child in mission.children
        if child.dep_ == "prep" and child.lower_ in _PLACING
        for place in child.children
    }
    return rooted_at(places, sentence, mentions)


def _mission_of(word: Token | None) -> Token | None:
    """The mission that a word is, that a verb is done to, or that a clause of the verb is about."""
    if word is None:
        return None
    near = [word, *(child for child in word.children if child.dep_ in THINGS)]
    if word.dep_ == "relcl":  # of the mission, or of where it stands, as the parse has it
        near += [word.head, word.head.head.head]
    opening = (child for child in word.children if child.dep_ == "nsubj" and is_mission(child))
    return next((each for each in near if each.lemma_ in _MISSIONS), None) or next(opening, None)


def is_mission(noun: Token) -> bool:
    """Whether a noun is a mission, be it in capitals or a "Consulate General"."""
    before = (child for child in noun.children if child.dep_ == "compound" and noun.lower_ == "general")
    return any(each.lemma_.lower() in _MISSIONS for each in (noun, *before))
