"""freed: setting people free, and welcoming the freed, is no event: "A released a citizen of B"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.roles.private import load_private_words
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import MODIFIERS
from graph.model import Sentence, Span

_FREEING = frozenset({"free", "release"})
_FREED = frozenset({"freed", "released"})
_RELEASES = frozenset({"freeing", "release"})
# With one of these the release may be praised as what somebody did: "by A", "in A".
_WHOSE = frozenset({"agent", "poss"})
_BY = frozenset({"by", "from", "in"})
_BACK = frozenset({"back", "home"})


def tells_of_freed(event_type: str, sentence: Sentence, trigger: Span) -> bool:
    """Whether a trigger only tells that people were freed, or are welcome: "welcomed home its citizens"."""
    verb = root_of(sentence, trigger)
    if verb is None or verb.pos_ != "VERB" or event_type not in {"RelationsChange", "Support"}:
        return False
    if event_type == "RelationsChange" and verb.lemma_ in _FREEING:
        return True
    return any(
        _is_freed(child, verb) or _is_release(child) for child in verb.children if child.dep_ == "dobj"
    )


def _is_freed(people: Token, verb: Token) -> bool:
    """Whether people so welcomed are those who were freed or have come back."""
    is_said = any(child.lower_ in _FREED for child in people.children if child.dep_ in MODIFIERS)
    is_back = any(child.lower_ in _BACK for child in verb.children if child.dep_ == "advmod")
    return verb.lemma_ == "welcome" and (is_said or is_back) and _is_private(people)


def _is_release(noun: Token) -> bool:
    """Whether a noun is the release of people, and does not say whose act or where it is."""
    if noun.lemma_ not in _RELEASES:
        return False
    ofs = [each for each in noun.children if each.lower_ == "of"]
    people = [each for of in ofs for each in of.children if each.dep_ == "pobj"]
    parts = [child for each in (noun, *people) for child in each.children]
    is_told = any(part.dep_ in _WHOSE or part.lower_ in _BY for part in parts)
    return any(_is_private(each) for each in people) and not is_told


def _is_private(noun: Token) -> bool:
    """Whether a noun means people who hold no office, or the name of such a person has one before it."""
    nouns = load_private_words()["nouns"]
    before = [child for child in noun.children if child.dep_ in MODIFIERS]
    return any(each.lemma_.lower() in nouns for each in (noun, *before))
