"""heading: who is told to head a body ("X, who heads Rosatom"), as who holds a title does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import Form, Mention, Span
from graph.offices.line import Word
from graph.offices.nouns import BODY_OFFICE, DETERMINERS, load_nouns
from graph.offices.owners_behind import BODIES
from graph.offices.phrases import Phrase
from graph.offices.who.claims import Claim
from graph.offices.who.joints import LINKS
from graph.offices.who.persons import person_at
from graph.offices.whose.bodies_in_mind import CLASSES

COMMITTEES = frozenset({"board", "commission", "committee", "council", "panel", "subcommittee"})
LONGEST = 6  # words of a committee's name


def heading_claims(words: Sequence[Word], number: int) -> Iterator[Claim]:
    """Read "X, who heads Rosatom", "the alliance, chaired by X" and "X, who chairs the council"."""
    verbs = load_nouns().verbs
    for index, word in enumerate(words):
        if word.mention or word.lower not in verbs:
            continue
        passive = index + 1 < len(words) and words[index + 1].lower == "by"
        pair = _headed_by(words, index) if passive else _who_heads(words, index)
        if pair is None:
            continue
        person, body, last = pair
        owners = (body,) if body is not None else ()
        role = verbs[word.lower]
        office = Phrase(index, index, index, last, role, role, BODY_OFFICE, owners=owners)
        spans = sorted((person.span, word.span, words[last - 1].span, *(owner.span for owner in owners)))
        yield Claim(number, person, office, Span(spans[0].start, spans[-1].end))


def _who_heads(words: Sequence[Word], index: int) -> tuple[Mention, Mention | None, int] | None:
    before = index - 1
    while before > 0 and words[before].lower in LINKS | {","}:
        before -= 1
    person = person_at(words, before) if "who" in [w.lower for w in words[before:index]] else None
    if person is None:
        return None
    for last, word in enumerate(words[index + 1 : index + 8], index + 1):
        if word.mention and word.mention.type in BODIES and word.mention.form is Form.NAME:
            if _owns_other(words, last + 1):
                return None
            return person, word.mention, last + 1
    described = [word.lower for word in words[index + 1 : index + 3]]
    is_class = described[:1] == ["the"] and load_nouns().heads.get(tuple(described[1:])) in CLASSES
    return (person, None, index + 3) if is_class else None


def _owns_other(words: Sequence[Word], index: int) -> bool:
    """Tell whether what is headed only belongs to a body, and is no committee of it: "NATO's mission"."""
    if index >= len(words) or words[index].lower not in ("'s", "'"):
        return False
    return COMMITTEES.isdisjoint(word.lower for word in words[index + 1 : index + 1 + LONGEST])


def _headed_by(words: Sequence[Word], index: int) -> tuple[Mention, Mention, int] | None:
    before = index - 1
    while before > 0 and words[before].lower in LINKS | {",", "which"}:
        before -= 1
    body = words[before].mention if before >= 0 else None
    if body is None or body.type not in BODIES:
        return None
    for last in range(index + 2, min(index + 7, len(words))):
        person = person_at(words, last)
        if person:
            return person, body, last + 1
        is_description = words[last].mention is not None or words[last].token.pos_ in ("ADJ", "NOUN")
        if not is_description and words[last].lower not in {"'s", *DETERMINERS}:
            break
    return None
