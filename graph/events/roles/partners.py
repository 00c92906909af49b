"""partners: with whom by the parse something is done: "met A", "came with A", "visited A"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graph.events.roles.subjects import subjects_of
from graph.events.syntax.coordination import root_of, rooted_at, with_conjuncts
from graph.events.syntax.governors import OBJECTS, WITH
from graph.model import EntityType, Form, Mention, Sentence, Span

_GOING = frozenset({"arrive", "come", "fly", "go", "head", "leave", "return", "travel"})
_HOLDING = frozenset({"conduct", "have", "hold"})
_MEETING = frozenset(
    {EntityType.COUNTRY, EntityType.INTERNATIONAL_ORGANIZATION, EntityType.ORGANIZATION, EntityType.PERSON}
)


def met(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """Those who meet by the parse: the people in "met A" and "met with A", both sides of "A's talks with B".

    Whoever does something "by meeting A" or "before holding talks with A" meets him.
    """
    word = root_of(sentence, trigger)
    if word is None or (word.lemma_ != "meet" and word.pos_ != "NOUN"):
        return frozenset()
    others = [child for child in word.children if child.dep_ in OBJECTS] if word.lemma_ == "meet" else []
    others += _partners(word)
    owners = [child for child in word.children if child.dep_ == "poss"] if word.pos_ == "NOUN" else []
    doing = word.head if word.dep_ == "dobj" and word.head.lemma_ in _HOLDING else word
    if doing.dep_ == "pcomp" and doing.head.head.pos_ == "VERB":
        owners = subjects_of(doing.head.head)
    sides = [*others, *owners] if others else []
    able = _MEETING if word.pos_ == "NOUN" and owners else {EntityType.PERSON}
    return rooted_at(with_conjuncts(sides), sentence, [each for each in mentions if each.type in able])


def companions(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The people with whom somebody goes somewhere: "came to A with B"."""
    verb = root_of(sentence, trigger)
    if verb is None or verb.lemma_ not in _GOING:
        return frozenset()
    people = [each for each in mentions if each.type is EntityType.PERSON]
    return rooted_at(with_conjuncts(_partners(verb)), sentence, people)


def visited(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The people whom somebody visits: "visited A and B", but not "visited the grave of A"."""
    verb = root_of(sentence, trigger)
    if verb is None or verb.lemma_ != "visit" or verb.pos_ != "VERB":
        return frozenset()
    people = [each for each in mentions if each.type is EntityType.PERSON and each.form is Form.NAME]
    things = with_conjuncts(child for child in verb.children if child.dep_ in OBJECTS)
    return rooted_at(things, sentence, people)


def _partners(word: Token) -> list[Token]:
    """With whom a word tells that something is done: "with A", "alongside B"."""
    withs = (child for child in word.children if child.dep_ == "prep" and child.lower_ in WITH)
    return [place for each in withs for place in each.children if place.dep_ == "pobj"]
