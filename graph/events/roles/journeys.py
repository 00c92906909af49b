"""journeys: by the parse, whose journey it is, and what is no place to go to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from graph.events.roles.expulsions import LEAVING
from graph.events.syntax.coordination import root_of, roots_of, upwards
from graph.events.syntax.governors import NOUNS, OBJECTS, auxiliaries, is_in_clause, is_under
from graph.model import EntityType, Mention, Sentence, Span

# What follows is spoken of, or an occasion, and no place to go to.
_TOPICS = frozenset(
    {"about", "against", "between", "concerning", "from", "on", "over", "regarding", "since", "with"}
)
_HOME = frozenset({"back", "home"})
_AFTER = frozenset({"after", "following"})
_TIMES = frozenset({"after", "before", "during", "following"})
# Two states that talk with each other, or of whom somebody talks.
_HYPHENS = ("-", "‐", "‑", "–")
_HYPHENED = re.compile(r"[-‐‑–][A-Z]")


def owners(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """Whose visit it is where the trigger's noun says so: in "briefed A on his visit" the owner is "his".

    So it is in "the visit to B by A".
    """
    noun = root_of(sentence, trigger)
    if noun is None or noun.pos_ not in NOUNS:
        return frozenset()
    agents = _agents_of(noun)
    return frozenset(
        mention
        for mention, root in roots_of(sentence, mentions).items()
        if (root.dep_ == "poss" and root.head.i == noun.i and mention.type is not EntityType.PLACE)
        or (root.i in agents and mention.type is EntityType.PERSON)
    )


def is_of_other_journey(sentence: Sentence, trigger: Span, others: Sequence[Span], mention: Mention) -> bool:
    """Whether of journeys that each say whose they are another one leads there: "A's trip to B and C's to D".

    `others` are the triggers of the other journeys; each leads to what stands behind its noun.
    """
    owned = [each for each in (trigger, *others) if _is_owned(sentence, each)]
    before = [each for each in owned if each.end <= mention.span.start]
    if trigger not in owned or not before or max(before) == trigger:
        return False
    noun, last, end = (root_of(sentence, each) for each in (trigger, max(before), mention.span))
    if noun is None or last is None or end is None:
        return False
    return not is_under(end, noun) or is_under(end, last)  # "A's trip, as C's visit last year, to B"


def _is_owned(sentence: Sentence, trigger: Span) -> bool:
    noun = root_of(sentence, trigger)
    return noun is not None and noun.pos_ in NOUNS and any(child.dep_ == "poss" for child in noun.lefts)


def _agents_of(noun: Token) -> set[int]:
    """The numbers of the words for those by whom a noun tells that something is done."""
    by_whom = (by for by in noun.subtree if by.lower_ == "by" and not is_in_clause(by, noun))
    agents = (child for by in by_whom for child in by.children)
    return {each.i for agent in agents for each in agent.subtree}


def is_topic(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether a mention is the object of another verb than the trigger's, or of a preposition for topics.

    In "confirmed the visit and said he would discuss A" and in "the visit for talks on A" nobody goes to A,
    nor in "left A". But who "came home from A" was there.
    """
    word, token = root_of(sentence, trigger), root_of(sentence, mention.span)
    if token is not None and token.dep_ in OBJECTS and token.head.lemma_ in LEAVING:
        return True
    if _is_hyphened(sentence, mention):
        return True
    for each in upwards(token):
        if word is None or each.i == word.i:
            return False
        if each.head.pos_ in {"VERB", "AUX"}:
            return each.dep_ in OBJECTS and each.head.i not in {word.i, word.head.i}
        if each.head.dep_ == "prep" and each.head.lower_ in _TOPICS:
            return not (each.head.lower_ == "from" and _is_homeward(each.head.head))
    return False


def is_origin(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether somebody comes from a mention by the trigger's own verb: "flew in on Monday from A"."""
    word, token = root_of(sentence, trigger), root_of(sentence, mention.span)
    is_from = token is not None and token.dep_ == "pobj" and token.head.lower_ == "from"
    if word is None or token is None or not is_from:
        return False
    return token.head.head.i == word.i and not _is_homeward(word)


def _is_homeward(word: Token) -> bool:
    """Whether a word tells that somebody comes back, and not where to: "returned", "came home", "back"."""
    is_back = word.lemma_ == "return" or any(each.lower_ in _HOME for each in (word, *word.children))
    ways = (child.lower_ for each in (word, *word.children) for child in each.children)
    return is_back and {"to", "via"}.isdisjoint(ways)


def is_left_behind(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether somebody leaves a place for what is elsewhere: "left A to meet B", "left A for C".

    What he leaves it after was there: "left A for home after the talks".
    """
    token = root_of(sentence, mention.span)
    if token is None or token.dep_ != "dobj" or token.head.lemma_ not in LEAVING:
        return False
    above = upwards(root_of(sentence, trigger))
    if any(each.lower_ in _AFTER for word in above for each in (word, *word.lefts)):
        return False
    is_to = any(each.dep_ in {"advcl", "xcomp"} and "to" in auxiliaries(each) for each in token.head.rights)
    return is_to or any(each.lower_ == "for" for each in token.head.rights)


def _is_hyphened(sentence: Sentence, mention: Mention) -> bool:
    """Whether a state stands before or behind another one and a hyphen: "A-B talks"."""
    start, end = sentence.place_of(mention.span)
    is_behind = sentence.text[:start].endswith(_HYPHENS) and mention.type is EntityType.COUNTRY
    return is_behind or _HYPHENED.match(sentence.text, end) is not None


def is_before_or_after(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether a mention is of another time than the trigger: "came to A after a summit in B"."""
    word = root_of(sentence, trigger)
    for each in upwards(root_of(sentence, mention.span)):
        if word is None or each.i == word.i:
            return False
        if each.dep_ == "prep" and each.lower_ in _TIMES:
            return True
    return False
