"""told again: a title told in full of someone unnamed, and again with his name ("The minister, X, said")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graph.model import Position
from graph.offices.line import Word
from graph.offices.phrases import Phrase, find_phrases
from graph.offices.who.claims import Claim
from graph.offices.who.holders import people_beside
from graph.offices.whose.office_owners import Scene, office_owner

NEAR = 3  # lines, with its own, within which a title was told in full


def told_again(scene: Scene, claims: Iterable[Claim], positions: Sequence[Position]) -> Iterator[Position]:
    """Read "Peru's trade minister left. The minister, X, denied it": X is Peru's trade minister."""
    settled = {position.holder for position in positions}
    for claim in claims:
        if claim.holder.entities[0] in settled or not _is_short(scene, claim):
            continue
        told = _told_in_full(scene, claim)
        owner = office_owner(scene, told) if told is not None else None
        if told is None or owner is None or _is_held(told, owner, positions):
            continue
        settled.add(claim.holder.entities[0])
        yield Position(claim.holder.entities[0], told.role, owner, (claim.span,))


def _is_short(scene: Scene, claim: Claim) -> bool:
    """Tell whether a title is "the" and no more than a word or two: "the acting minister"."""
    office = claim.office
    alone = claim.owner is None and not office.owners and office.possessor is None and not office.plural
    words = scene.lines[claim.line]
    # "The Ambassador X" may be another ambassador
    is_apart = office.end < len(words) and words[office.end].text == ","
    is_short = office.end == office.head + 1 and words[office.begin].lower == "the"
    return alone and not office.nameless and is_short and is_apart


def _told_in_full(scene: Scene, claim: Claim) -> Phrase | None:
    """Find the only office of that name that someone unnamed holds in the last line that tells of any."""
    for number in range(claim.line, max(-1, claim.line - NEAR), -1):
        words = scene.lines[number]
        offices = [office for office in find_phrases(words) if _is_like(claim, number, office)]
        unnamed = [
            office for office in offices if not people_beside(words, office, {}) and _is_one(words, office)
        ]
        if offices:
            return unnamed[0] if len(unnamed) == 1 else None
    return None


def _is_like(claim: Claim, number: int, office: Phrase) -> bool:
    before = number < claim.line or office.end <= claim.office.begin
    same = office.is_office and office.noun == claim.office.noun and bool(office.owners)
    return before and same and set(claim.office.role.split()) <= set(office.role.split())


def _is_one(words: Sequence[Word], office: Phrase) -> bool:
    return not office.plural and words[office.begin].lower not in ("a", "an")


def _is_held(office: Phrase, owner: int, positions: Iterable[Position]) -> bool:
    return any((position.role, position.of) == (office.role, owner) for position in positions)
