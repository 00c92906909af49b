"""supported: by the parse, who is supported: "support for A", "assured A of support", "A won support"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from graph.events.roles.belonging import is_against
from graph.events.roles.subjects import sharing_subject, subjects_of
from graph.events.syntax.coordination import root_of, rooted_at
from graph.events.syntax.governors import DIRECT_OBJECTS, OBJECTS
from graph.events.syntax.owners import with_owners
from graph.model import Mention, Sentence, Span

_SUPPORT = frozenset({"backing", "endorsement", "solidarity", "support", "sympathy"})
# Whoever does so with it has it from others.
_WINNING = frozenset({"earn", "enjoy", "gain", "garner", "get", "have", "obtain", "receive", "secure", "win"})
_FROM = frozenset({"from", "of"})
# What is itself from somewhere: "support for its exit from A".
_LEAVING = frozenset({"departure", "exclusion", "exit", "independence", "return", "secession", "withdrawal"})
_ASSURED = OBJECTS | {"nsubjpass"}
_FOR = frozenset({"for", "to", "toward", "towards", "with"})


def supported(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions for whom, or for what of whom, the support is that the trigger names, if it says so."""
    noun = _noun_of(root_of(sentence, trigger))
    if noun is None or noun.pos_ != "NOUN" or noun.lemma_ not in _SUPPORT:
        return frozenset()
    # The parse may join what follows the noun to its verb
    following = noun.doc[noun.i + 1 : noun.i + 2]
    # "In support of A" is not "trusts in the support of A"
    is_stand = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.i == noun.head.i + 1
    before = _FOR | {"of"} if is_stand else _FOR
    objects = [
        each
        for child in {*noun.children, *following}
        if child.dep_ in {"dative", "prep"} and child.lower_ in before
        for each in child.children
        if each.dep_ == "pobj"
    ]
    if not objects and is_assured(noun):
        objects = [child for child in noun.head.head.children if child.dep_ in _ASSURED]
    # "Support for anti-A sanctions"
    able = [each for each in mentions if not is_against(sentence, each)]
    return _named(objects, sentence, able) or _winners(noun, sentence, able)


def _named(words: Iterable[Token], sentence: Sentence, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions that hang on words, or to whom these belong."""
    return rooted_at({number for each in words for number in with_owners(each)}, sentence, mentions)


def _winners(noun: Token, sentence: Sentence, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """Who has the support of others."""
    verb = noun.head.head if _is_behind(noun) else noun.head
    subjects = subjects_of(sharing_subject(verb)) if is_won(noun) else []
    return _named(subjects, sentence, mentions)


def is_of_others(sentence: Sentence, trigger: Span) -> bool:
    """Whether a trigger tells of support that somebody has from others."""
    noun = _noun_of(root_of(sentence, trigger))
    return noun is not None and is_won(noun)


def _noun_of(word: Token | None) -> Token | None:
    """The noun for support, where a trigger is the verb by which somebody has it."""
    return next(filter(is_won, word.children), word) if word is not None else None


def is_assured(noun: Token) -> bool:
    """Whether somebody is assured of support: "assured A of the support of B"."""
    is_of = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.lemma_ in _SUPPORT
    return is_of and noun.head.head.lemma_ == "assure"


def is_won(noun: Token) -> bool:
    """Whether somebody has support from others: "won backing from A", "acted with the support of A"."""
    is_object = noun.dep_ in DIRECT_OBJECTS and noun.head.lemma_ in _WINNING
    return (is_object or _is_behind(noun)) and noun.lemma_ in _SUPPORT and any(supporters(noun))


def _is_behind(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ == "with"


def supporters(noun: Token) -> Iterator[Token]:
    """From whom the support is that somebody has."""
    yield from (child for child in noun.children if child.dep_ == "poss" or child.lower_ in _FROM)
    yield from (child for child in noun.head.children if child.lower_ == "from")
    for child in noun.children:
        things = (each for each in child.children if child.lower_ == "for" and each.lemma_ not in _LEAVING)
        # "Backing for the sanctions from A" may read as sanctions from A
        yield from (each for thing in things for each in thing.children if each.lower_ == "from")
