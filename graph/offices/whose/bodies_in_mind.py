"""bodies in mind: which body's office a title is where it does not name it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import EntityType, Mention
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.owners_behind import BODIES
from graph.offices.phrases import OF_UNIONS, find_phrases
from graph.offices.who.claims import Claim
from graph.offices.who.holders import people_beside
from graph.offices.whose.office_owners import Scene

# Kinds of nouns that name a class of bodies: "the ministry's spokesman", "chairman of the forum".
CLASSES = frozenset({"ministry", "organ", "union", "group", "company"})
ORGANS = frozenset({"assembly", "court", "parliament"})
# Such an officer of a body needs no introduction: "Commission President X"
HEADS = frozenset({"president", "vice-president", "chair", "chairman", "chairperson", "chairwoman"})
# "Security Council", but no "Council of Europe"
COUNCILS = frozenset({"economic", "ministers", "rights", "security", "trusteeship"})
# Titles that say too little of what their holders do to be known again.
BROAD = frozenset({"chief", "director", "head", "leader", "minister", "secretary"})
SMALL = frozenset({"at", "for", "in", "of", "on", "the", "to"})
BEHIND_AGENCY = frozenset({"-", "–", "—", ":"})
TOLD = 6  # lines within which the title of who is now named may have told whose it is


def body_in_mind(scene: Scene, claim: Claim) -> int | None:
    """Find the body of an office that the phrase does not name; the surest sign first."""
    words = scene.lines[claim.line]
    signs = (
        _body_behind(words, claim.office.end),
        named_by_class(scene, claim),
        told_unnamed(scene, claim),
        _union_before(scene, claim),
        next(_bodies_back(scene, claim, lines=3 if "general" in claim.office.role else 1), None),
    )
    return next((body for body in signs if body is not None), None)


def named_by_class(scene: Scene, claim: Claim) -> int | None:
    """Read "the ministry's spokesman", "chairman of the forum": the body of that class told of last."""
    classes = {word for word in _title_words(scene, claim) if _is_class(word)}
    if not classes:
        return named_by_last_word(scene, claim)
    for mention in scene.mentions_back(claim.line, claim.span.start, lines=claim.line + 1):
        if mention.type in BODIES and classes & set(mention.text.lower().split()):
            return mention.entities[0]
    return None


def _title_words(scene: Scene, claim: Claim) -> Iterator[str]:
    """Give the words of a title that may say whose it is: those before its noun, the only one behind it."""
    words, office = scene.lines[claim.line], claim.office
    before = [word.lower for word in words[office.first : office.head]]
    behind = [w.lower for w in words[office.head + 1 : office.end] if w.lower not in SMALL]
    yield from (*before, *(behind if len(behind) == 1 else ()))
    if office.possessor is not None:
        yield office.possessor.lower


def named_by_last_word(scene: Scene, claim: Claim) -> int | None:
    """Read "the Service's spokeswoman", "Committee chair X": the body told of last whose name ends so."""
    office, words = claim.office, scene.lines[claim.line]
    ends = [word.lower for word in words[max(0, office.first - 1) : office.head] if word.mention is None]
    if office.possessor is not None:
        is_definite = words[office.begin].lower == "the" and office.possessor.token.pos_ != "PRON"
        ends = [office.possessor.lower] if is_definite else []
    for mention in scene.mentions_back(claim.line, claim.span.start, lines=claim.line + 1):
        if mention.type in BODIES and " " in mention.text and mention.text.lower().split()[-1] in ends:
            return mention.entities[0]
    return _only_body(scene, ends) if office.noun in HEADS and office.possessor is None else None


def _only_body(scene: Scene, ends: Sequence[str]) -> int | None:
    """Find the only union's body in an article whose name ends so: "Commission President X"."""
    named = [
        place
        for place, entity in enumerate(scene.entities)
        if entity.type is EntityType.INTERNATIONAL_ORGANIZATION and entity.name.lower().split()[-1] in ends
    ]
    return named[0] if len(named) == 1 else None


def _is_class(word: str) -> bool:
    return load_nouns().heads.get((word,)) in CLASSES


def _body_behind(words: Sequence[Word], end: int) -> int | None:
    """Read "Director, World Food Programme": the body right behind the comma of a title."""
    if end + 1 >= len(words) or words[end].lower != ",":
        return None
    mention = words[end + 1].mention
    return mention.entities[0] if mention is not None and mention.type in BODIES else None


def told_unnamed(scene: Scene, claim: Claim) -> int | None:
    """Read "a UN spokesman said ..., spokesman X said": the title told without a name shortly before."""
    if claim.office.role in BROAD:
        return None
    for number in range(claim.line, max(-1, claim.line - TOLD), -1):
        words = scene.lines[number]
        for office in reversed(find_phrases(words)):
            before = number < claim.line or office.end <= claim.office.begin
            if before and office.role == claim.office.role and office.owners and not office.plural:
                named = people_beside(words, office, {})
                owner = office.owners[0]
                is_person = owner.type is EntityType.PERSON
                return None if named or is_person else owner.entities[0]
    return None


def _union_before(scene: Scene, claim: Claim) -> int | None:
    """Read "The EU ... Commissioner for Trade X": such an office is a union's."""
    if claim.office.noun not in OF_UNIONS:
        return None
    if claim.office.role in load_nouns().unions:
        return _only_union(scene, claim)
    for body in _bodies_back(scene, claim, lines=claim.line + 1):
        entity = scene.entities[body]
        if entity.type is EntityType.INTERNATIONAL_ORGANIZATION and not _is_organ(entity.name):
            return body
    return None


def _only_union(scene: Scene, claim: Claim) -> int | None:
    """The body, if it is spoken of, that alone has such officers: "the European Commissioner"."""
    names = [entity.name for entity in scene.entities]
    told = (names.index(name) for name in load_nouns().unions[claim.office.role] if name in names)
    return next(told, None)


def _is_organ(name: str) -> bool:
    """Tell whether a name is that of a part of a union, which has no officers of the union's."""
    words = set(name.lower().split())
    return bool(ORGANS & words) or ("council" in words and bool(COUNCILS & words))


def _bodies_back(scene: Scene, claim: Claim, *, lines: int) -> Iterator[int]:
    for words, index, mention in scene.places_back(claim.line, claim.span.start, lines=lines):
        if _is_body(mention) and not _is_agency(words, index):
            yield mention.entities[0]


def _is_agency(words: Sequence[Word], index: int) -> bool:
    """Tell whether a body only filed the story: "LIMA (AFP) – Rebel chief X said"."""
    if not 0 < index < len(words) - 2:
        return False
    around = words[index - 1].text + words[index + 1].text
    return around == "()" and words[index + 2].text in BEHIND_AGENCY


def _is_body(mention: Mention) -> bool:
    return mention.type in BODIES
