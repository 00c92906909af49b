"""succession: who came before or after somebody held the same office ("her predecessor, Marek Velkanov")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.model import EntityType, Form, Mention, Position, Span
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.phrases import find_phrases
from graph.offices.who.persons import person_at
from graph.offices.whose.office_owners import Scene

KIN = frozenset({"predecessor", "successor"})
# "His possible successor" is nobody's yet.
PLAIN = frozenset({"direct", "eventual", "immediate", "late", "long-serving"})
POSSESSIVES = frozenset({"her", "his", "whose"})
SUCCEEDING = frozenset({"succeed", "succeeded", "succeeds", "succeeding"})
BETWEEN = frozenset({",", "the", "former", "then", "(", "as"})
NEAR = 3  # lines before that of the successor within which the office is told


def successions(scene: Scene, positions: Sequence[Position]) -> Iterator[Position]:
    """Give those who held the office of another before or after him, where it is the only one told of him."""
    for number, words in enumerate(scene.lines):
        for index, word in enumerate(words):
            if word.mention is not None:
                continue
            pair = _kin(scene, words, index, number) or _succeeded(scene, words, index, number)
            if pair is None:
                continue
            other, holder = pair
            office = _only_office(scene, other, number, positions)
            if office is not None and holder.entities != other.entities:
                span = Span(word.span.start, holder.span.end)
                if not any(_is_same(p, holder.entities[0], office) for p in positions):
                    yield replace(office, holder=holder.entities[0], evidence=(span,))


def _kin(scene: Scene, words: Sequence[Word], index: int, number: int) -> tuple[Mention, Mention] | None:
    """Read "her predecessor, Ambassador X" and "Y's successor X": the one meant, and the one named."""
    if words[index].lower not in KIN or index == 0:
        return None
    holder = person_at(words, _skip(words, index + 1))
    before = index - 1
    while before > 0 and words[before].lower in PLAIN:
        before -= 1
    owner = words[before]
    if owner.lower in ("'s", "'"):
        other = person_at(words, before - 1)
    else:
        other = _subject_back(scene, number, owner) if owner.lower in POSSESSIVES else None
    return (other, holder) if other is not None and holder is not None else None


def _subject_back(scene: Scene, number: int, possessive: Word) -> Mention | None:
    """Find whom "her" means: the only person named before it in the line, or else in the line before."""
    here = [word.mention for word in scene.lines[number] if word.span.end <= possessive.span.start]
    before = [word.mention for word in scene.lines[number - 1]] if number else []
    for mentions in (here, before):
        people = [mention for mention in mentions if mention is not None and _is_person(mention)]
        if people:
            return people[0] if len({person.entities for person in people}) == 1 else None
    return None


def _is_person(mention: Mention) -> bool:
    return mention.type is EntityType.PERSON and mention.form is Form.NAME


def _succeeded(
    scene: Scene, words: Sequence[Word], index: int, number: int
) -> tuple[Mention, Mention] | None:
    """Read "X, who succeeds Y" and "X was appointed envoy, succeeding Y", "in succession to Y"."""
    is_noun = [word.lower for word in words[index : index + 2]] == ["succession", "to"]
    if words[index].lower not in SUCCEEDING and not is_noun:
        return None
    if any(child.dep_ == "auxpass" for child in words[index].token.children):
        return None
    other = person_at(words, _skip(words, index + 1 + is_noun))
    people = [word.mention for word in words[:index] if word.mention and _is_person(word.mention)]
    is_one = len({person.entities for person in people}) == 1
    return (people[0], other) if other is not None and is_one else None


def _skip(words: Sequence[Word], index: int) -> int:
    """Skip the title and the form of address before a name."""
    nouns = load_nouns()
    while index < len(words) - 1 and not words[index].mention:
        title = next((each for each in find_phrases(words, index, index + 4) if each.begin == index), None)
        if title is None and words[index].lower not in BETWEEN | nouns.honorifics | nouns.kept:
            break
        index = title.end if title is not None and not title.owners else index + 1
    return index


def _only_office(
    scene: Scene, person: Mention, number: int, positions: Sequence[Position]
) -> Position | None:
    """Find the office of a person that is told in a line or just before it, if it is but one."""
    lines = [words for words in scene.lines[max(0, number - NEAR) : number + 1] if words]
    if not lines:
        return None
    start, end = lines[0][0].span.start, lines[-1][-1].span.end
    held = [position for position in positions if position.holder == person.entities[0]]
    told = {
        (position.role, position.of): position
        for position in held
        if any(start <= span.start < end for span in position.evidence)
    }
    return next(iter(told.values())) if len(told) == 1 else None


def _is_same(position: Position, holder: int, office: Position) -> bool:
    return position.holder == holder and position.of == office.of
