"""appointers: whose an office is that somebody is appointed to, by who appoints him."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.model import EntityType, Mention, Position
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.who.claims import Claim
from graph.offices.whose.claimed import holder_of
from graph.offices.whose.office_owners import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

# Whoever is appointed depends on the verb so: "named X envoy", "X was named envoy", "made X its envoy".
APPOINTED = frozenset({"appos", "ccomp", "compound", "dobj", "nmod", "nsubj", "nsubjpass", "oprd"})
# Who is accepted as an ambassador is another state's.
RECEIVING = frozenset({"accepted"})
BEHIND_BY = 6  # words from "by" to the name of who appoints
APPOINTING = frozenset({EntityType.COUNTRY, EntityType.INTERNATIONAL_ORGANIZATION})


def state_of_appointer(scene: Scene, claim: Claim, positions: Sequence[Position]) -> int | None:
    """Read "Kenya's president named X envoy to Peru": X serves whom the one serves who appoints him."""
    words = scene.lines[claim.line]
    for verb in _verbs_above(holder_of(scene, claim)):
        if verb.lower_ in load_nouns().appointing - RECEIVING:
            doers = (*_subjects(words, verb), *_named_behind(words, claim.office.end))
            mention = next((doer for doer in doers if doer != claim.holder), None)
            return _served(scene, mention, positions) if mention is not None else None
    return None


def _verbs_above(token: Token) -> Iterator[Token]:
    """Give the verb of which somebody is appointed, and the one above that: "named [X minister]"."""
    for _ in range(3):
        if token.dep_ not in APPOINTED or token.head == token:
            return
        token = token.head
        if token.pos_ == "VERB":
            yield token


def _subjects(words: Sequence[Word], verb: Token) -> Iterator[Mention]:
    """Give who does what a verb tells: "Kenya named", "Kenya's president, X, named"."""
    doers = [child for child in verb.children if child.dep_ == "nsubj"]
    doers += [verb.head] if verb.dep_ == "acl" else []  # the parse of "X of Peru last week named Y"
    for word in words:
        is_named = word.token in doers or (word.token.dep_ == "appos" and word.token.head in doers)
        if word.mention is not None and is_named:
            yield word.mention


def _named_behind(words: Sequence[Word], index: int) -> Iterator[Mention]:
    """Give the person by whom somebody is appointed: "minister by Kenya's president X"."""
    if index < len(words) and words[index].lower == "by":
        for word in words[index : index + BEHIND_BY]:
            if word.mention is not None and word.mention.type is EntityType.PERSON:
                yield word.mention


def _served(scene: Scene, mention: Mention, positions: Sequence[Position]) -> int | None:
    """Find whom the one who appoints serves, or is: one state or union."""
    index = mention.entities[0]
    if mention.type in APPOINTING:
        return index
    served = {position.of for position in positions if position.holder == index}
    states = {of for of in served if scene.entities[of].type in APPOINTING}
    return states.pop() if len(states) == 1 else None
