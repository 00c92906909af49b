"""acted before: the state that acts just before an officer without one."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import EntityType, Mention, Position
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.phrases import find_phrases
from graph.offices.who.claims import Claim
from graph.offices.whose.office_owners import Scene
from graph.offices.whose.ways import GOALS

SUBJECT_PARTS = frozenset({"amod", "appos", "compound", "conj", "nmod", "pobj", "poss"})
# Where somebody does so, the one of the two is a guest.
HOSTING = frozenset({"greet", "host", "meet", "receive", "welcome", "hold", "discuss", "talk", "call"})


def acted_before(scene: Scene, claim: Claim, positions: Sequence[Position], *, just: bool) -> int | None:
    """Read "Peru's president said so. Foreign Minister X denied it": the state that acted just before.

    It is that of who acts himself, and only where no way abroad and no host is told of. What was `just` told
    stands in the same paragraph, or tells of a state by its name.
    """
    line = scene.lines[claim.line]
    if claim.office.noun in load_nouns().away or not _acts(line, claim) or _tells_of_host(line):
        return None
    here = [word for word in line if word.span.start < claim.span.start]
    before = scene.lines[claim.line - 1] if claim.line else ()
    if just and scene.opens_paragraph(claim.line) and not any(map(_is_acting_state, before)):
        before = ()
    for words in (here, before):
        abroad = _sent_by(words)
        subjects = (word for word in words if is_in_subject(word) and word.mention not in abroad)
        named = {state_of(scene, word, positions) for word in subjects} - {None}
        if named:
            return named.pop() if len(named) == 1 and not _tells_of_host(words) else None
    return None


def _sent_by(words: Sequence[Word]) -> frozenset[Mention]:
    """Give the states of the envoys in a line: "the Kenyan ambassador" acts in another state."""
    envoys = (office for office in find_phrases(words) if office.noun in load_nouns().away)
    return frozenset(owner for office in envoys for owner in office.owners)


def _is_acting_state(word: Word) -> bool:
    """Tell whether a word is the name of a state that acts itself: "Peru slid into crisis"."""
    is_state = word.mention is not None and word.mention.type is EntityType.COUNTRY
    return is_state and word.token.dep_ == "nsubj" and word.token.head.dep_ == "ROOT"


def state_of(scene: Scene, word: Word, positions: Sequence[Position]) -> int | None:
    """Find the state of which a word names a person, or that it names or lies in."""
    if word.mention is None:
        return None
    index = word.mention.entities[0]
    is_person = word.mention.type is EntityType.PERSON
    return scene.home_of(index, positions) if is_person else scene.country_of(index)


def is_in_subject(word: Word) -> bool:
    """Tell whether a word belongs to a sentence's subject: "Peru's president", "the army of Peru"."""
    token = word.token
    while token.dep_ in SUBJECT_PARTS or (token.dep_ == "prep" and token.lower_ == "of"):
        token = token.head
    return token.dep_ == "nsubj" and token.head.dep_ in ("ROOT", "conj")


def _acts(words: Sequence[Word], claim: Claim) -> bool:
    """Tell whether the holder of an office is the subject of the sentence's verb."""
    for word in words:
        inside = claim.span.start <= word.span.start < claim.span.end
        if inside and word.token.dep_ == "nsubj" and word.token.head.dep_ in ("ROOT", "conj", "ccomp"):
            return True
    return False


def _tells_of_host(words: Sequence[Word]) -> bool:
    return any(word.lower in GOALS or word.token.lemma_.lower() in HOSTING for word in words)
