"""occasions: a gathering that a sentence names to say when, where or about what another one was.

In "A met B ahead of the summit of C" two gatherings are told: C takes part in one, A and B in the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from graph.events.dates.words import MONTHS, WEEKDAYS
from graph.events.merging.wording import POINTING, SIDES
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import NOUNS, is_under, verb_of
from graph.events.syntax.times import is_ahead_of
from graph.model import EntityType, Mention, Sentence, Span

# What stands behind these is over, is still to come, goes on beside, or is spoken of.
_APART = frozenset(
    {"about", "after", "ahead", "before", "following", "fringe", "margin", "prior", "regarding"}
)
_APART |= {"sideline", "since"}
_BESIDE = frozenset({"fringe", "margin", "sideline"})
_ANOTHER_TIME = frozenset({"about", "after", "ahead", "before", "following", "prior", "since"})
_AT = frozenset({"at", "during", "in"})
# Whoever does so is there.
_ATTENDING = frozenset({"attend", "chair", "convene", "have", "hold", "host", "join", "open", "participate"})
_ATTENDING |= {"take"}
_PLURAL = frozenset({"NNS", "NNPS"})
_DASH = re.compile("[-–—]")


def is_own(sentence: Sentence, trigger: Span, others: Sequence[Span], mentions: Sequence[Mention]) -> bool:
    """Whether a gathering's own words tell who comes: it has a name, or is the occasion of another one."""
    noun = root_of(sentence, trigger)
    if noun is None or (sentence.is_headline and noun.text[0].isupper()):
        # In the capitals of a title nothing is a name
        return False
    beside = any(_is_occasion(sentence, trigger, other, mentions) for other in others)
    withs = [child for child in noun.rights if child.lower_ == "with"]
    return _is_named(noun) or (beside and len(withs) == len(_with_others(noun)))


def is_of_other(
    sentence: Sentence, mention: Mention, trigger: Span, others: Sequence[Span], mentions: Sequence[Mention]
) -> bool:
    """Whether a mention takes part in another gathering of the sentence than the trigger's.

    `mentions` are those of the sentence.
    """
    token, own = root_of(sentence, mention.span), root_of(sentence, trigger)
    if token is None or own is None:
        return False
    for other in others:
        rival = root_of(sentence, other)
        if rival is not None and _is_of(token, rival) and _is_occasion(sentence, other, trigger, mentions):
            return True
        if not _is_of(token, own) and _is_occasion(sentence, trigger, other, mentions):
            return True
    return False


def tells_when(sentence: Sentence, trigger: Span) -> bool:
    """Whether a gathering is named to say before what something is done: "signed it before the summit".

    Who meets there is said by its own words, if at all. Before "talks with A" whoever goes there talks.
    """
    noun = root_of(sentence, trigger)
    if noun is None or noun.pos_ not in NOUNS or any(child.lower_ == "with" for child in noun.rights):
        return False
    is_one = _is_named(noun) or any(child.lower_ == "the" for child in noun.lefts)
    return is_one and noun.dep_ == "pobj" and (noun.head.lower_ == "before" or is_ahead_of(noun.head))


def is_inside(sentence: Sentence, gathering: Span, other: Span) -> bool:
    """Whether a stretch of the sentence stands in the phrase of a gathering."""
    noun, token = root_of(sentence, gathering), root_of(sentence, other)
    return noun is not None and token is not None and is_under(token, noun)


def is_elsewhere(sentence: Sentence, trigger: Span, place: Span) -> bool:
    """Whether a place is that of what was before or after, or is spoken of: "met after the talks in A"."""
    told, token = root_of(sentence, trigger), root_of(sentence, place)
    if told is None or token is None:
        return False
    return any(word.lower_ in _ANOTHER_TIME for word in _way(token, told))


def is_apart(sentence: Sentence, noun: Span, event: Span) -> bool:
    """Whether a gathering is, by the words between them, before, after or beside another, or its subject."""
    gathering, told = root_of(sentence, noun), root_of(sentence, event)
    if gathering is None or told is None or not _is_definite(gathering) or is_under(told, gathering):
        return False
    way = _way(gathering, told)
    other_act = any(token.pos_ == "VERB" and token.lemma_ not in _ATTENDING for token in way)
    return any(map(_sets_apart, way)) or (gathering.dep_ == "pobj" and other_act)


def _is_occasion(sentence: Sentence, noun: Span, event: Span, mentions: Sequence[Mention]) -> bool:
    """Whether a gathering is apart from another, or has a name and two people meet there."""
    if is_apart(sentence, noun, event):
        return True
    gathering, told = root_of(sentence, noun), root_of(sentence, event)
    if gathering is None or told is None or not _is_named(gathering):
        return False
    is_there = any(token.lower_ in _AT for token in _way(gathering, told))
    return is_there and len(_people_outside(gathering, sentence, mentions)) == 2


def _people_outside(noun: Token, sentence: Sentence, mentions: Sequence[Mention]) -> set[int]:
    """The people who are named in no phrase of a noun."""
    people = (each for each in mentions if each.type is EntityType.PERSON)
    roots = ((each, root_of(sentence, each.span)) for each in people)
    return {
        entity
        for each, root in roots
        if root is not None and not is_under(root, noun)
        for entity in each.entities
    }


def _is_of(token: Token, gathering: Token) -> bool:
    """Whether a word hangs on a gathering, and is not with whom others meet there."""
    return is_under(token, gathering) and not any(is_under(token, each) for each in _with_others(gathering))


def _with_others(gathering: Token) -> list[Token]:
    """The "with" that is of a meeting beside a gathering: "talks on the sidelines of the summit with A"."""
    if gathering.dep_ != "pobj" or gathering.head.head.lemma_.lower() not in _BESIDE:
        return []
    return [child for child in gathering.rights if child.lower_ == "with"]


def _way(noun: Token, event: Token) -> list[Token]:
    """The words by which a noun hangs on an event or its verb; none where it does not."""
    verb = verb_of(event)
    tops = {event.i} if verb is None else {event.i, verb.i}
    way: list[Token] = []
    for token in noun.ancestors:
        if token.i in tops:
            return way
        way.append(token)
    return []


def _sets_apart(word: Token) -> bool:
    is_topic = word.lower_ == "on" and word.head.pos_ == "NOUN"
    return is_topic or word.lemma_.lower() in _APART


def _is_definite(noun: Token) -> bool:
    """Whether a noun says which gathering it means: "the meeting", "talks with C", no "months of talks"."""
    if noun.dep_ == "conj" and noun.head.pos_ in NOUNS:
        return _is_definite(noun.head)
    if noun.pos_ not in NOUNS or noun.dep_ == "compound":
        return False
    return any(child.lower_ in SIDES or child.dep_ == "relcl" for child in noun.rights) or any(
        child.dep_ == "poss" or child.pos_ == "PROPN" or child.lower_ in POINTING for child in noun.lefts
    )


def _is_named(noun: Token) -> bool:
    """Whether a gathering has a name: "the G20 summit", "the Union leaders' meeting"; no "A-B talks"."""
    before = [token for child in noun.lefts for token in child.subtree]
    if noun.pos_ not in NOUNS or any(_DASH.search(token.text) for token in before):
        return False
    return any(_is_name(child) for child in noun.lefts)


def _is_name(word: Token) -> bool:
    if word.dep_ == "poss":
        # "The Union leaders' meeting"
        return word.tag_ in _PLURAL and any(each.pos_ == "PROPN" for each in (word, *word.lefts))
    return word.pos_ == "PROPN" and word.text not in (*MONTHS, *WEEKDAYS)
