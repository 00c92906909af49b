"""crowds: of a gathering it is told who comes, though by no name: "a summit of leaders", "global talks"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.events.roles.subjects import sharing_subject, subjects_of
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import MODIFIERS, OBJECTS, WITH, counted, verb_of
from graph.model import Sentence, Span

# Who comes to what is called so is more than those of whom an article tells.
_OF_MANY = frozenset({"global", "group", "international", "multilateral", "regional"})
# By these whoever was told of before is meant.
_POINTING = frozenset({"all", "both", "her", "his", "its", "our", "the", "their", "these", "those"})


def is_of_many(sentence: Sentence, trigger: Span) -> bool:
    """Whether a gathering is one of many, none of whom is named by it."""
    word = root_of(sentence, trigger)
    if word is None or word.pos_ != "NOUN":
        return False
    kinds = (child for child in word.children if child.dep_ in MODIFIERS)
    return any(kind.lower_ in _OF_MANY for kind in kinds) or any(
        _is_crowd(each) for each in _behind(word, frozenset({"among", "between", "of"}))
    )


def is_with_many(sentence: Sentence, trigger: Span) -> bool:
    """Whether somebody meets many who are not named: "talks with other leaders", "met officials"."""
    word = root_of(sentence, trigger)
    if word is None:
        return False
    met = [child for child in word.children if child.dep_ in OBJECTS] if word.lemma_ == "meet" else []
    partners = [*met, *_behind(counted(word), WITH), *_behind(word, WITH)]
    # "Talks with Kenyan leaders" are with Kenya
    return any(_is_crowd(each) and all(left.text.islower() for left in each.lefts) for each in partners)


def is_by_others(sentence: Sentence, trigger: Span) -> bool:
    """Whether others than those told of act: "nine other states signed it", "others condemned it"."""
    verb = verb_of(root_of(sentence, trigger))
    subjects = subjects_of(sharing_subject(verb)) if verb is not None else []
    return any(
        each.lower_ == "others" or any(left.lower_ in {"further", "other"} for left in each.lefts)
        for each in subjects
        if each.tag_ == "NNS" and _is_crowd(each)
    )


def is_by_nobody(sentence: Sentence, trigger: Span) -> bool:
    """Whether a sentence leaves open by its grammar who acts: "Kenya is accused of it"."""
    verb = root_of(sentence, trigger)
    if verb is None or all(child.dep_ != "auxpass" or child.lower_ == "being" for child in verb.children):
        return False
    return all(each.lower_ != "by" for each in verb.subtree)


def _behind(word: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    placed = (child for child in word.children if child.lower_ in prepositions)
    return (each for place in placed for each in place.children if each.dep_ == "pobj")


def _is_crowd(noun: Token) -> bool:
    """Whether a noun is of several who were not told of before."""
    return noun.tag_ == "NNS" and all(left.lower_ not in _POINTING for left in noun.lefts)
