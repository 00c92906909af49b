"""relative: who takes part in what a clause on somebody tells: "A follows B, who met C"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graph.events.roles.partners import met
from graph.events.roles.private import load_aides
from graph.events.syntax.coordination import root_of, rooted_at, roots_of
from graph.events.syntax.governors import OBJECTS, acts_for_noun, counted, is_under, verb_of
from graph.model import EntityType, Mention, Sentence, Span

# Whoever stands beside these persons may do what they do: "A accompanied B, who met C".
_TOGETHER = frozenset({"accompany", "join"})
_HOMES = frozenset({"country", "homeland", "nation"})
_OFFICIALS = frozenset({"ambassador", "diplomat", "minister", "negotiator", "secretary"})


def outsiders(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions outside of a clause that tells whom a person met: A in "A thanked B, who met C".

    What is told of a thing, or of nobody known, may be of others; "A welcomed B, who came for talks" is of
    both.
    """
    clause = _clause_of(sentence, trigger)
    if clause is None or not acts_for_noun(clause) or clause.head.head.lemma_ in _TOGETHER:
        return frozenset()
    if not _is_on_person(clause, sentence, mentions) or not met(sentence, trigger, mentions):
        return frozenset()
    told_of = (clause.head, *clause.head.conjuncts)
    return frozenset(
        mention
        for mention, root in roots_of(sentence, mentions).items()
        if not any(is_under(root, each) for each in told_of)
    )


def _is_on_person(clause: Token, sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """Whether what a clause is on is named, or called by a name, that is a person's."""
    people = [each for each in mentions if each.type is EntityType.PERSON]
    called = {clause.head.i, *(child.i for child in clause.head.children if child.dep_ == "appos")}
    return bool(rooted_at(called, sentence, people))


def is_whose(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether it is a person's own people who do what a clause on him tells: "A, whose minister met B".

    "A, whose visit ended" paid it, and "A, whose plane landed in C" was on it.
    """
    return _is_of_whose(load_aides() | _OFFICIALS, sentence, trigger, mention)


def is_citizen(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether it is a person's country that does what a clause on him tells: "A, whose country left"."""
    return _is_of_whose(_HOMES, sentence, trigger, mention)


def _is_of_whose(nouns: frozenset[str], sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether in a clause on a person somebody acts who is called his by one of some nouns."""
    clause, token = _clause_of(sentence, trigger), root_of(sentence, mention.span)
    if clause is None or token is None or mention.type is not EntityType.PERSON or token.i != clause.head.i:
        return False
    subjects = (child for child in clause.children if child.dep_ == "nsubj" and child.lemma_ in nouns)
    return any(child.lower_ == "whose" for subject in subjects for child in subject.children)


def _clause_of(sentence: Sentence, trigger: Span) -> Token | None:
    """The verb of a clause on a noun that tells the event: not so "who came for talks"."""
    word = root_of(sentence, trigger)
    verb = verb_of(word)
    if word is None or verb is None or verb.dep_ != "relcl":
        return None
    noun = counted(word)
    is_told = word.i == verb.i or (noun.dep_ in OBJECTS and noun.head.i == verb.i)
    return verb if is_told else None
