"""gaps: what stands in a sentence where the filler of a role would, which speaks for or against another."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.events.draft import Draft
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import SUBJECTS, verb_of
from graph.model import Sentence

_OBJECTS = frozenset({"dobj", "pobj", "dative"})
_FIRST_PERSON = frozenset({"i", "we"})


def gap(draft: Draft, role: str, sentence: Sentence) -> Iterator[str]:
    """Names what the parse has around a draft's trigger: "Observers accuse X" has a subject, though no name.

    `role` is the role that is open; the signs say nothing of who may fill it.
    """
    word = root_of(sentence, draft.trigger)
    if word is None:
        return
    verb = verb_of(word)
    yield f"{role}: trigger {word.pos_}"
    yield f"{role}: subject {_form(_child(verb, SUBJECTS))}"
    yield f"{role}: object {_form(_object(word))}"
    if verb is not None and any(child.dep_ == "auxpass" for child in verb.children):
        yield f"{role}: passive"


def _child(verb: Token | None, roles: frozenset[str]) -> Token | None:
    children = verb.children if verb is not None else ()
    return next((child for child in children if child.dep_ in roles), None)


def _object(word: Token) -> Token | None:
    """The object of the trigger itself, or of its preposition: "welcomed the deal", "support for it"."""
    found = _child(word, _OBJECTS)
    prepositions = (child for child in word.children if child.dep_ == "prep")
    return found or next((each for prep in prepositions if (each := _child(prep, _OBJECTS))), None)


def _form(token: Token | None) -> str:
    if token is None:
        return "none"
    if token.lower_ in _FIRST_PERSON:
        return "first person"
    if token.pos_ == "PRON":
        return "pronoun"
    return "name" if token.pos_ == "PROPN" else "noun"
