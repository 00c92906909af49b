"""possessors: whose an office is by a word before it: "its president", "the country's leader"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import EntityType, Form, Mention, Position
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.owners_behind import BODIES
from graph.offices.who.claims import Claim
from graph.offices.whose.office_owners import Scene

# What a noun of each kind may stand for: "the bloc's chairman".
_BODIES_BY_NOUN = {
    "union": frozenset({EntityType.INTERNATIONAL_ORGANIZATION}),
    "organ": BODIES - {EntityType.COMPANY},
    "ministry": frozenset({EntityType.GOVERNMENT_BODY}),
    "group": frozenset({EntityType.ORGANIZATION}),
    "company": frozenset({EntityType.COMPANY}),
}


def possessor_meant(
    scene: Scene, claim: Claim, possessor: Word, home: int | None, positions: Sequence[Position]
) -> int | None:
    """Resolve "its president", "his foreign minister", "the country's leader" to the owner of the office."""
    types = _possessor_types(possessor)
    may_be_home = EntityType.PERSON in types or EntityType.COUNTRY in types or not types
    if (
        claim.office.national
        and home is not None
        and may_be_home
        and not _nearest_is_body(scene, claim, possessor)
    ):
        return home
    back = [
        mention
        for mention in (
            *_subject_before(scene, claim),
            *_subject_just_told(scene, claim, possessor),
            *scene.mentions_back(claim.line, possessor.span.start, lines=4),
        )
        if mention.type in types and mention != claim.holder and mention.form is Form.NAME
    ]
    if not back:
        return None
    index = back[0].entities[0]
    return served_by(scene, index, positions) if back[0].type is EntityType.PERSON else index


def _subject_before(scene: Scene, claim: Claim) -> Iterator[Mention]:
    """Read "Peru will build schools in Haiti, X, its minister, said": what is told, its subject lets tell."""
    words, end = scene.lines[claim.line], claim.office.end
    behind = words[end : end + 2]
    is_teller = len(behind) == 2 and behind[0].text == "," and behind[1].token.pos_ == "VERB"
    if is_teller and claim.holder.span < words[claim.office.begin].span:
        for word in words:
            if word.token.dep_ == "nsubj" and word.mention is not None and word.span < claim.holder.span:
                yield word.mention


def _subject_just_told(scene: Scene, claim: Claim, possessor: Word) -> Iterator[Mention]:
    """Read "Peru fears the tariffs of Haiti. Its minister met X": what opens a sentence goes on with one."""
    if possessor == scene.lines[claim.line][0] and claim.line:
        for word in scene.lines[claim.line - 1]:
            if word.token.dep_ == "nsubj" and word.token.head.dep_ == "ROOT" and word.mention is not None:
                yield word.mention


def served_by(scene: Scene, person: int, positions: Sequence[Position]) -> int | None:
    """Find the union that a person heads, his state or another body: "his special envoy" is the UN's too."""
    bodies = [p.of for p in positions if p.holder == person and scene.entities[p.of].type in BODIES]
    unions = [of for of in bodies if scene.entities[of].type is EntityType.INTERNATIONAL_ORGANIZATION]
    home = scene.home_of(person, positions)
    return next((of for of in (*unions, home, *bodies) if of is not None), None)


def _nearest_is_body(scene: Scene, claim: Claim, possessor: Word) -> bool:
    """Tell whether "its president" in this line may be that of a bank or an alliance."""
    back = scene.mentions_back(claim.line, possessor.span.start)
    nearest = next((mention for mention in back if mention.type is not EntityType.PERSON), None)
    return possessor.lower == "its" and nearest is not None and nearest.type in BODIES


def _possessor_types(possessor: Word) -> frozenset[EntityType]:
    if possessor.lower in ("his", "her"):
        return frozenset({EntityType.PERSON})
    if possessor.lower in ("country", "nation"):
        return frozenset({EntityType.COUNTRY})
    if possessor.lower in ("its", "whose"):
        return BODIES | {EntityType.COUNTRY}
    return _BODIES_BY_NOUN.get(load_nouns().heads.get((possessor.lower,), ""), frozenset())
