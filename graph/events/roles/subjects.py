"""subjects: who does what a verb tells, be it by the subject of another."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.syntax.coordination import first_conjunct
from graph.events.syntax.governors import DONE_TO, RELATIVE, has_subject, joined_to

_WHOSE = "WP$"
# Behind these somebody does it who does the other thing, too.
_WHILE = frozenset({"after", "before", "by", "upon", "while", "without"})


def subjects_of(verb: Token) -> list[Token]:
    """The subject of a verb; of "A, whose president did it" also A."""
    found = [meant(child) for child in verb.children if child.dep_ == "nsubj"]
    is_unnamed = not any(token.pos_ == "PROPN" for each in found for token in each.subtree)
    is_whose = any(token.tag_ == _WHOSE for each in found for token in each.children)
    return [*found, first_conjunct(verb.head)] if is_whose and is_unnamed else found


def agents_of(verb: Token) -> list[Token]:
    """By whom what a verb tells in the passive is done."""
    return [child for by in verb.children if by.dep_ == "agent" for child in by.children]


def sharing_subject(verb: Token) -> Token:
    """The verb whose subject does what another verb tells, which has none."""
    while not has_subject(verb):
        if is_done_besides(verb):
            verb = verb.head.head
        elif _shares_subject(verb):
            verb = joined_to(verb)
        else:
            break
    return verb


def is_done_besides(verb: Token) -> bool:
    """Whether a verb tells what somebody does besides: "spoke after doing it", not "thanked for doing it"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ in _WHILE and verb.head.head.pos_ == "VERB"


def _shares_subject(verb: Token) -> bool:
    """Whether a verb without a subject has that of the one it hangs on: "urging C, A agreed to meet B"."""
    is_participle = verb.dep_ == "advcl" and verb.tag_ == "VBG"
    # Whom one urges to do something does it himself
    is_own = verb.dep_ == "xcomp" and not any(child.dep_ in DONE_TO for child in verb.head.children)
    return (verb.dep_ == "conj" or is_participle or is_own) and verb.head.pos_ == "VERB"


def meant(token: Token) -> Token:
    """The word itself, or the one that a relative pronoun stands for: in "B, who did it" that is B."""
    clause = token.head
    if token.tag_ not in RELATIVE or clause.dep_ != "relcl":
        return token
    noun = first_conjunct(clause.head)
    return noun.head if noun.dep_ == "appos" else noun
