"""claimed: the words of a claim, and those before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.offices.line import Word
from graph.offices.who.claims import Claim
from graph.offices.whose.office_owners import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token


def top_of(token: Token) -> Token:
    """Give the word on which a list of names and titles hangs as one."""
    while token.dep_ in {"appos", "compound", "conj", "nmod"}:
        token = token.head
    return token


def words_before(scene: Scene, claim: Claim) -> list[Word]:
    """Give the words of a line up to the title and the name."""
    return [word for word in scene.lines[claim.line] if word.span.end <= claim.span.start]


def holder_of(scene: Scene, claim: Claim) -> Token:
    """Give the word that names the person to whom a title is given."""
    return next(word.token for word in scene.lines[claim.line] if word.mention == claim.holder)
