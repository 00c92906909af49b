"""positions: titles beside names become the offices that people hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.holders import Claim, line_claims, person_at
from graph.line import Word, article_lines
from graph.model import Entity, EntityType, Form, Mention, Position, Sentence, Span
from graph.phrases import BODIES, Phrase, find_phrases

COUNTRY_NOUNS = frozenset(
    {"country", "nation", "state", "republic", "kingdom", "island", "emirate", "sultanate"}
)
COUNTERPARTS = frozenset({"counterpart", "colleague", "opposite"})
VAGUE = frozenset({"leader", "head", "chief", "boss", "diplomat", "minister", "secretary", "envoy", "ruler"})
APART = frozenset({"former", "ex", "deputy", "vice", "acting", "first", "president-elect", "assistant"})
FILLERS = frozenset({"of", "for", "the", "and", "affairs", "&", "most", "top", "senior"})


@dataclass(frozen=True, slots=True)
class Scene:
    """An article as its lines of words, with its entities."""

    entities: Sequence[Entity]
    lines: Sequence[Sequence[Word]]

    def country_of(self, index: int) -> int | None:
        """Find the country entity to which an entity belongs."""
        entity = self.entities[index]
        if entity.type is EntityType.COUNTRY:
            return index
        if entity.country is None:
            return None
        found = (
            place
            for place, other in enumerate(self.entities)
            if other.type is EntityType.COUNTRY and other.country == entity.country
        )
        return next(found, None)

    def mentions_back(self, line: int, before: int, *, lines: int = 1) -> Iterator[Mention]:
        """Give the mentions before a character, the nearest first, from a line and some before it."""
        for number in range(line, max(-1, line - lines), -1):
            for word in reversed(self.lines[number]):
                if word.mention and word.span.start < before:
                    yield word.mention


def find_positions(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], entities: Sequence[Entity]
) -> tuple[Position, ...]:
    """Find the offices that the sentences say someone holds, one position per holder, role and owner."""
    named = [m for m in mentions if m.form in (Form.NAME, Form.DEMONYM) and len(m.entities) == 1]
    scene = Scene(entities, article_lines(sentences, named))
    claims = [claim for number, words in enumerate(scene.lines) for claim in line_claims(words, number)]
    owned = [(claim, _written_owner(scene, claim)) for claim in claims]
    positions = [_position(claim, owner) for claim, owner in owned if owner is not None]
    positions += _guessed(scene, [claim for claim, owner in owned if owner is None], positions)
    positions += _counterparts(scene, positions)
    positions += _descriptions(scene, claims, positions)
    return _merge(positions)


def _position(claim: Claim, owner: int) -> Position:
    return Position(claim.holder.entities[0], claim.office.role, owner, (claim.span,))


def _written_owner(scene: Scene, claim: Claim) -> int | None:
    """Find whose office it is by the words of the phrase itself."""
    owners = (claim.owner,) if claim.owner else claim.office.owners
    if not owners:
        return None
    countries = [owner for owner in owners if owner.type is EntityType.COUNTRY]
    owner = countries[0] if claim.office.national and countries else owners[0]
    index = owner.entities[0]
    if owner.type is EntityType.PERSON:
        return scene.country_of(index)
    if owner.type is EntityType.PLACE and claim.office.role in ("foreign minister", "ambassador", "envoy"):
        return scene.country_of(index) or index
    return None if index == claim.holder.entities[0] else index


def _guessed(scene: Scene, claims: Iterable[Claim], positions: Sequence[Position]) -> list[Position]:
    """Settle the titles that do not say whose they are, unless the same person's office is known already."""
    found: list[Position] = []
    for claim in claims:
        held = [p for p in (*positions, *found) if p.holder == claim.holder.entities[0]]
        if any(_is_same_office(p.role, claim.office.role) for p in held):
            continue
        owner = _possessor(scene, claim) if claim.office.possessor else _owner_in_mind(scene, claim, held)
        if owner is not None and owner != claim.holder.entities[0]:
            found.append(_position(claim, owner))
    return found


def _possessor(scene: Scene, claim: Claim) -> int | None:
    """Resolve "its president", "his foreign minister", "the country's leader" to the owner of the office."""
    possessor = claim.office.possessor
    if possessor is None:
        return None
    home = scene.country_of(claim.holder.entities[0])
    if claim.office.national and home is not None and not _nearest_is_body(scene, claim, possessor):
        return home
    types = _possessor_types(possessor)
    earlier = scene.mentions_back(claim.line, possessor.span.start, lines=6)
    for mention in earlier:
        if mention.type in types and mention != claim.holder and mention.form is Form.NAME:
            index = mention.entities[0]
            return scene.country_of(index) if mention.type is EntityType.PERSON else index
    return None


def _nearest_is_body(scene: Scene, claim: Claim, possessor: Word) -> bool:
    """Tell whether "its president" in this line may be that of a bank or an alliance."""
    names = (
        m for m in scene.mentions_back(claim.line, possessor.span.start) if m.type is not EntityType.PERSON
    )
    nearest = next(names, None)
    return possessor.lower == "its" and nearest is not None and nearest.type in BODIES


def _possessor_types(possessor: Word) -> frozenset[EntityType]:
    if possessor.lower in ("his", "her"):
        return frozenset({EntityType.PERSON})
    if possessor.lower in COUNTRY_NOUNS:
        return frozenset({EntityType.COUNTRY})
    if possessor.lower in ("its", "whose"):
        return BODIES | {EntityType.COUNTRY}
    return BODIES if possessor.token.pos_ == "NOUN" else frozenset()


def _owner_in_mind(scene: Scene, claim: Claim, held: Sequence[Position]) -> int | None:
    if claim.office.nameless:
        return None
    if claim.office.national:
        countries = (scene.country_of(index) for index in (claim.holder.entities[0], *(p.of for p in held)))
        known = next((country for country in countries if country is not None), None)
        return known if known is not None else _only_country(scene, claim)
    reach = 3 if "general" in claim.office.role else 1
    for mention in scene.mentions_back(claim.line, claim.span.start, lines=reach):
        if mention.type in BODIES:
            return mention.entities[0]
    return None


def _only_country(scene: Scene, claim: Claim) -> int | None:
    """Give the country that alone is named in the line, or in the lines before."""
    for number in range(claim.line, max(-1, claim.line - 2), -1):
        inside = [word.mention for word in scene.lines[number] if word.mention]
        countries = {mention.entities[0] for mention in inside if mention.type is EntityType.COUNTRY}
        if countries:
            return countries.pop() if len(countries) == 1 else None
    return None


def _counterparts(scene: Scene, positions: Sequence[Position]) -> list[Position]:
    """Read "his Armenian counterpart, X": the same office as the one before, in another country."""
    found: list[Position] = []
    for number, words in enumerate(scene.lines):
        for index, word in enumerate(words):
            if word.mention or word.lower not in COUNTERPARTS:
                continue
            position = _counterpart(scene, positions, number, index)
            if position:
                found.append(position)
    return found


def _counterpart(scene: Scene, positions: Sequence[Position], number: int, index: int) -> Position | None:
    words = scene.lines[number]
    after = index + 1
    while after < len(words) - 1 and words[after].lower in ("number", ",", "mr", "mr."):
        after += 1
    holder = person_at(words, after)
    demonym = words[index - 1].mention if index else None
    if holder is None:
        return None
    start = (demonym or words[index]).span.start
    other = next(
        (m for m in scene.mentions_back(number, start, lines=2) if m.type is EntityType.PERSON), None
    )
    role = next((p.role for p in positions if other and p.holder == other.entities[0]), None)
    of = demonym.entities[0] if demonym else scene.country_of(holder.entities[0])
    if role is None or of is None or other is None or any(p.holder == holder.entities[0] for p in positions):
        return None
    return Position(holder.entities[0], role, of, (Span(start, holder.span.end),))


def _descriptions(scene: Scene, claims: Sequence[Claim], positions: Sequence[Position]) -> list[Position]:
    """Read "the Turkish president" where one man of that country stands near who can be meant."""
    beside = {(claim.line, claim.office.begin) for claim in claims}
    found: list[Position] = []
    for number, words in enumerate(scene.lines):
        for office in find_phrases(words):
            if (number, office.begin) not in beside and _is_description(words, office):
                position = _described(scene, office, number, (*positions, *found))
                found += [position] if position else []
    return found


def _is_description(words: Sequence[Word], office: Phrase) -> bool:
    countries = [owner for owner in office.owners if owner.type is EntityType.COUNTRY]
    singular = len(countries) == len(office.owners) == 1 and not office.plural
    return singular and office.national and words[office.begin].lower == "the" and office.role not in VAGUE


def _described(scene: Scene, office: Phrase, number: int, positions: Sequence[Position]) -> Position | None:
    country = office.owners[0].entities[0]
    if any(p.of == country and _is_same_office(p.role, office.role) for p in positions):
        return None
    busy = {p.holder for p in positions if p.of == country}
    words = scene.lines[number]
    last = min(number + 1, len(scene.lines) - 1)
    near = scene.mentions_back(last, scene.lines[last][-1].span.end if scene.lines[last] else 0, lines=4)
    people = {m.entities[0] for m in near if m.type is EntityType.PERSON}
    fitting = [p for p in sorted(people - busy) if scene.country_of(p) == country]
    if len(fitting) != 1:
        return None
    span = Span(words[office.begin].span.start, words[office.end - 1].span.end)
    return Position(fitting[0], office.role, country, (span,))


def _merge(positions: Iterable[Position]) -> tuple[Position, ...]:
    """Make one position of those that name the same office; the fuller title stays."""
    merged: list[Position] = []
    for position in sorted(positions, key=lambda p: (-_weight(p.role), p.evidence)):
        for place, other in enumerate(merged):
            same = (other.holder, other.of) == (position.holder, position.of)
            if same and _is_same_office(other.role, position.role):
                evidence = tuple(sorted({*other.evidence, *position.evidence}))
                merged[place] = Position(other.holder, other.role, other.of, evidence)
                break
        else:
            merged.append(position)
    return tuple(sorted(merged, key=lambda p: (p.evidence, p.holder, p.of, p.role)))


def _weight(role: str) -> int:
    return len(_core(role)) - (role in VAGUE)


def _core(role: str) -> frozenset[str]:
    return frozenset(role.replace("-", " ").split()) - FILLERS


def _is_same_office(one: str, other: str) -> bool:
    """Tell whether two titles may name one office: "minister" and "minister of foreign affairs"."""
    left, right = _core(one), _core(other)
    if left & APART != right & APART:
        return False
    return left <= right or right <= left or one in VAGUE or other in VAGUE
