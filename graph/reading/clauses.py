"""clauses: where a sentence that is a list of clauses falls into them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_RELATIVE = {"WDT", "WP", "WP$"}
_OPENING_VERBS = {"VB", "VBG", "TO"}
# What opens an item of "The following was signed: a memorandum on x; an agreement on y; protocol on z".
_OPENING_WORDS = {
    *("a", "an", "another", "agreement", "agreements", "memorandum", "memoranda", "mou", "mous", "protocol"),
    *(
        "protocols",
        "treaty",
        "declaration",
        "contract",
        "contracts",
        "plan",
        "programme",
        "program",
        "roadmap",
    ),
    *("convention", "statement", "letter", "exchange"),
}
_QUOTES = {"“": 1, "„": 1, "«": 1, "”": -1, "»": -1}
_FEWEST_TOKENS = 4


def clause_starts(sentence: TokenSpan) -> list[int]:
    """Give the tokens of the document at which a new clause begins, none if the sentence stays whole.

    "Agreed so far: A built x; B and C signed y; D left." falls into its lead-in and three clauses;
    "A signed x; B left." into two. A list of names does not fall apart: each part needs a verb of its own.
    Only the tags of the tokens are looked at.
    """
    colon, semicolons = _separators(sentence)
    if not semicolons:
        return []
    after_colon = colon is not None and colon < semicolons[0]
    first = colon + 1 if colon is not None and after_colon else sentence.start
    bounds = [first, *(semicolon + 1 for semicolon in semicolons), sentence.end]
    parts = [sentence.doc[start:end] for start, end in pairwise(bounds) if start < end]
    if len(parts) < 2 or not all(_is_clause(part, listed=after_colon) for part in parts):
        return []
    return [part.start for part in parts if part.start > sentence.start]


def _separators(sentence: TokenSpan) -> tuple[int | None, list[int]]:
    """Give the first colon and the semicolons that stand outside quotations and brackets."""
    colon, semicolons, depth, straight = None, [], 0, False
    for token in sentence:
        straight ^= token.text == '"'
        depth += _QUOTES.get(token.text, 0) + (token.text in {"(", "["}) - (token.text in {")", "]"})
        if depth > 0 or straight:
            continue
        if token.text == ":" and colon is None:
            colon = token.i
        elif token.text == ";":
            semicolons.append(token.i)
    return colon, semicolons


def _is_clause(part: TokenSpan, *, listed: bool) -> bool:
    """Tell whether a part has a verb of its own besides those of relative clauses ("Lee, who chairs it")."""
    words = [token for token in part if token.is_alpha]
    if len(words) < _FEWEST_TOKENS:
        return False
    opening = words[1] if words[0].tag_ == "CC" else words[0]
    if listed and (opening.tag_ in _OPENING_VERBS or opening.lower_ in _OPENING_WORDS):
        return True
    finite = sum(token.tag_ in _FINITE for token in part)
    return finite > sum(token.tag_ in _RELATIVE for token in part)
