"""appointed: who is told to be appointed to an office, or to take it ("X was named ambassador")."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.phrases import Phrase
from graph.offices.who.joints import JOINTS
from graph.offices.who.persons import Person, person_at
from graph.offices.who.wished import is_wished

POSTS = frozenset(
    {"as", "to", "the", "post", "position", "of", "a", "new", "be", "over", "in", "his", "her", "its", "on"}
)
REPLACING = frozenset(
    {"replace", "replaces", "replaced", "replacing", "succeed", "succeeds", "succeeded", "succeeding"}
)
# "X named minister": a headline leaves out "was"
HEADLINES = frozenset({"appointed", "elected", "named"})
PASSIVE = frozenset({"was", "were", "is", "been", "be", "being", ","})
PERFECT = frozenset({"has", "had", "have"})


def appointed(words: Sequence[Word], office: Phrase) -> list[Person]:
    """Read "X was appointed ambassador", "appointed X ambassador", "X as (became) ambassador"."""
    nouns = load_nouns()
    begin = office.begin
    while begin > 0 and words[begin - 1].lower in POSTS and not words[begin - 1].mention:
        begin -= 1
    direct = person_at(words, begin - 1)
    if direct is not None:
        before = [word.lower for word in words[max(0, begin - 6) : begin - 1]]
        if REPLACING & set(before[-2:]) or before[-1:] == ["by"]:
            return []
        named_as = words[begin].lower == ("as" if begin < office.begin else "appointed")
        return [Person(begin - 1, direct)] if named_as or nouns.appointing & set(before) else []
    verb = begin - 1 - (begin > 1 and words[begin - 1].lower in ("over", "in", "office", "down"))
    if verb < 0 or words[verb].lower not in nouns.appointing | nouns.becoming:
        return []
    return _subject(words, verb) if not is_wished(words[verb].token) else []


def accredited(words: Sequence[Word], office: Phrase) -> list[Person]:
    """Read "X presented his credentials to Y as ambassador": X is."""
    given = [i for i, word in enumerate(words[: office.begin]) if word.lower == "credentials"]
    as_such = office.begin > 0 and words[office.begin - 1].lower == "as"
    return _subject(words, given[-1]) if given and as_such else []


def _subject(words: Sequence[Word], verb: int) -> list[Person]:
    """Find who is appointed or takes office: the name before a passive, participle or intransitive verb."""
    index = verb - 1
    while index >= 0 and not words[index].mention and words[index].lower in JOINTS | {"just"}:
        index -= 1
    between = {word.lower for word in words[index + 1 : verb]}
    passive = PASSIVE & between
    is_active = not passive or (PERFECT & between and "been" not in passive)
    if is_active and words[verb].lower in load_nouns().appointing:
        return _in_headline(words, verb)
    person = person_at(words, index)
    if person:
        return [Person(index, person)]
    subjects = _subjects_of(words[verb].token) or _subjects_of(words[verb].token.head)
    return [
        Person(place, named)
        for place, word in enumerate(words)
        if word.token.i in subjects and (named := person_at(words, place))
    ]


def _in_headline(words: Sequence[Word], verb: int) -> list[Person]:
    """Read "X named minister", but not "X named a minister"."""
    is_short = words[verb].lower in HEADLINES and verb + 1 < len(words)
    person = person_at(words, verb - 1) if is_short and words[verb + 1].lower not in POSTS else None
    return [Person(verb - 1, person)] if person is not None else []


def _subjects_of(verb: Token) -> frozenset[int]:
    return frozenset(child.i for child in verb.children if child.dep_ in ("nsubj", "nsubjpass"))
