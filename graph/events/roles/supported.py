"""supported: by the parse, who is supported: "support for A", "in support of A", "assured A of support"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of, rooted_at
from graph.events.syntax.governors import OBJECTS
from graph.events.syntax.owners import with_owners
from graph.model import Mention, Sentence, Span

_SUPPORT = frozenset({"backing", "endorsement", "solidarity", "support", "sympathy"})
_ASSURED = OBJECTS | {"nsubjpass"}
_FOR = frozenset({"for", "to", "toward", "towards", "with"})


def supported(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions for whom, or for what of whom, the support is that the trigger names, if it says so."""
    noun = root_of(sentence, trigger)
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
    return rooted_at({number for each in objects for number in with_owners(each)}, sentence, mentions)


def is_assured(noun: Token) -> bool:
    """Whether somebody is assured of support: "assured A of the support of B"."""
    is_of = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.lemma_ in _SUPPORT
    return is_of and noun.head.head.lemma_ == "assure"
