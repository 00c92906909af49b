"""excluded: who has no part in what is told, and where it was not: "unlike A", "not in A but in B"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from graph.events.syntax.coordination import first_conjunct, root_of
from graph.model import EntityType, Mention, Sentence

_EXCLUDING = frozenset({"despite", "except", "unlike", "without"})
# "Apart from A", "in the absence of A", "instead of A".
_INSTEAD = frozenset({"absence", "apart", "instead", "lieu", "place"})
_FREEDOM = frozenset({"autonomy", "breakaway", "independence", "secession", "separation"})
_INTO = frozenset({"in", "into", "of", "to", "toward", "towards"})
_JOINING = frozenset(
    {
        "access",
        "accession",
        "admission",
        "aspiration",
        "candidacy",
        "entry",
        "integration",
        "membership",
        "movement",
        "path",
        "road",
    }
)
# "Not in A, but in B": both words stand beside the name.
_NOT = re.compile(r"\bnot (?:(?:at|in|into|to|with|the) ){0,2}$")
_BUT = re.compile(r",? but\b(?! also\b)")
_INSTEAD_OF = re.compile(r"\binstead of (?:the )?$")
# Behind it a title may stand: "rather than President A".
_RATHER_THAN = re.compile(r"\b(?:[Ii]nstead of|[Rr]ather than) (?:the )?(?:[A-Z]\w+ ){0,3}$")


def is_excluded(sentence: Sentence, mention: Mention) -> bool:
    """Whether it is told that somebody has no part: "unlike A, B signed", "despite A", "but not A"."""
    token = root_of(sentence, mention.span)
    if token is None:
        return False
    if _is_but_not(token) or (token.dep_ == "pobj" and _is_but_not(token.head)):
        return True
    if _is_corrected(sentence, mention) or _is_set_aside(sentence, mention):
        return True
    first = first_conjunct(token)
    if first.dep_ not in {"npadvmod", "pobj"}:
        return False
    above = first.head
    is_out = above.lower_ in _EXCLUDING or (above.lower_ in {"from", "of"} and above.head.lower_ in _INSTEAD)
    # "In B instead of A" may read as a time: the landing's A
    is_out |= _INSTEAD_OF.search(sentence.text, 0, mention.span.start - sentence.span.start) is not None
    return is_out and all(each.tag_ != "VBG" for each in above.subtree)  # "Despite A denying it"


def is_broken_from(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is only what others are free of, or want to be: "A's independence from B"."""
    token = root_of(sentence, mention.span)
    is_from = token is not None and token.dep_ == "pobj" and token.head.lower_ == "from"
    return token is not None and is_from and token.head.head.lemma_ in _FREEDOM


def is_joined(sentence: Sentence, mention: Mention) -> bool:
    """Whether an organization is only what others are in, or want to be: "A's access to the Union"."""
    token = root_of(sentence, mention.span)
    is_body = token is not None and mention.type is EntityType.INTERNATIONAL_ORGANIZATION
    is_into = token is not None and token.dep_ == "pobj" and token.head.lower_ in _INTO
    return token is not None and is_body and is_into and token.head.head.lemma_ in _JOINING


def _is_but_not(word: Token) -> bool:
    """Whether a word stands behind "but not": "signed by B, but not by A"."""
    negations = [child for child in word.lefts if child.dep_ == "neg" and child.i > 0]
    return any(
        child.nbor(-1).lower_ == "but" and child.nbor(1).lower_ not in {"just", "least", "only"}
        for child in negations
    )


def _is_corrected(sentence: Sentence, mention: Mention) -> bool:
    """Whether another one is told of in the place of a mention: "landed not in A but in B"."""
    start, end = sentence.place_of(mention.span)
    is_replaced = _BUT.match(sentence.text, end) is not None
    return is_replaced and _NOT.search(sentence.text, 0, start) is not None


def _is_set_aside(sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody else than a person comes: "invited an envoy rather than President A"."""
    start = mention.span.start - sentence.span.start
    return mention.type is EntityType.PERSON and _RATHER_THAN.search(sentence.text, 0, start) is not None
