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
BEHIND = frozenset({",", ".", ";", ")"})
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
            office = _only_office(scene, other, number, positions, _told_noun(words, index))
            if office is not None and holder.entities != other.entities:
                span = Span(min(word.span, holder.span).start, max(word.span.end, holder.span.end))
                if not any(_is_same(p, holder.entities[0], office) for p in positions):
                    role = office.role.removeprefix("former ")
                    yield replace(office, holder=holder.entities[0], role=role, evidence=(span,))


def _kin(scene: Scene, words: Sequence[Word], index: int, number: int) -> tuple[Mention, Mention] | None:
    """Read "her predecessor, Ambassador X" and "Y's successor X": the one meant, and the one named."""
    if words[index].lower not in KIN or index == 0:
        return None
    before = index - 1
    while before > 0 and words[before].lower in PLAIN:
        before -= 1
    is_genitive = words[before].lower in ("'s", "'")
    holder = person_at(words, _skip(words, index + 1)) or _apposed(words, before - is_genitive, index + 1)
    if holder is None:
        return None
    other = person_at(words, before - 1) if is_genitive else None
    if words[before].lower in POSSESSIVES:
        other = _subject_back(scene, number, min(holder.span.start, words[before].span.start))
    return (other, holder) if other is not None else None


def _apposed(words: Sequence[Word], first: int, end: int) -> Mention | None:
    """Read "X, Y's successor, said" and "X, her predecessor as envoy": who is named before the phrase."""
    while first > 1 and words[first - 1].lower in load_nouns().honorifics:
        first -= 1
    is_closed = end >= len(words) or words[end].text in BEHIND or words[end].lower == "as"
    return person_at(words, first - 2) if is_closed and first > 1 and words[first - 1].text == "," else None


def _subject_back(scene: Scene, number: int, start: int) -> Mention | None:
    """Find whom "her" means: the only person named before a place of the line, or else in the line before."""
    here = [word.mention for word in scene.lines[number] if word.span.end <= start]
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


def _told_noun(words: Sequence[Word], index: int) -> str | None:
    """Give the noun of the office in which somebody came before or after another: "predecessor as envoy"."""
    is_told = index + 2 < len(words) and words[index + 1].lower == "as"
    offices = find_phrases(words, index + 2, index + 6) if is_told else ()
    return offices[0].noun if offices else None


def _only_office(
    scene: Scene, person: Mention, number: int, positions: Sequence[Position], noun: str | None
) -> Position | None:
    """Find the office of a person, by its noun if one is given, that is the only one told near a line.

    If none is told there, it is the only one that the article tells at all.
    """
    lines = [words for words in scene.lines[max(0, number - NEAR) : number + 1] if words]
    held = [p for p in positions if p.holder == person.entities[0] and (noun is None or noun in p.role)]
    near = [p for p in held if any(_is_within(lines, span) for span in p.evidence)]
    told = {(position.role, position.of): position for position in near or held}
    return next(iter(told.values())) if len(told) == 1 else None


def _is_within(lines: Sequence[Sequence[Word]], span: Span) -> bool:
    return bool(lines) and lines[0][0].span.start <= span.start < lines[-1][-1].span.end


def _is_same(position: Position, holder: int, office: Position) -> bool:
    return position.holder == holder and position.of == office.of
