"""counts: how many papers an agreement is, where its sentence tells: "signed five agreements"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.dates.words import NUMBERS, number
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import THINGS
from graph.model import Sentence, Span

_PAPERS = frozenset({
    "accord", "agreement", "contract", "convention", "deal", "declaration", "document", "instrument",
    "memoranda", "memorandum", "mou", "pact", "paper", "protocol", "treaty",
})  # fmt: skip
# "The signing of two deals", "a package of five documents", "a total of five".
_WHOLE = frozenset({"exchange", "number", "package", "set", "signature", "signing", "total"})
# "More than five", "about five" and "five or six" are no certain number.
_UNSURE = frozenset({"advmod", "amod", "cc", "conj", "quantmod"})
_PLURAL = frozenset({"NNS", "NNPS"})
_FEWEST = 2


def count_papers(sentence: Sentence, trigger: Span) -> int | None:
    """How many papers a trigger tells of, if it tells of more than one and of no other papers beside them."""
    root = root_of(sentence, trigger)
    if root is None:
        return None
    papers = {paper.i: paper for paper in _papers(root)}
    counts = [count for paper in papers.values() if (count := _count(paper)) is not None]
    return counts[0] if len(papers) == len(counts) == 1 else None


def _papers(word: Token) -> list[Token]:
    """The nouns of papers that a word is, deals with or is a number of."""
    if word.pos_ == "VERB":
        return [paper for child in word.children if child.dep_ in THINGS for paper in _papers(child)]
    if word.lemma_.lower() in _PAPERS:
        return [word, *(each for each in word.conjuncts if each.lemma_.lower() in _PAPERS)]
    if word.lemma_.lower() not in _WHOLE:
        return []
    parts = (part for of in word.children if of.lower_ == "of" for part in of.children)
    return [paper for part in parts for paper in _papers(part)]


def _count(paper: Token) -> int | None:
    """The number that stands before a noun of papers; "a 2019 agreement" is one."""
    counts = [child for child in paper.lefts if child.dep_ == "nummod"]
    is_one = paper.tag_ not in _PLURAL and paper.lower_ != "memoranda"
    if is_one or len(counts) != 1 or any(child.dep_ in _UNSURE for child in counts[0].children):
        return None
    word = "".join(each.text for each in counts[0].subtree).lower()
    is_known = word.isdecimal() or set(word.split("-")) <= NUMBERS.keys()
    return number(word) if is_known and number(word) >= _FEWEST else None
