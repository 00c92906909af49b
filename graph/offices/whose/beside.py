"""beside: the state of whoever is named by title alone just before ("the Peruvian president, Minister X")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.model import EntityType
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.phrases import find_phrases
from graph.offices.who.claims import Claim
from graph.offices.whose.claimed import holder_of, top_of, words_before
from graph.offices.whose.office_owners import Scene
from graph.offices.whose.ways import before_joints

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
PARLIAMENTS = frozenset({"assembly", "congress", "government", "parliament", "senate"})


def state_beside(scene: Scene, claim: Claim) -> int | None:
    """Read "the Peruvian president, Minister X" and "members of the Peruvian parliament and Minister X"."""
    words = words_before(scene, claim)
    last = before_joints(words)
    is_joined = 0 < last < len(words) and claim.office.noun not in load_nouns().away
    # "Talks between the Peruvian president and Foreign Minister X" are of two states
    if not is_joined or any(word.lower == "between" for word in words):
        return None
    holder = holder_of(scene, claim)
    acts = top_of(holder).dep_ in SUBJECTS
    if acts or not is_list(words[last - 1], holder):
        return None
    officer = _state_of_officer(words[:last])
    return officer if officer is not None else _state_of_parliament(scene, words[last - 1])


def _state_of_officer(words: Sequence[Word]) -> int | None:
    """Find the state of the title with which words end."""
    ending = [office for office in find_phrases(words) if office.end == len(words) and office.national]
    owners = {owner for office in ending if not office.plural for owner in office.owners}
    states = {owner.entities[0] for owner in owners if owner.type is EntityType.COUNTRY}
    return states.pop() if len(states) == len(owners) == 1 else None


def _state_of_parliament(scene: Scene, word: Word) -> int | None:
    mention = word.mention
    is_body = mention is not None and mention.type is EntityType.GOVERNMENT_BODY
    is_parliament = mention is not None and mention.text.lower().split()[-1] in PARLIAMENTS
    return (
        scene.country_of(mention.entities[0]) if mention is not None and is_body and is_parliament else None
    )


def is_list(one: Word, other: Token) -> bool:
    """Tell whether two names stand in a list, and the second one does nothing of its own."""
    alone = top_of(other).dep_ in SUBJECTS and top_of(one.token) != top_of(other)
    return not alone
