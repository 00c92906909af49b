"""own clause: who acts in the clause of a pronoun and by whom, and whose the thing is that it owns."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.coreference.clauses import means_of, subjects_of, verbs_above
from graph.coreference.discourse import Discourse
from graph.offices.line import Word

OBJECTS = ("dobj", "pobj", "dative", "obj")
# Who does so has a guest, and "his visit" is the guest's.
RECEIVING = frozenset({"greet", "host", "receive", "welcome"})
JOURNEYS = frozenset({"stay", "tour", "trip", "visit"})
# Whoever is judged so is judged for what he did: "praised Peru for its stance".
JUDGING = frozenset({
    "accuse", "applaud", "blame", "censure", "commend", "condemn", "congratulate", "criticise", "criticize",
    "denounce", "fault", "laud", "praise", "punish", "rebuke", "sanction", "thank",
})  # fmt: skip
# From whom a thing is.
SOURCES = frozenset({"by", "from"})
GROUNDS = frozenset({"for", "of", "on", "over"})


def is_possessive(word: Word) -> bool:
    """Tell whether a pronoun says whose something is."""
    return word.token.dep_ == "poss" or word.token.tag_ == "PRP$"


def is_object(word: Word) -> bool:
    """Tell whether a pronoun is an object: "met him", "to them", but not "to his friend"."""
    return word.token.dep_ in OBJECTS and word.token.tag_ != "PRP$"


def own_subject(discourse: Discourse, line: int, word: Word) -> tuple[int, ...]:
    """Give who acts in the clause of an object: "he" is not "him" in "he met him", "Holm's letter to him"."""
    acting = (*subjects_of(word.token), *_writers(word.token))
    return tuple(index for subject in acting for index in discourse.told_at(line, subject.i))


def own_means(discourse: Discourse, line: int, word: Word) -> tuple[int, ...]:
    """Give by whom he acts, who is not he: "through the envoy he thanked Peru"."""
    return tuple(index for token in means_of(word.token) for index in discourse.told_at(line, token.i))


def _writers(token: Token) -> Iterator[Token]:
    """Give whose a thing is that does something: "a letter from Holm inviting him"."""
    noun = token.head.head if token.head.dep_ in {"acl", "prep"} else None
    if noun is None or noun.pos_ not in {"NOUN", "PROPN"}:
        return
    if token.head.dep_ == "acl":
        yield from (noun, *(child for child in noun.children if child.dep_ == "appos"))
    for child in noun.children:
        if child.dep_ == "poss":
            yield child
        if child.lower_ in SOURCES:
            yield from (each for each in child.children if each.dep_ == "pobj")


def local_owner(discourse: Discourse, line: int, word: Word) -> int | None:
    """Find whose the thing before is ("Holm's plan and his visit"), or else the subject of the clause.

    Of a host and his guest the visit is the guest's: "received A during his visit". Whoever is blamed or
    thanked is so for what is his own: "thanked A for his support".
    """
    owned = word.token.head
    beside = [child for child in owned.head.children if owned.dep_ == "conj" and child.dep_ == "poss"]
    subjects = beside or _guests(word.token) or _judged(word.token) or subjects_of(word.token)
    found = discourse.told_at(line, subjects[0].i) if subjects else ()
    return found[0] if len(found) == 1 else None


def _guests(token: Token) -> list[Token]:
    """Give who is received in the clause of somebody's visit."""
    verb = next(verbs_above(token), None)
    if verb is None or verb.lemma_ not in RECEIVING or token.head.lemma_ not in JOURNEYS:
        return []
    return [child for child in verb.children if child.dep_ == "dobj"]


def _judged(token: Token) -> list[Token]:
    """Give who is praised or blamed in the clause, where the possessive stands in what it is for."""
    for each in token.ancestors:
        if each.pos_ in ("AUX", "VERB"):
            return []
        if each.dep_ == "prep" and each.head.pos_ == "VERB":
            judges = each.lower_ in GROUNDS and each.head.lemma_ in JUDGING
            return [child for child in each.head.children if judges and child.dep_ == "dobj"]
    return []
