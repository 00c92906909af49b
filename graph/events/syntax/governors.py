"""governors: on which verb a mention hangs, and which verb a trigger belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of, upwards
from graph.model import Mention, Sentence, Span

_VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_COUNTING = frozenset({"day", "meeting", "number", "pair", "round", "series", "session", "set", "string"})
NOUNS = frozenset({"NOUN", "PROPN"})
# Who does what a verb tells, or to whom it is done by a passive.
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# What a verb is done to, and whom it may be done to.
DIRECT_OBJECTS = frozenset({"dobj", "obj"})
OBJECTS = DIRECT_OBJECTS | {"attr"}
DONE_TO = OBJECTS | {"dative"}
# The thing with which a verb deals, in the active and in the passive: "signed a pact", "a pact was signed".
THINGS = frozenset({"dobj", "nsubjpass"})
MODIFIERS = frozenset({"amod", "compound", "nmod"})
# Before those with whom somebody does something.
WITH = frozenset({"alongside", "with"})
# The tags of pronouns that begin a clause on a noun.
RELATIVE = frozenset({"WDT", "WP"})
PRESENT = frozenset({"VBP", "VBZ"})
FINITE = PRESENT | {"VBD"}
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "relcl", "xcomp"})


@dataclass(frozen=True, slots=True)
class _Governor:
    verb: Token
    is_subject: bool


def belongs_elsewhere(sentence: Sentence, mention: Mention, trigger: Span, rivals: Sequence[Span]) -> bool:
    """Whether a mention hangs on the verb of a rival trigger, and not on the trigger's own.

    In "A and B agreed on a plan, and C signed papers with D", C and D do not agree. The subject of one verb
    acts in the other too, where that has none of its own: "A held talks with B after calling on C".
    """
    own, root = verb_of(root_of(sentence, trigger)), root_of(sentence, mention.span)
    theirs = _governor(root)
    if own is None or root is None or theirs is None or theirs.verb.i in {own.i, finite(own).i}:
        return False
    if own.dep_ == "relcl" and own.head.i in {each.i for each in (root, *root.conjuncts)}:
        return False  # "succeeds A, who was named envoy"
    if theirs.is_subject and not has_subject(finite(own)):
        return False
    verbs = [verb for rival in rivals if (verb := verb_of(root_of(sentence, rival))) is not None]
    return any(theirs.verb.i in {verb.i, finite(verb).i} for verb in verbs)


def finite(verb: Token) -> Token:
    """The verb that has the subject of another: in "A is due to visit B" that is "is"."""
    while verb.dep_ == "xcomp" and not has_subject(verb) and verb.head.i != verb.i:
        verb = verb.head.head if verb.head.dep_ == "acomp" else verb.head
    return verb


def share_verb(sentence: Sentence, one: Span, other: Span) -> bool:
    """Whether two triggers belong to one verb: "signed an agreement and a protocol"."""
    verbs = [verb_of(root_of(sentence, span)) for span in (one, other)]
    return verbs[0] is not None and verbs[1] is not None and verbs[0].i == verbs[1].i


def verb_of(token: Token | None) -> Token | None:
    """The verb that the word is, or hangs on as its object."""
    while token is not None and token.pos_ not in _VERBS:
        token = token.head if token.head.i != token.i else None
    return token


def _governor(token: Token | None) -> _Governor | None:
    """The verb on which the word hangs, as its subject or otherwise."""
    for each in upwards(token):
        if each.pos_ in _VERBS:
            return None
        if each.head.pos_ in _VERBS:
            return _Governor(each.head, is_subject=each.dep_ in _SUBJECTS)
    return None


def auxiliaries(verb: Token) -> frozenset[str]:
    """The helping verbs of a verb, but those of the passive, in small letters; "to" is one."""
    return frozenset(child.lower_ for child in verb.children if child.dep_ == "aux")


def has_subject(verb: Token) -> bool:
    """Whether the verb has a subject of its own."""
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def acts_for_noun(verb: Token) -> bool:
    """Whether the subject of a verb is a relative pronoun: "B, who did it"."""
    return any(child.dep_ == "nsubj" and child.tag_ in RELATIVE for child in verb.children)


def with_subject(verb: Token) -> Token:
    """The verb, or the one that it is joined to which has the subject of both."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not has_subject(verb):
        verb = joined_to(verb)
    return verb


def joined_to(verb: Token) -> Token:
    """The verb on which another hangs; "expresses" in "praises what A is doing and expresses" on "praises".

    What goes on with "A is doing" in a clause of its own is "and saying", which the parse does not heed.
    """
    goes_on = verb.dep_ == "conj" and verb.head.dep_ in _CLAUSES
    if not goes_on or verb.head.tag_ != "VBG" or verb.tag_ not in FINITE or auxiliaries(verb):
        return verb.head
    if verb.head.dep_ == "ccomp" and all(child.tag_ not in RELATIVE for child in verb.head.children):
        return verb.head  # "Says that A is coming and threatens war"
    alike = (each for each in verb.head.ancestors if each.tag_ == verb.tag_)
    return next(alike, verb.head)


def counted(noun: Token) -> Token:
    """The noun by which another is counted, or else itself: in "a third round of talks" the round."""
    is_counted = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in _COUNTING
    return noun.head.head if is_counted else noun


def is_passive(verb: Token) -> bool:
    """Whether something is done to the subject of a verb; so it is in a title's "A not invited"."""
    parts = {child.dep_ for child in verb.children}
    # In the active no past tense is negated without "did"
    is_bare = verb.tag_ in {"VBD", "VBN"} and "neg" in parts and "aux" not in parts
    return is_bare or not parts.isdisjoint({"auxpass", "nsubjpass"})


def is_in_clause(token: Token, top: Token) -> bool:
    """Whether a word stands in a clause under another word."""
    is_clause = False
    while token.i not in {top.i, token.head.i}:
        is_clause |= token.dep_ in _CLAUSES
        token = token.head
    return token.i == top.i and is_clause


def is_under(token: Token, top: Token) -> bool:
    """Whether a word is another one, or hangs on it."""
    return token.i == top.i or top.is_ancestor(token)
