"""positions: titles beside names become the offices that people hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.model import Entity, EntityType, Position, Span
from graph.offices.line import Line, Word
from graph.offices.nouns import VAGUE, load_nouns
from graph.offices.phrases import RULERS, Phrase, find_phrases
from graph.offices.who.bullets import bullet_claims
from graph.offices.who.claims import Claim, line_claims
from graph.offices.who.counterparts import counterparts
from graph.offices.who.crowned import crowned
from graph.offices.who.handed_over import handed_over
from graph.offices.who.heading import heading_claims
from graph.offices.who.held_post import held_posts
from graph.offices.who.introduced import introduced
from graph.offices.who.lineups import lineup_claims
from graph.offices.who.persons import person_at
from graph.offices.who.succession import successions
from graph.offices.who.they_are import named_after
from graph.offices.who.told_again import told_again
from graph.offices.whose.home_in_mind import domestic_home, home_in_mind
from graph.offices.whose.office_owners import (
    Scene,
    find_datelines,
    written_owner,
)
from graph.offices.whose.owners_in_mind import owner_in_mind

APART = frozenset({"former", "ex", "deputy", "vice", "acting", "first", "president-elect", "assistant"})
SPEECH = frozenset(
    {"say", "add", "note", "state", "stress", "underline", "emphasize", "recall", "urge", "call", "ask"}
) | {"express", "point", "describe", "warn", "voice", "welcome", "condemn", "reiterate", "associate"}
FILLERS = frozenset({"of", "for", "the", "and", "affairs", "&", "most", "top", "senior"})


def find_positions(lines: Sequence[Line], entities: Sequence[Entity]) -> tuple[Position, ...]:
    """Find the offices that an article says someone holds, one position per holder, role and owner.

    The mentions in its lines are linked names.
    """
    scene = Scene(entities, [line.words for line in lines], [line.sentence.paragraph for line in lines])
    # Told once an article, as it is asked of each office and looks through all words
    scene = replace(scene, datelines=find_datelines(scene))
    claims = [
        claim
        for number, words in enumerate(scene.lines)
        for claim in (*line_claims(words, number), *heading_claims(words, number))
    ]
    claims += [*lineup_claims(scene), *bullet_claims(scene)]
    scene = replace(scene, home=home_in_mind(scene, claims), domestic=domestic_home(scene, claims))
    owned = [(claim, written_owner(scene, claim)) for claim in claims]
    positions = [_position(claim, owner) for claim, owner in owned if owner is not None]
    unwritten = [claim for claim, owner in owned if owner is None]
    positions += told_again(scene, unwritten, positions)
    positions += _unwritten(scene, unwritten, positions)
    positions += counterparts(scene, positions)
    positions += _delegates(scene, positions)
    positions += handed_over(scene, positions)
    positions += [*held_posts(scene), *named_after(scene)]
    positions += _descriptions(scene, claims, positions)
    positions += introduced(scene, claims, positions)
    positions += crowned(scene)
    positions += successions(scene, positions)
    return _merge(positions)


def _position(claim: Claim, owner: int) -> Position:
    return Position(claim.holder.entities[0], claim.office.role, owner, (claim.span,))


def _unwritten(scene: Scene, claims: Iterable[Claim], positions: Sequence[Position]) -> list[Position]:
    """Settle the titles that do not say whose they are, unless the same person's office is known already."""
    found: list[Position] = []
    # An aide is of whom his principal serves, who is told of first
    for claim in sorted(claims, key=lambda claim: bool(claim.office.owners)):
        known = [*positions, *found]
        if any(_is_told(scene, claim, position) for position in known):
            continue
        owner = owner_in_mind(scene, claim, known)
        if owner is not None and owner != claim.holder.entities[0]:
            found.append(_position(claim, owner))
    return found


def _is_told(scene: Scene, claim: Claim, position: Position) -> bool:
    """Tell whether a position is the office of a claim; who leads a party may be premier as well."""
    is_led = position.role in RULERS and scene.entities[position.of].type is EntityType.ORGANIZATION
    of_other = is_led and claim.office.national and claim.office.noun not in RULERS
    is_same = position.holder == claim.holder.entities[0] and not of_other
    return is_same and _is_same_office(position.role, claim.office.role)


def _delegates(scene: Scene, positions: Sequence[Position]) -> list[Position]:
    """Read "X (Peru) said" in the records of an international organisation: X represents Peru."""
    if not any(entity.type is EntityType.INTERNATIONAL_ORGANIZATION for entity in scene.entities):
        return []
    served = {position.holder for position in positions}
    found: list[Position] = []
    for words in scene.lines:
        for index, word in enumerate(words[:-4]):
            person, state = person_at(words, index), words[index + 2].mention
            brackets = (words[index + 1].text, words[index + 3].text) == ("(", ")")
            if person is None or state is None or not brackets or state.type is not EntityType.COUNTRY:
                continue
            if _speaks(words[index + 4]) and person.entities[0] not in served:
                span = Span(word.span.start, words[index + 3].span.end)
                found.append(Position(person.entities[0], "representative", state.entities[0], (span,)))
    return found


def _speaks(word: Word) -> bool:
    """Tell whether a word behind a delegate's name goes on with a speech: ", speaking for", "stressed"."""
    return word.text == "," or word.token.lemma_.lower() in SPEECH


def _descriptions(scene: Scene, claims: Sequence[Claim], positions: Sequence[Position]) -> list[Position]:
    """Read "the Turkish president" where one man of that country stands near who can be meant."""
    beside = {(claim.line, claim.office.begin) for claim in claims}
    found: list[Position] = []
    for number, words in enumerate(scene.lines):
        for office in find_phrases(words):
            if (number, office.begin) in beside or not _is_description(words, office):
                continue
            for owner in office.owners:
                position = _described(scene, office, owner.entities[0], number, (*positions, *found))
                found += [position] if position else []
    return found


def _is_description(words: Sequence[Word], office: Phrase) -> bool:
    of_states = all(owner.type is EntityType.COUNTRY for owner in office.owners)
    each_has_one = len(office.owners) == 1 or office.plural
    definite = words[office.begin].lower == "the" and office.role not in VAGUE
    is_abroad = office.noun in load_nouns().away
    return of_states and each_has_one and office.national and definite and not is_abroad


def _described(
    scene: Scene, office: Phrase, country: int, number: int, positions: Sequence[Position]
) -> Position | None:
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
